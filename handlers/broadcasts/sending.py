"""A broadcast is queued to its receivers, a slice at a time, and to nobody who wants none any more."""

from domain.broadcast import goes_at
from handlers.broadcasts import stopping
from handlers.broadcasts.message import message_of
from handlers.handling.work import Work
from storage import recall
from storage.broadcasts import audience, queueing
from storage.broadcasts.broadcast import Broadcast
from storage.broadcasts.report import KEYS_BEGIN, key_begins
from storage.outbox import Lane, Ring
from storage.people.person import Person

AT_ONCE = 200
"""Receivers in a transaction: it takes less than a tenth of a second, and answers wait for no longer than that."""


async def queue(work: Work) -> bool:
    """Queue the oldest broadcast that was let go to its next receivers, once it may go; says whether more may wait.

    How far it has come is kept in the same transaction, so a process that dies goes on behind them. Who has left, is
    out of reach or has turned such messages off meanwhile is passed by. Where somebody whom it names has said no since,
    it goes to nobody else.
    """
    broadcast = await queueing.next_to_queue(work.session)
    if broadcast is None or broadcast.accepted_at is None:
        return False
    if goes_at(broadcast.accepted_at, work.now, work.city.hours) > work.now:
        return False
    if not await stopping.may_name_all(work, broadcast):
        await stopping.stop_it(work, broadcast, by=None)
    else:
        await _queue_slice(work, broadcast, await _next_receivers(work, broadcast))
    return True


async def _next_receivers(work: Work, broadcast: Broadcast) -> list[Person]:
    behind, accepted_at = broadcast.queued_up_to, broadcast.accepted_at or work.now
    found = await audience.after(work.session, broadcast.to, behind, at_most=AT_ONCE, joined_by=accepted_at)
    return list(found)


async def _queue_slice(work: Work, broadcast: Broadcast, receivers: list[Person]) -> None:
    await work.tell_all(
        receivers,
        await message_of(work, broadcast),
        key_begins=key_begins(broadcast.id),
        lane=Lane.BROADCAST,
        ring=Ring.IN_WORKING_HOURS,
        about=broadcast.reference,
    )
    if receivers:
        broadcast.queued_up_to = receivers[-1].id
    if len(receivers) < AT_ONCE:
        broadcast.queued_at = work.now


async def pass_by(work: Work, receiver: Person) -> None:
    """Send no broadcast that still waits for somebody who wants none any more."""
    await recall.cancel_queued_to(work.session, receiver.id, key_begins=KEYS_BEGIN)
