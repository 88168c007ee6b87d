"""Which broadcasts are still to be queued, and of which the writer has not seen how they went."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.broadcast import ALL_QUARTERS
from storage.broadcasts.broadcast import Broadcast

_IS_WAITING = (Broadcast.accepted_at.is_not(None), Broadcast.queued_at.is_(None))


async def let_go(session: AsyncSession) -> Sequence[Broadcast]:
    """Those that are not queued for all of their receivers yet, the oldest first."""
    return (await session.scalars(select(Broadcast).where(*_IS_WAITING).order_by(Broadcast.accepted_at))).all()


# Made once, as the next: each tick asks them.
_NEXT_TO_QUEUE = (
    select(Broadcast)
    .where(*_IS_WAITING)
    .order_by(Broadcast.accepted_at)
    .limit(1)
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def next_to_queue(session: AsyncSession) -> Broadcast | None:
    """The one that waits longest of those that were let go and are not queued for everybody, held to the end."""
    return await session.scalar(_NEXT_TO_QUEUE)


_ON_THE_WAY = (
    select(Broadcast)
    .where(Broadcast.accepted_at.is_not(None), Broadcast.told_quarters < ALL_QUARTERS)
    .order_by(Broadcast.id)
)


async def on_the_way(session: AsyncSession) -> Sequence[Broadcast]:
    """Those whose writer has not seen yet that all is through."""
    return (await session.scalars(_ON_THE_WAY)).all()
