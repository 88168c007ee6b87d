"""Pictures that were drawn, by a hash of all that they show: what shows the same is drawn once."""

from datetime import datetime

from sqlalchemy import LargeBinary, String, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.dialects import insert_into


class Picture(Base):
    """One picture, as a file."""

    __tablename__ = "picture"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    drawn_at: Mapped[datetime]


async def find(session: AsyncSession, picture_hash: str) -> bytes | None:
    """The file, where it was drawn before."""
    return await session.scalar(select(Picture.content).where(Picture.hash == picture_hash))


async def keep(session: AsyncSession, picture_hash: str, content: bytes, *, now: datetime) -> None:
    """Keep a picture; where another process was faster, its own stays."""
    new = insert_into(session, Picture).values(hash=picture_hash, content=content, drawn_at=now)
    await session.execute(new.on_conflict_do_nothing(index_elements=[Picture.hash]))


# Made once: each tick asks it.
_FORGET = (
    delete(Picture)
    .where(
        Picture.hash.in_(
            select(Picture.hash)
            .where(Picture.drawn_at < bindparam("before"))
            .order_by(Picture.drawn_at)
            .limit(bindparam("at_most"))
        )
    )
    .returning(Picture.hash)
    .execution_options(synchronize_session=False)
)


async def forget(session: AsyncSession, *, before: datetime, at_most: int) -> int:
    """Delete pictures that were drawn before then; says how many."""
    return len((await session.scalars(_FORGET, {"before": before, "at_most": at_most})).all())
