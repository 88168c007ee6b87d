"""Note in the outbox, and in the ledger, what became of a row that was sent."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.outcome import (
    Accepted,
    NoAnswer,
    NotAccepted,
    NotBegun,
    NotSent,
    Outcome,
    Paused,
    Pointless,
    Refused,
    Unreachable,
)
from bot.delivery.parcel import Parcel
from bot.logs import without_contents
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from handlers.handling.city import City
from handlers.handling.work import Work
from handlers.leaving import unreachable
from handlers.obligations.ladder import undelivered
from storage import delivery, ledger, outbox
from storage.delivery import Sent
from storage.ledger import Entry
from storage.outbox import Lane, OutboxState
from storage.outgoing import Outgoing
from storage.trouble import is_trouble

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 30
"""So often a row is tried that Telegram itself fails on, while it answers others: about twenty minutes."""


@frozen
class Result:
    """An attempt that is over."""

    parcel: Parcel
    outcome: Outcome
    words: str | None


async def note_all(
    session: AsyncSession, results: Sequence[Result], *, fencing_token: int, now: datetime, city: City
) -> None:
    """Mark the rows. Those that a later deliverer has taken over are its to mark, and nothing is done."""
    accepted = [(result, result.outcome) for result in results if isinstance(result.outcome, Accepted)]
    await _note_accepted(session, accepted, fencing_token=fencing_token, now=now)
    for result in results:
        if not isinstance(result.outcome, Accepted):
            work = Work(session, now, city, key=f"note:{result.parcel.row.id}:{uuid4().hex[:8]}")
            await _note_by_itself(work, result.parcel.row, result.outcome, fencing_token=fencing_token)


async def _note_accepted(
    session: AsyncSession, accepted: Sequence[tuple[Result, Accepted]], *, fencing_token: int, now: datetime
) -> None:
    sent = [Sent(result.parcel.row.id, outcome.message_id, result.words) for result, outcome in accepted]
    ours = await delivery.mark_sent(session, sent, fencing_token=fencing_token, now=now)
    if len(ours) < len(sent):
        log.warning("%s outbox rows were taken over by another deliverer", len(sent) - len(ours))
    noted = [(result, outcome) for result, outcome in accepted if result.parcel.row.id in ours]
    for result, outcome in noted:
        if outcome.is_fresh and result.parcel.row.original_id is not None and outcome.message_id is not None:
            await _replace(session, result.parcel.row.original_id, outcome.message_id)
    await ledger.record_all(session, [_entry(result) for result, _ in noted if result.words is not None], at=now)


def _entry(result: Result) -> Entry:
    row = result.parcel.row
    return Entry(
        LedgerEvent.MESSAGE_ACCEPTED,
        content=result.words or "",
        recipient_id=row.person_id,
        about=None if result.parcel.looked_up is not None else Reference.read(row.about or ""),
        outbox_id=row.id,
    )


async def _note_by_itself(work: Work, row: Outgoing, outcome: NotAccepted, *, fencing_token: int) -> None:
    """What fails here must fail by itself: the row is then left to the end of its lease."""
    try:
        async with work.session.begin_nested():
            await _note(work, row, outcome, fencing_token=fencing_token)
    except Exception as error:
        if is_trouble(error):
            raise
        log.exception("outbox row %s could not be noted", row.id, exc_info=without_contents(error))


async def _note(work: Work, row: Outgoing, outcome: NotAccepted, *, fencing_token: int) -> None:
    values = _marks(row, outcome)
    if not await delivery.mark(work.session, row.id, values, fencing_token=fencing_token):
        log.warning("outbox row %s was taken over by another deliverer", row.id)
    elif isinstance(outcome, Unreachable):
        await unreachable.note(work, chat_id=row.chat_id, person_id=row.person_id)
    elif values["state"] is OutboxState.DEAD:
        log.error("outbox row %s was refused for good: %s", row.id, values["failure"])
        if row.person_id is not None:
            await undelivered.note(work, row.person_id)


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
        await session.flush()  # what is handled in this transaction asks the table itself how it stands


def _marks(row: Outgoing, outcome: NotAccepted) -> dict[str, Any]:
    match outcome:
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


def _not_sent(row: Outgoing, outcome: NotSent) -> dict[str, Any]:
    is_given_up = not outcome.is_ours_to_wait and row.attempts + 1 >= MOST_ATTEMPTS
    return {"state": OutboxState.DEAD if is_given_up else OutboxState.QUEUED, "failure": outcome.cause}


def _no_answer(row: Outgoing, outcome: NoAnswer) -> dict[str, Any]:
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
