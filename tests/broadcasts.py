"""A broadcast that somebody has let go, for tests of what becomes of it; how one is written has tests of its own."""

from datetime import datetime, timedelta

from sqlalchemy import select

from domain.audience import EVERYONE, Audience
from domain.broadcast import BroadcastSort
from domain.role import Role
from domain.working_hours import WorkingHours
from handlers.broadcasts import sending
from handlers.handling import city as handling
from handlers.handling.work import Work
from storage.broadcasts import audience
from storage.broadcasts.broadcast import Broadcast
from storage.database import Database
from storage.people.person import Person

WORDS = "Tack för i år! Tolv personer har fått visa vad de kan hos er."


async def let_go(database: Database, *, at: datetime, to: Audience = EVERYONE) -> int:
    """One by the coordinator; its id."""
    async with database.write() as session:
        writer = await session.scalar(select(Person.id).where(Person.role == Role.COORDINATOR).order_by(Person.id))
        assert writer is not None
        reached = await audience.reach(session, to)
        sent = Broadcast(
            sort=BroadcastSort.THANKS,
            words_sv=WORDS,
            audience=to.chosen(),
            named=[],
            written_by=writer,
            written_at=at,
            accepted_at=at,
            receivers=reached.receivers,
        )
        session.add(sent)
        await session.flush()
        return sent.id


async def queue_slice(database: Database, city: handling.City, *, at: datetime) -> bool:
    """One turn of the duty, in its transaction; whether there may be more."""
    async with database.write() as session:
        return await sending.queue(Work(session, at, city, key=f"test:{at}"))


def last_opening(hours: WorkingHours, before: datetime) -> datetime:
    """An instant in working hours, on whichever day a test may run."""
    at = before
    while not hours.is_open(at):
        at -= timedelta(minutes=30)
    return at
