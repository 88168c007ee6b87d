"""The inbox's queue as one worker sees it, a turn at a time."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage import inbox_queue
from storage.inbox import Turn
from tests.storage.rows import NOW


async def next_turn(session: AsyncSession) -> Turn | None:
    """Whose turn it is."""
    return next(iter(await inbox_queue.next_turns(session, at_most=1)), None)


async def end_turn(session: AsyncSession, turn: Turn) -> None:
    """It is handled."""
    await inbox_queue.end_turns(session, [turn], now=NOW)


async def set_aside(session: AsyncSession, row_id: int) -> None:
    """Give up on an update that waits."""
    turn = await inbox_queue.the_turn(session, row_id)
    assert turn is not None
    await inbox_queue.set_aside(session, turn, reference="ABC", now=NOW)


def key_of(turn: Turn) -> str:
    """The key of an update whose content is its number."""
    assert turn.payload is not None
    return f"update:{turn.payload['update_id']}"
