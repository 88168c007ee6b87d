"""What somebody asked the city, because the list of what is asked often has no answer to it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, String, Text, bindparam, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.asked_alike import AskedOnce
from domain.faq import LONGEST_FAQ_QUESTION
from domain.language import Language
from domain.reference import Noun, Reference
from domain.subject import CityQuestionSubject
from storage.base import Base, Id, coded, partial_index
from storage.faq.entry import FaqEntry
from storage.people.person import Person


class CityQuestion(Base):
    """One question, and the answer of whoever answered it."""

    __tablename__ = "city_question"
    __table_args__ = (
        Index("ix_city_question_asked_by", "asked_by", "id"),
        partial_index("ix_city_question_next_at", "next_at", where="next_at IS NOT NULL"),
        partial_index("ix_city_question_open", "asked_at", where="answered_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    asked_at: Mapped[datetime]
    language: Mapped[Language] = mapped_column(coded(Language))
    words: Mapped[str] = mapped_column(Text)
    read_before: Mapped[str | None] = mapped_column(String(LONGEST_FAQ_QUESTION))
    """Which frequent question they had read the answer to, in its words; None where they came from elsewhere."""
    earlier_id: Mapped[int | None] = mapped_column(ForeignKey("city_question.id"))
    """The question that it goes on from, which has its answer."""
    asked_of: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """Whose turn it is; None where nobody of the city is in."""
    next_at: Mapped[datetime | None]
    """When somebody is reminded of it, or asked instead."""
    reminded_at: Mapped[datetime | None]
    """When whoever was asked was reminded of it; None for whoever is asked anew."""
    shared_at: Mapped[datetime | None]
    """Since when it is everybody's who leads, because whoever was asked has not answered."""
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answered_at: Mapped[datetime | None]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey(FaqEntry.id))
    """What was added to the list because of it."""

    @property
    def subject(self) -> CityQuestionSubject:
        """The question as the rules of access see it."""
        return CityQuestionSubject(asked_by=self.asked_by, asked_of=self.asked_of)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.CITY_QUESTION, self.id)


OF_NOBODY = CityQuestionSubject(asked_by=0, asked_of=None)
"""A question that nobody in particular has asked or was asked."""

_IS_OPEN = CityQuestion.answered_at.is_(None)


async def ask(session: AsyncSession, asked: CityQuestion) -> CityQuestion:
    """Keep a question."""
    session.add(asked)
    await session.flush()
    return asked


async def find(session: AsyncSession, question_id: int) -> CityQuestion | None:
    """The question with that id, as it is now."""
    return await session.get(CityQuestion, question_id, populate_existing=True)


async def answer(session: AsyncSession, question_id: int, *, answered_by: int, answer: str, now: datetime) -> bool:
    """Keep the answer; False where there is one already, which stands."""
    answered = await session.execute(
        update(CityQuestion)
        .where(CityQuestion.id == question_id, _IS_OPEN)
        .values(answered_by=answered_by, answer=answer, answered_at=now, next_at=None)
        .returning(CityQuestion.id),
    )
    return answered.first() is not None


async def put_to(session: AsyncSession, question_id: int, *, asked_of: int, next_at: datetime) -> bool:
    """Let it be another's turn, from the beginning; False where it is answered by now."""
    put = await session.execute(
        update(CityQuestion)
        .where(CityQuestion.id == question_id, _IS_OPEN)
        .values(asked_of=asked_of, next_at=next_at, reminded_at=None, shared_at=None)
        .returning(CityQuestion.id),
    )
    return put.first() is not None


async def let_ask(session: AsyncSession, question_id: int, *, asked_by: int) -> bool:
    """Let a colleague have asked it instead; False where it is answered by now."""
    let = await session.execute(
        update(CityQuestion)
        .where(CityQuestion.id == question_id, _IS_OPEN)
        .values(asked_by=asked_by)
        .returning(CityQuestion.id),
    )
    return let.first() is not None


# Made once: each tick asks it.
_DUE = (
    select(CityQuestion)
    .where(CityQuestion.next_at.is_not(None), CityQuestion.next_at <= bindparam("now"))
    .order_by(CityQuestion.next_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[CityQuestion]:
    """Those of which somebody is to be reminded, or asked instead, longest waiting first."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[CityQuestion]:
    """Those of which somebody will be reminded, or asked instead, after that instant, soonest first."""
    later = select(CityQuestion).where(CityQuestion.next_at > after).order_by(CityQuestion.next_at).limit(at_most)
    return (await session.scalars(later)).all()


async def open_for(session: AsyncSession, person_id: int) -> Sequence[CityQuestion]:
    """The unanswered ones that this person has asked, or was asked, in order."""
    is_theirs = or_(CityQuestion.asked_by == person_id, CityQuestion.asked_of == person_id)
    found = select(CityQuestion).where(_IS_OPEN, is_theirs).order_by(CityQuestion.id)
    return (await session.scalars(found.execution_options(populate_existing=True))).all()


async def count_by_asked(session: AsyncSession) -> Mapping[int, int]:
    """For how many unanswered ones it is whose turn, by the person's id; whoever has none is left out."""
    rows = await session.execute(
        select(CityQuestion.asked_of, func.count())
        .where(_IS_OPEN, CityQuestion.asked_of.is_not(None))
        .group_by(CityQuestion.asked_of)
    )
    return {asked_of: count for asked_of, count in rows if asked_of is not None}


async def listed(session: AsyncSession, viewer: Actor, *, skip: int, at_most: int) -> Sequence[CityQuestion]:
    """A page of the unanswered ones that the viewer may answer, longest waiting first."""
    found = select(CityQuestion).where(_IS_OPEN, _answerable_by(viewer)).order_by(CityQuestion.id)
    return (await session.scalars(found.offset(skip).limit(at_most))).all()


async def count_listed(session: AsyncSession, viewer: Actor) -> int:
    """How many unanswered ones the viewer may answer."""
    found = select(func.count()).select_from(CityQuestion).where(_IS_OPEN, _answerable_by(viewer))
    return await session.scalar(found) or 0


async def count_shared(session: AsyncSession) -> int:
    """How many wait for any of those who lead."""
    found = select(func.count()).select_from(CityQuestion).where(_IS_OPEN, CityQuestion.shared_at.is_not(None))
    return await session.scalar(found) or 0


async def not_in_list(session: AsyncSession, *, at_most: int) -> Sequence[AskedOnce]:
    """Those among so many of the latest because of which nothing was added to the list, in order."""
    latest = (
        select(CityQuestion.id, Person.supplier_id, CityQuestion.words, CityQuestion.entry_id)
        .join(Person, Person.id == CityQuestion.asked_by)
        .order_by(CityQuestion.id.desc())
        .limit(at_most)
    )
    # Left out here: the database would look through all that were ever asked to find so many without one.
    asked = [row for row in await session.execute(latest) if row.entry_id is None]
    return [AskedOnce(row.id, row.supplier_id, row.words) for row in reversed(asked)]


async def note_entry(session: AsyncSession, question_ids: Sequence[int], *, entry_id: int) -> None:
    """Note what was added to the list because of them."""
    await session.execute(update(CityQuestion).where(CityQuestion.id.in_(question_ids)).values(entry_id=entry_id))


def _answerable_by(viewer: Actor) -> ColumnElement[bool]:
    """Whoever leads answers each, also what nobody was asked; others what they were asked."""
    may_answer_any = may(viewer, Action.ANSWER_CITY_QUESTION, OF_NOBODY)
    return true() if may_answer_any else CityQuestion.asked_of == viewer.person_id
