"""How a placement ends: each is one guarded update from the life table, so that of two who say it at once one is first.

Each says whether it happened; False where the placement is not in a status that allows it any more.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import EndReason, PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.placement_step import PlacementStep
from storage.contracts.hold import is_held
from storage.guarded_update import happened
from storage.placements.placement import Placement
from storage.slots.slot import Slot

_CAN_END = (PlacementStatus.CONFIRMED, PlacementStatus.ENDING)

_SAID_NO_MORE = {
    "end_said_by": None,
    "end_said_at": None,
    "is_end_suppliers_word": None,
    "ended_on": None,
    "end_reason": None,
}


async def say_ended(  # noqa: PLR0913  who says it, for whom, when it ended, how, and when the clock comes next
    session: AsyncSession,
    placement_id: int,
    *,
    by: int,
    is_suppliers_word: bool,
    ended_on: date,
    reason: EndReason,
    now: datetime,
    next_at: datetime | None,
) -> bool:
    """One side says that it has ended."""
    told = {
        "end_said_by": by,
        "end_said_at": now,
        "is_end_suppliers_word": is_suppliers_word,
        "ended_on": ended_on,
        "end_reason": reason,
        **_timed(next_at),
    }
    return await _happens(session, placement_id, PlacementEvent.END, told)


async def settle(session: AsyncSession, placement_id: int, reason: EndReason, *, by: int, now: datetime) -> bool:
    """Both sides say so, or a coordinator says that it is so."""
    event = PlacementEvent.END_EARLY if reason.is_early else PlacementEvent.COMPLETE
    told = {"end_reason": reason, "end_settled_by": by, "end_settled_at": now, **_timed(None)}
    return await _happens(session, placement_id, event, told)


async def extend(session: AsyncSession, placement_id: int, *, ends_on: date, next_at: datetime | None) -> bool:
    """It goes on until that day, and nobody has said that it has ended."""
    return await _happens(session, placement_id, PlacementEvent.EXTEND, {"ends_on": ends_on, **_timed(next_at)})


async def go_on(session: AsyncSession, placement_id: int, *, next_at: datetime | None) -> bool:
    """It has not ended, although one side has said so."""
    return await _happens(session, placement_id, PlacementEvent.GO_ON, _SAID_NO_MORE | _timed(next_at))


# Made once: each tick asks it.
_DUE = (
    select(Placement)
    .join(Slot, Slot.id == Placement.slot_id)
    .where(
        Placement.next_at <= bindparam("now"),
        Placement.status.in_(_CAN_END),
        ~is_held(Slot.contract_id),
    )
    .order_by(Placement.next_at, Placement.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, of=Placement)
    .execution_options(populate_existing=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Placement]:
    """Those to whose end the clock comes now, longest waiting first; none of a contract whose reminders rest."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[Placement, Slot]]:
    """Those to whose end the clock comes after that instant, with their slots, soonest first."""
    rows = await session.execute(
        select(Placement, Slot)
        .join(Slot, Slot.id == Placement.slot_id)
        .where(Placement.next_at > after, Placement.status.in_(_CAN_END), ~is_held(Slot.contract_id))
        .order_by(Placement.next_at)
        .limit(at_most)
    )
    return [(placement, slot) for placement, slot in rows]


def with_coordinators(placement: Placement) -> bool:
    """Whether the coordinators are to say how it is."""
    return placement.asked is PlacementStep.END_OVER


def _timed(next_at: datetime | None) -> dict[str, Any]:
    """In its new status nothing is asked yet."""
    return {"asked": None, "next_at": next_at}


async def _happens(
    session: AsyncSession,
    placement_id: int,
    event: PlacementEvent,
    values: dict[str, Any],
    *conditions: ColumnElement[bool],
) -> bool:
    which = (Placement.id == placement_id, *conditions)
    return bool(await happened(session, Placement.status, PLACEMENT_LIFE, event, values, *which))
