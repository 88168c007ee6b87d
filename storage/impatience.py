"""A transaction that gives up rather than wait for what another one holds."""

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.trouble import code_of

LONGEST_WAIT = 0.05
"""Seconds for each lock in an impatient transaction: where it waits, everyone has to."""

LOCKED_OUT = "55P03"
"""PostgreSQL's code for a lock that was not to be had in time."""

_GIVE_UP_AFTER = text("SELECT set_config('lock_timeout', :milliseconds, true)")


async def wait_at_most(session: AsyncSession, seconds: float) -> None:
    """From here on wait so long for each lock. On SQLite who has begun to write waits for nobody anyway."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(_GIVE_UP_AFTER, {"milliseconds": f"{seconds * 1000:.0f}"})


def is_locked_out(error: BaseException) -> bool:
    """Whether an impatient transaction has given up."""
    return isinstance(error, DBAPIError) and code_of(error) == LOCKED_OUT


class UnlessLockedOut:
    """Leaves it at that where an impatient transaction, or a savepoint in one, has given up."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object) -> bool:
        return error is not None and is_locked_out(error)
