"""Whether suppliers may be named: each question is a row, and the last one answered holds."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, ScalarSelect, SQLColumnExpression, select
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


async def answers(session: AsyncSession, supplier_ids: Collection[int]) -> dict[int, Naming]:
    """What each of these suppliers has said last; who has never answered is not there."""
    return await _said(session, supplier_ids, _said_last(Supplier.id).is_not(None))


async def may_be_named(session: AsyncSession, supplier_ids: Collection[int]) -> dict[int, Naming]:
    """Which of these suppliers have said yes, and to how much. Who has not answered, or said no, is not there."""
    return await _said(session, supplier_ids, has_said_yes(Supplier.id))


def has_said_yes(supplier_id: SQLColumnExpression[int]) -> ColumnElement[bool]:
    """Whether that supplier may be named, for any question."""
    return _said_last(supplier_id) != Naming.NOT


def _said_last(supplier_id: SQLColumnExpression[int]) -> ScalarSelect[Naming | None]:
    return (
        select(NamingQuestion.answer)
        .where(NamingQuestion.supplier_id == supplier_id, NamingQuestion.answer.is_not(None))
        .order_by(NamingQuestion.id.desc())
        .limit(1)
        .scalar_subquery()
    )


async def _said(
    session: AsyncSession, supplier_ids: Collection[int], condition: ColumnElement[bool]
) -> dict[int, Naming]:
    asked = select(Supplier.id, _said_last(Supplier.id)).where(Supplier.id.in_(supplier_ids), condition)
    return {supplier_id: said for supplier_id, said in await session.execute(asked) if said is not None}


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
