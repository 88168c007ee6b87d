"""Placements from the proposal to the first day, and until both sides have said that somebody has begun."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.placement import LIVE, UNDER_WAY, PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from storage.code import a_code
from storage.contracts.hold import is_held
from storage.guarded_update import happened
from storage.placements.placement import CODE_LENGTH, Placement
from storage.slots.slot import Slot

_TIMED = (*UNDER_WAY, PlacementStatus.STARTED)
"""In these the clock does what `domain/placement_step.py` says of them."""


@frozen
class Proposal:
    """What is proposed to a supplier: when, how long, and how much.

    Attributes:
        ends_on: The last day as it is planned; None for what goes on.
        extent: Per cent of full time; None where that says nothing, as for a mentor.
    """

    starts_on: date
    ends_on: date | None
    extent: int | None


async def propose(  # noqa: PLR0913  who is meant for which slot, by whom, and when the clock comes
    session: AsyncSession, slot_id: int, proposal: Proposal, *, matcher_id: int, now: datetime, next_at: datetime | None
) -> Placement:
    """Keep that somebody is meant for a place, under a random code: where most placements' lives begin."""
    placement = Placement(
        code=a_code(CODE_LENGTH),
        slot_id=slot_id,
        status=PlacementStatus.PROPOSED,
        matcher_id=matcher_id,
        proposed_at=now,
        starts_on=proposal.starts_on,
        ends_on=proposal.ends_on,
        extent=proposal.extent,
        next_at=next_at,
    )
    session.add(placement)
    await session.flush()
    return placement


async def happens(
    session: AsyncSession, placement_id: int, event: PlacementEvent, *, next_at: datetime | None, **told: Any
) -> bool:
    """Let the event happen, if its status allows it; in its new status the clock has asked nothing yet."""
    values = {"asked": None, "next_at": next_at, **told}
    return bool(await happened(session, Placement.status, PLACEMENT_LIFE, event, values, Placement.id == placement_id))


async def locked(session: AsyncSession, placement_id: int) -> Placement | None:
    """The placement as it is now, held until the end of the transaction."""
    return await session.get(Placement, placement_id, populate_existing=True, with_for_update=True)


async def in_slot(session: AsyncSession, slot_id: int) -> Sequence[Placement]:
    """Those under way in the slot, oldest first."""
    asked = select(Placement).where(Placement.slot_id == slot_id, Placement.status.in_(UNDER_WAY))
    return (await session.scalars(asked.order_by(Placement.id).execution_options(populate_existing=True))).all()


async def all_in_slot(session: AsyncSession, slot_id: int) -> Sequence[Placement]:
    """Everyone who was ever meant for the slot, or begun in it, oldest first."""
    return (await all_in_slots(session, [slot_id])).get(slot_id, [])


async def all_in_slots(session: AsyncSession, slot_ids: Collection[int]) -> dict[int, list[Placement]]:
    """Everyone who was ever meant for these slots, or begun in them, oldest first, by the slot's id."""
    if not slot_ids:
        return {}
    asked = select(Placement).where(Placement.slot_id.in_(slot_ids)).order_by(Placement.id)
    found: dict[int, list[Placement]] = {}
    for placement in await session.scalars(asked.execution_options(populate_existing=True)):
        found.setdefault(placement.slot_id, []).append(placement)
    return found


async def count_taken(session: AsyncSession, slot_id: int) -> int:
    """How many places of the slot somebody has begun in, or is meant for."""
    counted = select(func.count()).where(Placement.slot_id == slot_id, Placement.status.in_((*UNDER_WAY, *LIVE)))
    return await session.scalar(counted) or 0


async def give_up(session: AsyncSession, slot_id: int, event: PlacementEvent) -> Sequence[int]:
    """The slot is nobody's any more: let nothing come of those under way in it; says of which."""
    values = {"asked": None, "next_at": None}
    gone = await happened(session, Placement.status, PLACEMENT_LIFE, event, values, Placement.slot_id == slot_id)
    return sorted(gone)


async def hand_over(session: AsyncSession, slot_id: int, matcher_id: int) -> None:
    """Another matcher goes on with those under way in the slot."""
    theirs = (Placement.slot_id == slot_id, Placement.status.in_(UNDER_WAY))
    await session.execute(update(Placement).where(*theirs).values(matcher_id=matcher_id))


async def want_to_know(
    session: AsyncSession, placement: Placement, topics: Mapping[str, str], *, next_at: datetime | None
) -> None:
    """Keep what the supplier wants to know, with the answers that have come; empty where none has."""
    placement.wants_to_know = dict(topics)
    placement.asked, placement.next_at = None, next_at
    await session.flush()


# Made once: each tick asks it.
_DUE = (
    select(Placement)
    .join(Slot, Slot.id == Placement.slot_id)
    .where(Placement.next_at <= bindparam("now"), Placement.status.in_(_TIMED), ~is_held(Slot.contract_id))
    .order_by(Placement.next_at, Placement.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, of=Placement)
    .execution_options(populate_existing=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Placement]:
    """Those to which the clock comes now, longest waiting first; not while their contract's reminders rest."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[Placement, Slot]]:
    """Those to which the clock comes after that instant, with their slots, soonest first."""
    ahead = select(Placement, Slot).join(Slot, Slot.id == Placement.slot_id).where(Placement.status.in_(_TIMED))
    rows = await session.execute(
        ahead.where(Placement.next_at > after, ~is_held(Slot.contract_id)).order_by(Placement.next_at).limit(at_most)
    )
    return [(placement, slot) for placement, slot in rows]
