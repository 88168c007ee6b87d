"""Relayed texts: what was passed on between a matcher and a supplier, by the message in which it was written.

So it is known what an edited message has become, and who has it.
"""

from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.slots.inquiry import Inquiry


class RelayedPart(StrEnum):
    """What a text is to an inquiry."""

    QUESTION = "question"
    ANSWER = "answer"
    ADDITION = "addition"
    """To an answer that was given before."""


class RelayedText(Base):
    """One text, as it reads now."""

    __tablename__ = "relayed_text"
    __table_args__ = (Index("ix_relayed_text_message_id", "written_by", "message_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    inquiry_id: Mapped[int] = mapped_column(ForeignKey(Inquiry.id), index=True)
    part: Mapped[RelayedPart] = mapped_column(coded(RelayedPart))
    written_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    """Its number in the writer's chat; None where nobody knows it."""
    words: Mapped[str] = mapped_column(Text)


async def keep(  # noqa: PLR0913  who has written what, where, and as what
    session: AsyncSession, *, inquiry_id: int, part: RelayedPart, written_by: int, message_id: int | None, words: str
) -> RelayedText:
    """Keep a text that is passed on."""
    relayed = RelayedText(inquiry_id=inquiry_id, part=part, written_by=written_by, message_id=message_id, words=words)
    session.add(relayed)
    await session.flush()
    return relayed


async def find(session: AsyncSession, relayed_id: int) -> RelayedText | None:
    """The text with that id, as it is now."""
    return await session.get(RelayedText, relayed_id, populate_existing=True)


async def written_in(session: AsyncSession, person_id: int, message_id: int) -> RelayedText | None:
    """What somebody's message has become."""
    theirs = select(RelayedText).where(RelayedText.written_by == person_id, RelayedText.message_id == message_id)
    return await session.scalar(theirs.order_by(RelayedText.id.desc()).limit(1))


async def question_of(session: AsyncSession, inquiry_id: int) -> RelayedText | None:
    """The text that the inquiry asks in; None for one from before texts were kept."""
    asked = select(RelayedText).where(RelayedText.inquiry_id == inquiry_id, RelayedText.part == RelayedPart.QUESTION)
    return await session.scalar(asked)
