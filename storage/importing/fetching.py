"""Files that wait to be fetched from Telegram: what `sent_file` knows of each, and how far that has come.

A try is counted when it begins, so that a file at which the process is killed doesn't come for ever; and whatever is
noted of it names the try, so that a process which has lost its role meanwhile notes nothing.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from storage import wakeup
from storage.importing.sent_file import SentFile
from storage.wakeup import Queued


@frozen
class Try:
    """One try at one file; the first is number 1."""

    file_id: int
    number: int
    telegram_file_id: str


def wait_for(session: AsyncSession, sent_file: SentFile) -> None:
    """Let a file be fetched from now on."""
    session.add(sent_file)
    wakeup.note(session, Queued.FILE)


# Made once: it is asked after each tick.
_DUE = select(SentFile.id).where(SentFile.fetch_at <= bindparam("now")).limit(1)


async def is_due(session: AsyncSession, *, now: datetime) -> bool:
    """Whether a file waits to be fetched, or is being fetched."""
    return await session.scalar(_DUE, {"now": now}) is not None


async def begin_next(session: AsyncSession, *, now: datetime) -> Try | None:
    """Begin a try at the file that has waited longest; None where none waits."""
    longest = select(SentFile.id).where(SentFile.fetch_at <= now).order_by(SentFile.fetch_at, SentFile.id).limit(1)
    row = (
        await session.execute(
            update(SentFile)
            .where(SentFile.id == longest.scalar_subquery(), SentFile.fetch_at <= now)
            .values(attempts=SentFile.attempts + 1)
            .returning(SentFile.id, SentFile.attempts, SentFile.telegram_file_id),
        )
    ).first()
    return Try(*row) if row else None


async def try_again(session: AsyncSession, this: Try, *, at: datetime) -> bool:
    """Let another try begin then; False where this one counts no more."""
    postponed = await session.execute(
        update(SentFile).where(_is_under_way(this)).values(fetch_at=at).returning(SentFile.id),
    )
    return postponed.first() is not None


async def end(session: AsyncSession, this: Try, *, content: bytes | None) -> SentFile | None:
    """Keep what was fetched, or nothing where it has been given up; None where this try counts no more."""
    return await session.scalar(
        update(SentFile)
        .where(_is_under_way(this))
        .values(fetch_at=None, content=content)
        .returning(SentFile)
        .execution_options(populate_existing=True),
    )


def _is_under_way(this: Try) -> ColumnElement[bool]:
    return and_(SentFile.id == this.file_id, SentFile.attempts == this.number, SentFile.fetch_at.is_not(None))
