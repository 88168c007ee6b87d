"""What people have pressed under a broadcast: *We want to contribute*, once each."""

from datetime import datetime

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.broadcasts.broadcast import Broadcast
from storage.dialects import insert_into
from storage.people.person import Person


class BroadcastPress(Base):
    """Somebody has pressed a button under a broadcast; once is enough."""

    __tablename__ = "broadcast_press"

    broadcast_id: Mapped[int] = mapped_column(ForeignKey(Broadcast.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    pressed_at: Mapped[datetime]


async def note(session: AsyncSession, broadcast_id: int, person_id: int, *, now: datetime) -> None:
    """Keep that somebody has pressed it; a second time is no news."""
    pressed = {"broadcast_id": broadcast_id, "person_id": person_id, "pressed_at": now}
    await session.execute(insert_into(session, BroadcastPress).values(**pressed).on_conflict_do_nothing())


async def count(session: AsyncSession, broadcast_id: int) -> int:
    """How many have pressed it."""
    pressed = select(func.count()).select_from(BroadcastPress).where(BroadcastPress.broadcast_id == broadcast_id)
    return await session.scalar(pressed) or 0
