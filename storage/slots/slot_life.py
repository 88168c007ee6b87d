"""What happens to a slot: each is one guarded update from the life table, so that of many at once one wins.

Each says whether it happened; False where the slot is not in a status that allows it any more.
"""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slot import Offer, SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from storage.guarded_update import happened
from storage.slots.slot import Slot


async def claim(session: AsyncSession, slot_id: int, *, matcher_id: int, now: datetime) -> bool:
    """A matcher takes it, if it is still open."""
    taken = {"claimed_by": matcher_id, "claimed_at": now, "ask_again_at": None}
    return await _happens(session, slot_id, SlotEvent.CLAIM, taken)


async def release(session: AsyncSession, slot_id: int, *, matcher_id: int, ask_again_at: datetime) -> bool:
    """It is open again, if this matcher still has it."""
    given_back = {"claimed_by": None, "claimed_at": None, "found_at": None, "ask_again_at": ask_again_at}
    return await _happens(session, slot_id, SlotEvent.RELEASE, given_back, Slot.claimed_by == matcher_id)


async def pause(session: AsyncSession, slot_id: int) -> bool:
    """It is put on hold, if it is still open."""
    return await _happens(session, slot_id, SlotEvent.PAUSE, {"ask_again_at": None})


async def resume(session: AsyncSession, slot_id: int, *, ask_again_at: datetime) -> bool:
    """It is open again, if it is still on hold."""
    return await _happens(session, slot_id, SlotEvent.RESUME, {"ask_again_at": ask_again_at})


async def change(session: AsyncSession, slot_id: int, offer: Offer, *, revision: int) -> bool:
    """Something else is offered in it, if nothing has happened to it since that revision."""
    told = {part.name: getattr(offer, part.name) for part in fields(offer)} | {"details": dict(offer.details)}
    return await _happens(session, slot_id, SlotEvent.CHANGE, told, Slot.revision == revision)


async def undo(session: AsyncSession, slot_id: int) -> bool:
    """It is taken back without a reason, if nobody has claimed it or put it on hold."""
    return await _happens(session, slot_id, SlotEvent.WITHDRAW, {"ask_again_at": None}, Slot.status == SlotStatus.OPEN)


async def withdraw(session: AsyncSession, slot_id: int, *, reason: str, revision: int) -> bool:
    """It is taken back for a reason, if nothing has happened to it since that revision."""
    gone = {"withdrawn_reason": reason, "ask_again_at": None}
    return await _happens(session, slot_id, SlotEvent.WITHDRAW, gone, Slot.revision == revision)


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


async def unfill(session: AsyncSession, slot_id: int) -> bool:
    """A start in it was taken back after it was filled: the matcher still has it."""
    return await _happens(session, slot_id, SlotEvent.UNFILL, {})


async def _happens(
    session: AsyncSession, slot_id: int, event: SlotEvent, values: dict[str, Any], *conditions: ColumnElement[bool]
) -> bool:
    """Let the event happen to a slot, if its status allows it and all that is asked is so."""
    told = values | {"revision": Slot.revision + 1}
    return bool(await happened(session, Slot.status, SLOT_LIFE, event, told, Slot.id == slot_id, *conditions))
