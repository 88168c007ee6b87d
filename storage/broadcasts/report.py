"""How far a broadcast has come: what Telegram has taken, what not, and what came of it."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from storage.broadcasts import press
from storage.broadcasts.broadcast import Broadcast
from storage.ledger import LedgerRow
from storage.outbox import UNDER_WAY, OutboxRow, OutboxState
from storage.people.person import Person

KEYS_BEGIN = "broadcast:"
"""So begin the keys of all that broadcasts say in the outbox."""


@frozen
class Report:
    """How many of those who were to get it, by what became of it.

    Attributes:
        accepted: Telegram has taken it.
        undelivered: It did not arrive: those out of reach, and what Telegram refused.
        out_of_reach: Of these, the ones whom Telegram can't reach.
        uncertain: Telegram's answer is missing; a broadcast is not sent twice.
        waiting: It is queued, or is to be.
        passed_by: It was stopped before it went to them, or they have left or turned it off since.
        pressed: They want to contribute.
        turned_off: They have turned such messages off under it.
    """

    accepted: int
    undelivered: int
    out_of_reach: int
    uncertain: int
    waiting: int
    passed_by: int
    pressed: int
    turned_off: int


def key_begins(broadcast_id: int) -> str:
    """How the keys of its rows in the outbox begin; behind it stands the receiver's id."""
    return f"{KEYS_BEGIN}{broadcast_id}:"


async def report_of(session: AsyncSession, broadcast: Broadcast) -> Report:
    """The numbers as they are now."""
    states = await _by_state(session, broadcast)

    def so_many(*which: OutboxState) -> int:
        return sum(states.get(state, 0) for state in which)

    unqueued = max(0, (broadcast.receivers or 0) - sum(states.values()))
    is_queued = broadcast.queued_at is not None
    return Report(
        accepted=so_many(OutboxState.SENT),
        undelivered=so_many(OutboxState.UNREACHABLE, OutboxState.DEAD, OutboxState.EXPIRED),
        out_of_reach=so_many(OutboxState.UNREACHABLE),
        uncertain=so_many(OutboxState.UNKNOWN),
        waiting=so_many(*UNDER_WAY) + (0 if is_queued else unqueued),
        passed_by=so_many(OutboxState.CANCELLED) + (unqueued if is_queued else 0),
        pressed=await press.count(session, broadcast.id),
        turned_off=await _count_turned_off(session, broadcast),
    )


async def _by_state(session: AsyncSession, broadcast: Broadcast) -> dict[OutboxState, int]:
    is_one = OutboxRow.dedup_key.startswith(key_begins(broadcast.id), autoescape=True)
    rows = await session.execute(
        select(OutboxRow.state, func.count())
        .where(OutboxRow.about == str(broadcast.reference), is_one)
        .group_by(OutboxRow.state)
    )
    return {state: int(number) for state, number in rows}


async def _count_turned_off(session: AsyncSession, broadcast: Broadcast) -> int:
    """Who has turned them on again is none of them."""
    turned_off = (
        select(func.count(func.distinct(LedgerRow.actor_id)))
        .join(Person, Person.id == LedgerRow.actor_id)
        .where(LedgerRow.about == str(broadcast.reference), LedgerRow.event == LedgerEvent.BROADCASTS_WANTED)
        .where(Person.broadcasts_off_at.is_not(None))
    )
    return await session.scalar(turned_off) or 0
