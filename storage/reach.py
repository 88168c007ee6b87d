"""When Telegram last answered, so that whoever asks how the bot is can be told, though it may not run any more.

It lies in the table of leases, in a row that nobody holds, since it is written with the poller's heartbeat: some
seconds' truth, for one statement in a transaction that is there anyway.
"""

from sqlalchemy import Executable, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.dialects import InBothDialects, Insert, in_dialect
from storage.lease import Lease

NAME = "telegram_reached"


def _noted(insert: Insert) -> Executable:
    new = insert(Lease)
    is_later = Lease.held_until < new.excluded.held_until
    return new.on_conflict_do_update(
        index_elements=["name"], set_={"held_until": new.excluded.held_until}, where=is_later
    )


_NOTE = InBothDialects(_noted)


async def note(session: AsyncSession, at: float | None) -> None:
    """Telegram has answered at that time, in seconds since 1970; None where it hasn't yet."""
    if at is not None:
        values = {"name": NAME, "holder": None, "token": 0, "held_until": at}
        await session.execute(in_dialect(session, _NOTE), values)


async def last(session: AsyncSession) -> float | None:
    """When it last answered any process, in seconds since 1970; None where it never has."""
    return await session.scalar(select(Lease.held_until).where(Lease.name == NAME))
