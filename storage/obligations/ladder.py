"""The ladder: which obligations it comes to and when, and the rungs on which they stand."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import String, bindparam, cast, exists, or_, select, true, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.frozen import frozen
from domain.meeting import MeetingStatus
from domain.obligation import TO_BE_DONE, ObligationStatus, Rung
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from storage.contracts.contract import Contract
from storage.contracts.hold import is_held
from storage.guarded_update import happened
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation
from storage.people.supplier import Supplier

NUDGED = (Rung.REMINDER, Rung.NUDGE, Rung.SECOND_CONTACT)
"""On these the supplier hears of it."""


# Made once: each tick asks it.
_TO_CLIMB = (
    select(Obligation)
    .where(Obligation.next_at.is_not(None), Obligation.next_at <= bindparam("now"), ~is_held(Obligation.contract_id))
    .order_by(Obligation.next_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def to_climb(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Obligation]:
    """Obligations to which the ladder has come, longest waiting first; not where reminders are held."""
    return (await session.scalars(_TO_CLIMB, {"now": now, "at_most": at_most})).all()


@frozen
class ToCome:
    """An obligation to which the ladder will come, and where it belongs."""

    obligation: Obligation
    contract: Contract
    supplier: Supplier


async def to_come(
    session: AsyncSession, *, after: datetime, at_most: int, before: datetime | None = None
) -> Sequence[ToCome]:
    """Obligations to which the ladder comes after then, soonest first; not where a meeting or a hold is on.

    Nor where a time is proposed: then a coordinator is waited for. For a meeting only the first of its kind waits.
    """
    sooner = aliased(Obligation)
    is_later = exists().where(
        sooner.contract_id == Obligation.contract_id,
        sooner.kind == Obligation.kind,
        sooner.status.in_(TO_BE_DONE),
        tuple_(sooner.due_on, sooner.id) < tuple_(Obligation.due_on, Obligation.id),
    )
    is_planned = exists().where(
        Meeting.contract_id == Obligation.contract_id,
        cast(Meeting.kind, String) == cast(Obligation.kind, String),
        Meeting.status == MeetingStatus.PLANNED,
        Meeting.starts_at > Obligation.next_at,
    )
    rows = await session.execute(
        select(Obligation, Contract, Supplier)
        .join(Contract, Contract.id == Obligation.contract_id)
        .join(Supplier, Supplier.id == Obligation.supplier_id)
        .where(Obligation.next_at > after, or_(~is_planned, is_later), Obligation.proposed.is_(None))
        .where(~is_held(Obligation.contract_id))
        .where(Obligation.next_at < before if before is not None else true())
        .order_by(Obligation.next_at, Obligation.id)
        .limit(at_most),
    )
    return [ToCome(*row) for row in rows]


async def climbed(  # noqa: PLR0913  which ones, from where to where, and when the ladder comes again
    session: AsyncSession,
    obligation_ids: Collection[int],
    *,
    reached: Rung,
    rung: Rung,
    next_at: datetime | None,
    counted_from: date | None,
) -> set[int]:
    """Let open obligations climb from one rung to another, all in one guarded update; which of them did."""
    result = await session.execute(
        update(Obligation)
        .where(
            Obligation.id.in_(obligation_ids),
            Obligation.status == ObligationStatus.OPEN,
            Obligation.rung == reached.value,
        )
        .values(rung=rung.value, next_at=next_at, counted_from=counted_from)
        .returning(Obligation.id),
    )
    return set(result.scalars())


async def escalated(session: AsyncSession, obligation_ids: Collection[int], *, next_at: datetime) -> set[int]:
    """Let obligations reach the top, all in one guarded update; which of them did. There they may be asked about."""
    told = {"rung": Rung.COORDINATOR.value, "next_at": next_at, "revision": Obligation.revision + 1}
    are_meant = Obligation.id.in_(obligation_ids)
    return await happened(session, Obligation.status, OBLIGATION_LIFE, ObligationEvent.ESCALATE, told, are_meant)


async def ask_again(session: AsyncSession, obligation_ids: Collection[int], *, next_at: datetime) -> None:
    """Say when the coordinators are asked again about what they have not decided."""
    await session.execute(
        update(Obligation)
        .where(Obligation.id.in_(obligation_ids), Obligation.status == ObligationStatus.ESCALATED)
        .values(next_at=next_at),
    )


async def snooze(session: AsyncSession, obligation_id: int, *, until: date) -> bool:
    """Leave the supplier alone about an open obligation until that day; False where it isn't open."""
    result = await session.execute(
        update(Obligation)
        .where(Obligation.id == obligation_id, Obligation.status == ObligationStatus.OPEN)
        .values(snoozed_until=until)
        .returning(Obligation.id),
    )
    return result.first() is not None


async def to_be_nudged(session: AsyncSession, supplier_ids: Collection[int], *, today: date) -> Sequence[Obligation]:
    """What those suppliers hear of, soonest due first: open, on a rung of theirs, not put off or held."""
    return (
        await session.scalars(
            select(Obligation)
            .where(
                Obligation.supplier_id.in_(supplier_ids),
                Obligation.status == ObligationStatus.OPEN,
                Obligation.rung.in_([rung.value for rung in NUDGED]),
                or_(Obligation.snoozed_until.is_(None), Obligation.snoozed_until <= today),
                ~is_held(Obligation.contract_id),
            )
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def leave_alone(session: AsyncSession, obligation: Obligation, *, until: date) -> None:
    """The city sees to something first: until that day the supplier hears nothing, and no day counts."""
    counted_from = max(until, obligation.ladder_day)
    await session.execute(
        update(Obligation)
        .where(Obligation.id == obligation.id, Obligation.status == ObligationStatus.OPEN)
        .values(snoozed_until=until, counted_from=counted_from if counted_from > obligation.due_on else None),
    )


async def rest(session: AsyncSession, contract_id: int, *, until: date) -> None:
    """Leave the supplier alone until that day about all under the contract that is open and due after it."""
    await session.execute(
        update(Obligation)
        .where(
            Obligation.contract_id == contract_id,
            Obligation.status == ObligationStatus.OPEN,
            Obligation.due_on > until,
            or_(Obligation.snoozed_until.is_(None), Obligation.snoozed_until < until),
        )
        .values(snoozed_until=until),
    )


async def set_next(
    session: AsyncSession, obligation_id: int, *, next_at: datetime | None, counted_from: date | None
) -> None:
    """Say when the ladder comes to an obligation next, as long as it is open, and from which day it counts."""
    await session.execute(
        update(Obligation)
        .where(Obligation.id == obligation_id, Obligation.status == ObligationStatus.OPEN)
        .values(next_at=next_at, counted_from=counted_from),
    )
