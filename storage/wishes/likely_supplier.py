"""What is known of the suppliers that might say yes to a reversed question; who of them is asked is a rule of `domain`.

A few statements for all of them, whenever a matcher asks: it is a press a week, and no list of offers waits for it.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.evaluation import EvaluationQuestion, Verdict
from domain.obligation import NUMBERS, PLANS, ObligationStatus
from domain.placement import HAS_BEGUN
from domain.reversed_question import Candidate, Earlier, Place
from domain.slot import SlotStatus
from storage.contracts.contract import Contract, has_not_ended
from storage.contracts.hold import is_held
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.placements.evaluation import Evaluation
from storage.placements.placement import Placement
from storage.results.earlier_result import EarlierResult
from storage.slots.slot import Slot, is_current
from storage.wishes.reversed_question import ReversedQuestion

MOST_LOOKED_AT = 200
"""Suppliers of one trade: those that have offered most come first."""

REMEMBERED_FOR = timedelta(days=365)
"""What was answered longer ago says nothing of today."""


async def known_in_trade(  # noqa: PLR0913  what is asked for, for which wish, when, and of whom
    session: AsyncSession,
    place: Place,
    *,
    wish_id: int,
    now: datetime,
    today: date,
    only: Collection[int] | None = None,
) -> list[Candidate]:
    """The suppliers that have the trade or have offered something in it; of those that are named where any are."""
    found = await _by_offers(session, place, only)
    ids = [each.supplier_id for each in found]
    if not ids:
        return []
    taken, otherwise = await _taken(session, place, ids)
    before = await _earlier_results(session, place, ids)
    again = await _would_again(session, ids)
    held = await _held(session, ids, today)
    waits = await _waits_for_city(session, place, ids, today)
    earlier = await _asked_before(session, place, ids, wish_id=wish_id, since=now - REMEMBERED_FOR)
    return [
        replace(
            each,
            taken=taken[each.supplier_id] + (before.get(each.supplier_id, 0) if each.is_of_trade else 0),
            taken_otherwise=otherwise[each.supplier_id],
            again=again.get(each.supplier_id),
            is_held=each.supplier_id in held,
            waits_for_city=each.supplier_id in waits,
            earlier=earlier[each.supplier_id],
        )
        for each in found
    ]


async def open_promises(session: AsyncSession, place: Place, supplier_ids: Collection[int]) -> Sequence[Obligation]:
    """What contracts that run still ask these suppliers to offer of this kind, the first due first."""
    is_asked_for = or_(
        Obligation.kind.in_(PLANS),
        and_(Obligation.kind.in_(NUMBERS), Obligation.slot_kind == place.kind),
    )
    return (
        await session.scalars(
            select(Obligation)
            .where(
                Obligation.supplier_id.in_(supplier_ids),
                Obligation.status.in_((ObligationStatus.OPEN, ObligationStatus.ESCALATED)),
                is_asked_for,
            )
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def _by_offers(session: AsyncSession, place: Place, only: Collection[int] | None) -> list[Candidate]:
    alike = and_(
        Slot.supplier_id == Supplier.id,
        Slot.trade == place.trade,
        Slot.reported_by.is_not(None),
        Slot.status != SlotStatus.WITHDRAWN,
    )
    offers, is_of_trade = func.count(Slot.id), Supplier.trade == place.trade
    of_kind = _how_many(Slot.kind == place.kind)
    in_area = _how_many(Slot.area_id == place.area_id)
    asked = (
        select(Supplier.id, Supplier.name, Supplier.trade, of_kind, in_area)
        .outerjoin(Slot, alike)
        .where(*([Supplier.id.in_(only)] if only is not None else []))
        .group_by(Supplier.id, Supplier.name, Supplier.trade)
        .having(or_(is_of_trade, offers > 0))
        .order_by(offers.desc(), Supplier.id)
        .limit(MOST_LOOKED_AT)
    )
    return [
        Candidate(
            supplier_id,
            name,
            is_of_trade=trade is place.trade,
            offered=offered,
            is_in_area=place.area_id is not None and places > 0,
        )
        for supplier_id, name, trade, offered, places in await session.execute(asked)
    ]


def _how_many(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)


async def _taken(session: AsyncSession, place: Place, ids: Collection[int]) -> tuple[defaultdict[int, int], ...]:
    """How many began at each in this kind and trade, and how many in this trade otherwise."""
    rows = await session.execute(
        select(Slot.supplier_id, Slot.kind, func.count())
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Slot.supplier_id.in_(ids), Slot.trade == place.trade, Placement.status.in_(HAS_BEGUN))
        .group_by(Slot.supplier_id, Slot.kind),
    )
    taken: defaultdict[int, int] = defaultdict(int)
    otherwise: defaultdict[int, int] = defaultdict(int)
    for supplier_id, kind, number in rows:
        (taken if kind is place.kind else otherwise)[supplier_id] += number
    return taken, otherwise


async def _earlier_results(session: AsyncSession, place: Place, ids: Collection[int]) -> dict[int, int]:
    rows = await session.execute(
        select(EarlierResult.supplier_id, func.sum(EarlierResult.number))
        .where(EarlierResult.supplier_id.in_(ids), EarlierResult.kind == place.kind)
        .group_by(EarlierResult.supplier_id),
    )
    return {supplier_id: int(number or 0) for supplier_id, number in rows}


async def _would_again(session: AsyncSession, ids: Collection[int]) -> dict[int, Verdict]:
    """What each has said last, of any placement: it is about taking on people, not about a trade."""
    rows = await session.execute(
        select(Slot.supplier_id, Evaluation.verdicts)
        .join(Placement, Placement.id == Evaluation.placement_id)
        .join(Slot, Slot.id == Placement.slot_id)
        .join(Person, Person.id == Evaluation.person_id)
        .where(Slot.supplier_id.in_(ids), Person.supplier_id == Slot.supplier_id, Evaluation.said_at.is_not(None))
        .order_by(Evaluation.said_at, Evaluation.id),
    )
    asked = EvaluationQuestion.AGAIN.value
    return {supplier_id: Verdict(verdicts[asked]) for supplier_id, verdicts in rows if verdicts.get(asked)}


async def _held(session: AsyncSession, ids: Collection[int], today: date) -> set[int]:
    """Those with a contract of which nothing is said now, or that somebody follows up outside the bot."""
    held = select(Contract.supplier_id).where(Contract.supplier_id.in_(ids), has_not_ended(today), is_held(Contract.id))
    followed_up = select(Obligation.supplier_id).where(
        Obligation.supplier_id.in_(ids), Obligation.status == ObligationStatus.FORMAL
    )
    return {*await session.scalars(held), *await session.scalars(followed_up)}


async def _waits_for_city(session: AsyncSession, place: Place, ids: Collection[int], today: date) -> set[int]:
    """Those whose offer of just this kind and trade has nobody yet, or not in all its places."""
    waits = select(Slot.supplier_id).where(
        Slot.supplier_id.in_(ids),
        Slot.trade == place.trade,
        Slot.kind == place.kind,
        Slot.status.in_((SlotStatus.OPEN, SlotStatus.RESERVED)),
        is_current(today),
    )
    return set(await session.scalars(waits))


async def _asked_before(
    session: AsyncSession, place: Place, ids: Collection[int], *, wish_id: int, since: datetime
) -> defaultdict[int, list[Earlier]]:
    matters: Any = or_(ReversedQuestion.asked_at > since, ReversedQuestion.wish_id == wish_id)
    rows = await session.scalars(select(ReversedQuestion).where(ReversedQuestion.supplier_id.in_(ids), matters))
    found: defaultdict[int, list[Earlier]] = defaultdict(list)
    for row in rows:
        is_alike = (row.kind, row.trade) == (place.kind, place.trade)
        found[row.supplier_id].append(Earlier(row.asked_at, row.wish_id == wish_id, is_alike, row.later_on))
    return found
