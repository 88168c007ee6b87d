"""Whether suppliers may be named: each question is a row, and the last one answered holds."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.naming import Naming
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.people.supplier import Supplier


class NamingQuestion(Base):
    """One time a supplier was asked, or said it by itself."""

    __tablename__ = "naming_question"
    __table_args__ = (Index("ix_naming_question_supplier_id", "supplier_id", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    asked_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    asked_at: Mapped[datetime]
    answer: Mapped[Naming | None] = mapped_column(coded(Naming))
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answered_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.NAMING, self.id)


async def may_be_named(session: AsyncSession, supplier_ids: Collection[int]) -> dict[int, Naming]:
    """Which of these suppliers have said yes, and to how much. Who has not answered, or said no, is not there."""
    said = await answers(session, supplier_ids)
    return {supplier_id: answer for supplier_id, answer in said.items() if answer is not Naming.NOT}


def has_said_yes(supplier_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether that supplier may be named, for any question."""
    last = (
        select(NamingQuestion.answer)
        .where(NamingQuestion.supplier_id == supplier_id, NamingQuestion.answer.is_not(None))
        .order_by(NamingQuestion.id.desc())
        .limit(1)
    )
    return last.scalar_subquery() != Naming.NOT


async def answers(session: AsyncSession, supplier_ids: Collection[int]) -> Mapping[int, Naming]:
    """What each of these suppliers has said last; who has never answered is not there."""
    newest = (
        select(func.max(NamingQuestion.id))
        .where(NamingQuestion.supplier_id.in_(supplier_ids), NamingQuestion.answer.is_not(None))
        .group_by(NamingQuestion.supplier_id)
    )
    rows = await session.execute(
        select(NamingQuestion.supplier_id, NamingQuestion.answer).where(NamingQuestion.id.in_(newest))
    )
    return {supplier_id: answer for supplier_id, answer in rows if answer is not None}


async def asked_since(session: AsyncSession, supplier_ids: Collection[int], since: datetime) -> set[int]:
    """Which of these suppliers were asked from then on."""
    asked = select(NamingQuestion.supplier_id).where(
        NamingQuestion.supplier_id.in_(supplier_ids),
        NamingQuestion.asked_by.is_not(None),
        NamingQuestion.asked_at >= since,
    )
    return set(await session.scalars(asked))


async def ask(session: AsyncSession, supplier_id: int, *, asked_by: int, now: datetime) -> NamingQuestion:
    """Keep that the supplier is asked."""
    question = NamingQuestion(supplier_id=supplier_id, asked_by=asked_by, asked_at=now)
    session.add(question)
    await session.flush()
    return question


async def answer(session: AsyncSession, supplier_id: int, said: Naming, *, by: int, now: datetime) -> NamingQuestion:
    """Keep what the supplier says: to the question that it has not answered, or by itself, as a row of its own.

    So what it said before is not lost, and the newest row with an answer is what holds.
    """
    newest = select(NamingQuestion).where(NamingQuestion.supplier_id == supplier_id)
    row = await session.scalar(newest.order_by(NamingQuestion.id.desc()).limit(1).with_for_update())
    if row is None or row.answer is not None:
        row = NamingQuestion(supplier_id=supplier_id, asked_at=now)
        session.add(row)
    row.answer, row.answered_by, row.answered_at = said, by, now
    await session.flush()
    return row
