"""What happens to a slot: each is one guarded update from the life table, so that of many at once one wins.

Each says whether it happened; False where the slot is not in a status that allows it any more.
"""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.offer_step import HELD_ON_A_DAY, OfferStep
from domain.slot import EmptyReason, Offer, SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from storage.guarded_update import happened
from storage.slots import area
from storage.slots.slot import Slot, is_current


async def claim(  # noqa: PLR0913  who takes it, when, on which day, and when the clock comes next
    session: AsyncSession, slot_id: int, *, matcher_id: int, now: datetime, today: date, next_at: datetime | None
) -> bool:
    """A matcher takes it, if it is still open and its last day is not over."""
    taken = {"claimed_by": matcher_id, "claimed_at": now, **_timed(next_at)}
    return await _happens(session, slot_id, SlotEvent.CLAIM, taken, is_current(today))


async def release(session: AsyncSession, slot_id: int, *, matcher_id: int, next_at: datetime | None) -> bool:
    """It is open again, if this matcher still has it."""
    given_back = {"claimed_by": None, "claimed_at": None, "found_at": None, **_timed(next_at)}
    return await _happens(session, slot_id, SlotEvent.RELEASE, given_back, Slot.claimed_by == matcher_id)


async def pause(session: AsyncSession, slot_id: int, *, next_at: datetime | None) -> bool:
    """It is put on hold, if it is still open."""
    return await _happens(session, slot_id, SlotEvent.PAUSE, _timed(next_at))


async def resume(session: AsyncSession, slot_id: int, *, next_at: datetime | None) -> bool:
    """It is open again, if it is still on hold."""
    return await _happens(session, slot_id, SlotEvent.RESUME, _timed(next_at))


async def change(session: AsyncSession, slot_id: int, offer: Offer, *, revision: int, next_at: datetime | None) -> bool:
    """Something else is offered in it, if nothing has happened to it since that revision."""
    told = {part.name: getattr(offer, part.name) for part in fields(offer)} | {"details": dict(offer.details)}
    told["area_id"] = await area.meant_by(session, offer.area)
    return await _happens(session, slot_id, SlotEvent.CHANGE, told | _timed(next_at), Slot.revision == revision)


async def adapt(session: AsyncSession, slot_id: int, adaptations: list[str], *, revision: int) -> bool:
    """Its workplace can be like that, as somebody says, if nothing has happened to it since that revision."""
    told = {"adaptations": adaptations}
    return await _happens(session, slot_id, SlotEvent.ADAPT, told, Slot.revision == revision)


async def plan_day(session: AsyncSession, slot_id: int, *, on: date, revision: int, next_at: datetime | None) -> bool:
    """The day of a visit or a lecture is agreed, if a matcher has it and nothing has happened since that revision."""
    told = {"starts_on": on, **_timed(next_at)}
    is_theirs = (Slot.revision == revision, Slot.status == SlotStatus.RESERVED, Slot.kind.in_(HELD_ON_A_DAY))
    return await _happens(session, slot_id, SlotEvent.CHANGE, told, *is_theirs)


async def keep(session: AsyncSession, slot_id: int, *, answer_by: date, next_at: datetime | None) -> bool:
    """The supplier says that it still holds, until that day."""
    told = {"answer_by": answer_by, **_timed(next_at)}
    return await _happens(session, slot_id, SlotEvent.KEEP, told, Slot.asked == OfferStep.STILL)


async def undo(session: AsyncSession, slot_id: int) -> bool:
    """It is taken back without a reason, if nobody has claimed it or put it on hold."""
    return await _happens(session, slot_id, SlotEvent.WITHDRAW, _timed(None), Slot.status == SlotStatus.OPEN)


async def withdraw(session: AsyncSession, slot_id: int, *, reason: str, revision: int) -> bool:
    """It is taken back for a reason, if nothing has happened to it since that revision."""
    gone = {"withdrawn_reason": reason, **_timed(None)}
    return await _happens(session, slot_id, SlotEvent.WITHDRAW, gone, Slot.revision == revision)


async def go_on(session: AsyncSession, slot_id: int, *, matcher_id: int, next_at: datetime | None) -> bool:
    """Whoever has it is on it: nothing of it changes, but that nothing is asked any more."""
    return await _happens(session, slot_id, SlotEvent.GO_ON, _timed(next_at), Slot.claimed_by == matcher_id)


async def expire(  # noqa: PLR0913  when, why as far as that is known, and what is asked then
    session: AsyncSession,
    slot_id: int,
    *,
    now: datetime,
    reason: EmptyReason | None,
    asked: OfferStep | None,
    next_at: datetime | None,
) -> bool:
    """Its time is over; whoever had it in hand stays named, since they may know why."""
    gone = {"expired_at": now, "empty_reason": reason, "asked": asked, "next_at": next_at}
    return await _happens(session, slot_id, SlotEvent.EXPIRE, gone)


async def hold(session: AsyncSession, slot_id: int, *, participants: int, now: datetime) -> bool:
    """A visit or a lecture was held, and so many came."""
    told = {"participants": participants, "held_at": now, **_timed(None)}
    return await _happens(session, slot_id, SlotEvent.HOLD, told, Slot.kind.in_(HELD_ON_A_DAY))


async def explain(session: AsyncSession, slot_id: int, reason: EmptyReason) -> bool:
    """Say why nobody came, if it has expired and nobody has said so before."""
    return await _is_noted(session, slot_id, {"empty_reason": reason, "next_at": None}, Slot.empty_reason.is_(None))


async def renew(session: AsyncSession, slot_id: int) -> bool:
    """Note that the supplier offers it again, once."""
    is_first = or_(Slot.asked.is_(None), Slot.asked != OfferStep.RENEWED)
    return await _is_noted(session, slot_id, {"asked": OfferStep.RENEWED, "next_at": None}, is_first)


def _timed(next_at: datetime | None) -> dict[str, Any]:
    """In its new status nothing is asked yet."""
    return {"asked": None, "next_at": next_at}


async def _is_noted(
    session: AsyncSession, slot_id: int, values: dict[str, Any], *conditions: ColumnElement[bool]
) -> bool:
    noted = await session.execute(
        update(Slot)
        .where(Slot.id == slot_id, Slot.status == SlotStatus.EXPIRED, *conditions)
        .values(**values)
        .returning(Slot.id),
    )
    return noted.first() is not None


async def find_somebody(session: AsyncSession, slot_id: int, *, matcher_id: int, now: datetime) -> bool:
    """The matcher who has it has found somebody for it."""
    theirs = (Slot.claimed_by == matcher_id, Slot.found_at.is_(None))
    return await _happens(session, slot_id, SlotEvent.FIND, {"found_at": now}, *theirs)


async def undo_finding(session: AsyncSession, slot_id: int, *, matcher_id: int, since: datetime) -> bool:
    """The matcher who has it takes that back, if it was said since then."""
    theirs = (Slot.claimed_by == matcher_id, Slot.found_at >= since)
    return await _happens(session, slot_id, SlotEvent.UNFIND, {"found_at": None}, *theirs)


async def start(session: AsyncSession, slot_id: int, *, revision: int) -> bool:
    """Somebody has begun in it, if a matcher has it and nothing has happened to it since that revision."""
    return await _happens(session, slot_id, SlotEvent.START, {}, Slot.revision == revision)


async def fill(session: AsyncSession, slot_id: int) -> bool:
    """Somebody has begun in every place of it, as both sides say."""
    return await _happens(session, slot_id, SlotEvent.FILL, {})


async def unfill(session: AsyncSession, slot_id: int, *, next_at: datetime | None) -> bool:
    """A start in it was taken back after it was filled: the matcher still has it."""
    return await _happens(session, slot_id, SlotEvent.UNFILL, _timed(next_at))


async def close(session: AsyncSession, slot_id: int) -> bool:
    """Everyone who was in it has ended, and nobody else comes: the clock has nothing more to do."""
    return await _happens(session, slot_id, SlotEvent.CLOSE, _timed(None))


async def _happens(
    session: AsyncSession, slot_id: int, event: SlotEvent, values: dict[str, Any], *conditions: ColumnElement[bool]
) -> bool:
    """Let the event happen to a slot, if its status allows it and all that is asked is so."""
    told = values | {"revision": Slot.revision + 1}
    return bool(await happened(session, Slot.status, SLOT_LIFE, event, told, Slot.id == slot_id, *conditions))
