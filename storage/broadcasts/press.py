"""What people have pressed under a broadcast: *We want to contribute*, once each."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from storage.broadcasts.broadcast import BroadcastPress
from storage.dialects import insert_into


async def note(session: AsyncSession, broadcast_id: int, person_id: int, *, now: datetime) -> None:
    """Keep that somebody has pressed it; a second time is no news."""
    pressed = {"broadcast_id": broadcast_id, "person_id": person_id, "pressed_at": now}
    await session.execute(insert_into(session, BroadcastPress).values(**pressed).on_conflict_do_nothing())
