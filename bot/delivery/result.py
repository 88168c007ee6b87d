"""Note in the outbox, and in the ledger, what became of a row that was sent."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.outcome import Accepted, NoAnswer, NotBegun, NotSent, Outcome, Paused, Pointless, Refused, Unreachable
from bot.delivery.parcel import Parcel
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from handlers.handling.city import City
from handlers.handling.work import Work
from handlers.leaving import unreachable
from handlers.obligations.ladder import undelivered
from storage import delivery, ledger, outbox
from storage.outbox import Lane, OutboxRow, OutboxState

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 30
"""So often a row is tried that Telegram itself fails on, while it answers others: about twenty minutes."""


@dataclass(frozen=True)
class Result:
    """An attempt that is over."""

    parcel: Parcel
    outcome: Outcome
    words: str | None


async def note(session: AsyncSession, result: Result, *, fencing_token: int, now: datetime, city: City) -> None:
    """Mark the row. Where a later deliverer has taken it over, the row is its to mark, and nothing is done."""
    row, outcome = result.parcel.row, result.outcome
    values = _marks(result, now)
    if not await delivery.mark(session, row.id, values, fencing_token=fencing_token):
        log.warning("outbox row %s was taken over by another deliverer", row.id)
        return
    match outcome:
        case Accepted():
            await _accepted(session, result, outcome, now)
        case Unreachable():
            work = Work(session, now, city, key=f"unreachable:{row.id}:{uuid4().hex[:8]}")
            await unreachable.note(work, chat_id=row.chat_id, person_id=row.person_id)
        case _ if values["state"] is OutboxState.DEAD:
            log.error("outbox row %s was refused for good: %s", row.id, values["failure"])
            if row.person_id is not None:
                work = Work(session, now, city, key=f"refused:{row.id}")
                await undelivered.note(work, row.person_id)


async def _accepted(session: AsyncSession, result: Result, outcome: Accepted, now: datetime) -> None:
    row = result.parcel.row
    if outcome.is_fresh and row.original_id is not None and outcome.message_id is not None:
        await _replace(session, row.original_id, outcome.message_id)
    if result.words is not None:
        await ledger.record(
            session,
            LedgerEvent.MESSAGE_ACCEPTED,
            at=now,
            content=result.words,
            recipient_id=row.person_id,
            about=Reference.read(row.about or ""),
            outbox_id=row.id,
        )


async def _replace(session: AsyncSession, original_id: int, message_id: int) -> None:
    """What was to be edited stands in a new message now, and edits to come belong there.

    One whose fate was unknown must not be sent again below the news that it is out of date; the person may have seen
    it, though, and then sees both.
    """
    await delivery.note_said_afresh(session, original_id, message_id)
    original = await outbox.find(session, original_id)
    if original is not None and original.state is OutboxState.UNKNOWN:
        original.state, original.lease_until = OutboxState.SENT, None
        original.possible_copies += 1
        original.secret = None


def _marks(result: Result, now: datetime) -> dict[str, Any]:  # noqa: PLR0911  a table: each outcome has its line
    row, outcome = result.parcel.row, result.outcome
    match outcome:
        case Accepted():
            return {
                "state": OutboxState.SENT,
                "telegram_message_id": outcome.message_id,
                "rendered": result.words,
                "sent_at": now,
                "failure": None,
            }
        case Paused() | NotBegun():
            # Telegram was busy, or it was not tried: that is no attempt.
            return {"state": OutboxState.QUEUED, "attempts": row.attempts}
        case NotSent():
            return _not_sent(row, outcome)
        case NoAnswer():
            return _no_answer(row, outcome)
        case Unreachable():
            return {"state": OutboxState.UNREACHABLE, "failure": outcome.cause}
        case Refused():
            return {"state": OutboxState.DEAD, "failure": outcome.cause}
        case Pointless():
            return {"state": OutboxState.CANCELLED}


def _not_sent(row: OutboxRow, outcome: NotSent) -> dict[str, Any]:
    is_given_up = not outcome.is_ours_to_wait and row.attempts + 1 >= MOST_ATTEMPTS
    return {"state": OutboxState.DEAD if is_given_up else OutboxState.QUEUED, "failure": outcome.cause}


def _no_answer(row: OutboxRow, outcome: NoAnswer) -> dict[str, Any]:
    """Its lease still runs, and when that is over it is sent again: unless it is a broadcast, which isn't worth it."""
    if row.lane != Lane.BROADCAST:
        return {"state": OutboxState.UNKNOWN, "failure": outcome.cause}
    return {
        "state": OutboxState.UNKNOWN,
        "failure": outcome.cause,
        "lease_until": None,
        "possible_copies": row.possible_copies + 1,
        "secret": None,
    }
