"""What is asked often: the city's own wording of it, with all that it said before.

What Steget brings along stands in `messages/`; here is only what the city has changed, added or put away.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Select, String, Text, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.faq import LONGEST_FAQ_QUESTION, FaqCode, FaqKey
from domain.language import Language
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded, partial_index
from storage.people.person import Person


class FaqEntry(Base):
    """One question with its answer, whatever its words."""

    __tablename__ = "faq_entry"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str | None] = mapped_column(String(32), unique=True)
    """Which of those that Steget brings along; None where the city has added it."""
    added_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    added_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]
    """Since when it is shown to nobody."""

    @property
    def key(self) -> FaqKey:
        """Which question it is."""
        return FaqKey(FaqCode(self.code)) if self.code is not None else FaqKey(id=self.id)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.FAQ, self.id)


class FaqText(Base):
    """How the city words it in a language; the newest holds."""

    __tablename__ = "faq_text"
    __table_args__ = (
        partial_index("uq_faq_text_in_force", "entry_id", "language", unique=True, where="replaced_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey(FaqEntry.id))
    language: Mapped[Language] = mapped_column(coded(Language))
    question: Mapped[str] = mapped_column(String(LONGEST_FAQ_QUESTION))
    answer: Mapped[str] = mapped_column(Text)
    is_to_confirm: Mapped[bool]
    """A caseworker has to confirm it in each case."""
    written_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    written_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]


async def with_key(session: AsyncSession, key: FaqKey) -> FaqEntry | None:
    """The city's own row for it; None where what Steget brings along was never touched, and where there is none."""
    is_it = FaqEntry.code == key.code.value if key.code is not None else (FaqEntry.id == key.id) & _is_citys()
    return await session.scalar(select(FaqEntry).where(is_it).with_for_update())


async def kept(session: AsyncSession, key: FaqKey, *, by: int, at: datetime) -> FaqEntry:
    """The city's row for that key, made where there is none yet; of the city's own it is a new one."""
    found = await with_key(session, key)
    if found is None:
        found = FaqEntry(code=key.code.value if key.code is not None else None, added_by=by, added_at=at)
        session.add(found)
        await session.flush()
    return found


async def write(session: AsyncSession, text: FaqText) -> None:
    """Let it be how the city words it, instead of what it said before, which stays in the history."""
    before = await session.scalar(_in_force().where(_is_in(text)).with_for_update())
    if before is not None:
        before.replaced_at = text.written_at
        await session.flush()
    session.add(text)
    await session.flush()


async def everything(session: AsyncSession) -> Sequence[tuple[FaqEntry, FaqText | None]]:
    """All that the city has changed, added or put away, in the order in which it did so, with each wording in force.

    An entry with two wordings is there twice.
    """
    is_its = (FaqText.entry_id == FaqEntry.id) & FaqText.replaced_at.is_(None)
    rows = await session.execute(
        select(FaqEntry, FaqText)
        .outerjoin(FaqText, is_its)
        .order_by(FaqEntry.id, FaqText.id)
        .execution_options(populate_existing=True)
    )
    return [(entry, text) for entry, text in rows]


async def count_wordings(session: AsyncSession, entry_id: int) -> int:
    """How many there were, with those in force."""
    counted = select(func.count()).select_from(FaqText).where(FaqText.entry_id == entry_id)
    return await session.scalar(counted) or 0


async def wordings(session: AsyncSession, entry_id: int, *, skip: int, at_most: int) -> Sequence[tuple[FaqText, str]]:
    """A part of all that the city ever said there, the newest first, each with the name of its writer."""
    rows = await session.execute(
        select(FaqText, Person.name)
        .join(Person, Person.id == FaqText.written_by)
        .where(FaqText.entry_id == entry_id)
        .order_by(FaqText.id.desc())
        .offset(skip)
        .limit(at_most)
    )
    return [(text, name) for text, name in rows]


def _is_citys() -> ColumnElement[bool]:
    return FaqEntry.code.is_(None)


def _in_force() -> Select[FaqText]:
    return select(FaqText).where(FaqText.replaced_at.is_(None))


def _is_in(text: FaqText) -> ColumnElement[bool]:
    return (FaqText.entry_id == text.entry_id) & (FaqText.language == text.language)
