"""Files whose sender has said yes: each waits to be taken in, outside of the transaction in which that was said.

A try is counted when it begins, and whatever is noted of it names the try, as with fetching.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from storage import wakeup
from storage.importing.sent_file import FORGOTTEN, SentFile
from storage.wakeup import Queued


@frozen
class Acceptance:
    """A sender's yes to what they were shown, and the try at doing it; the first is number 1.

    Attributes:
        number: 0 while nobody has tried.
        mark: The mark of what was shown.
        begins_again: Whether the contracts that run already begin again from today.
        shown_id: The message under which it was said.
    """

    file_id: int
    number: int
    mark: int
    begins_again: bool
    shown_id: int | None


async def accept(session: AsyncSession, said: Acceptance, *, at: datetime) -> bool:
    """Note the yes, at which nothing was tried yet; False where the file is dealt with, or being dealt with."""
    wakeup.note(session, Queued.FILE)
    accepted = await session.execute(
        update(SentFile)
        .where(SentFile.id == said.file_id, SentFile.content.is_not(None), SentFile.take_in_at.is_(None))
        .values(
            take_in_at=at,
            attempts=said.number,
            accepted_mark=said.mark,
            begins_again=said.begins_again,
            shown_id=said.shown_id,
        )
        .returning(SentFile.id),
    )
    return accepted.first() is not None


# Made once: it is asked after each tick.
_DUE = select(SentFile.id).where(SentFile.take_in_at <= bindparam("now")).limit(1)


async def is_due(session: AsyncSession, *, now: datetime) -> bool:
    """Whether a file waits to be taken in, or is being taken in."""
    return await session.scalar(_DUE, {"now": now}) is not None


async def begin_next(session: AsyncSession, *, now: datetime) -> Acceptance | None:
    """Begin a try at the file that has waited longest; None where none waits."""
    longest = select(SentFile.id).where(SentFile.take_in_at <= now).order_by(SentFile.take_in_at, SentFile.id).limit(1)
    row = (
        await session.execute(
            update(SentFile)
            .where(SentFile.id == longest.scalar_subquery(), SentFile.take_in_at <= now)
            .values(attempts=SentFile.attempts + 1)
            .returning(
                SentFile.id, SentFile.attempts, SentFile.accepted_mark, SentFile.begins_again, SentFile.shown_id
            ),
        )
    ).first()
    return Acceptance(row[0], row[1], row[2] or 0, bool(row[3]), row[4]) if row else None


async def try_again(session: AsyncSession, this: Acceptance, *, at: datetime) -> bool:
    """Let another try begin then; False where this one counts no more."""
    return await _noted(session, this, {"take_in_at": at}) is not None


async def take_back(session: AsyncSession, this: Acceptance) -> SentFile | None:
    """It would be something else by now, so the yes counts no more; None where this try doesn't."""
    return await _noted(session, this, {"take_in_at": None})


async def end(session: AsyncSession, this: Acceptance) -> SentFile | None:
    """The file is dealt with, and forgotten; None where this try counts no more."""
    return await _noted(session, this, FORGOTTEN | {"take_in_at": None})


async def _noted(session: AsyncSession, this: Acceptance, values: dict[str, Any]) -> SentFile | None:
    return await session.scalar(
        update(SentFile)
        .where(_is_under_way(this))
        .values(**values)
        .returning(SentFile)
        .execution_options(populate_existing=True),
    )


def _is_under_way(this: Acceptance) -> ColumnElement[bool]:
    return and_(SentFile.id == this.file_id, SentFile.attempts == this.number, SentFile.take_in_at.is_not(None))
