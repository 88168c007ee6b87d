"""Evaluations: what a supplier and a matcher think of a placement, and those who met of a dialogue meeting."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, tzinfo

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.evaluation import EvaluationQuestion, Verdict
from domain.reference import Noun, Reference
from domain.subject import EvaluationSubject
from storage.base import Base, Id, partial_index
from storage.contracts.hold import is_held
from storage.meetings.meeting import Meeting
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.slot import Slot


class Evaluation(Base):
    """One person's verdicts about a placement or a meeting; changeable for a week."""

    __tablename__ = "evaluation"
    __table_args__ = (
        UniqueConstraint("placement_id", "person_id"),
        UniqueConstraint("meeting_id", "person_id"),
        partial_index("ix_evaluation_next_at", "next_at", where="next_at IS NOT NULL"),
        Index("ix_evaluation_person_id", "person_id", "asked_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    placement_id: Mapped[int | None] = mapped_column(ForeignKey(Placement.id))
    """None where it is about a meeting."""
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey(Meeting.id))
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    verdicts: Mapped[dict[str, str]]
    """By the names of `EvaluationQuestion`; what was not answered is not in here."""
    asked_at: Mapped[datetime]
    """When they are asked, or were."""
    next_at: Mapped[datetime | None]
    """The same, until they are asked."""
    said_at: Mapped[datetime | None]
    """When the first answer came."""

    @property
    def subject(self) -> EvaluationSubject:
        """It as the rules of access see it."""
        return EvaluationSubject(self.person_id)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.EVALUATION, self.id)


async def asked_since(session: AsyncSession, person_id: int, since: datetime) -> Sequence[datetime]:
    """When the person was or will be asked for evaluations, from then on.

    The person is held until the end of the transaction, so that no two are planned for one day.
    """
    await session.get(Person, person_id, with_for_update={"key_share": True})
    asked = select(Evaluation.asked_at).where(Evaluation.person_id == person_id, Evaluation.asked_at >= since)
    return (await session.scalars(asked)).all()


async def plan(session: AsyncSession, evaluation: Evaluation) -> bool:
    """Ask somebody then; False where they are asked about that already."""
    asked = select(Evaluation.id).where(
        Evaluation.person_id == evaluation.person_id,
        or_(
            (Evaluation.placement_id == evaluation.placement_id) & Evaluation.placement_id.is_not(None),
            (Evaluation.meeting_id == evaluation.meeting_id) & Evaluation.meeting_id.is_not(None),
        ),
    )
    if await session.scalar(asked.limit(1)) is not None:
        return False
    session.add(evaluation)
    await session.flush()
    return True


async def find(session: AsyncSession, evaluation_id: int) -> Evaluation | None:
    """The one with that id, held until the end of the transaction."""
    return await session.get(Evaluation, evaluation_id, populate_existing=True, with_for_update=True)


async def due_of_placements(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Evaluation]:
    """Those about placements that are asked now; none of a contract whose reminders rest."""
    return (await session.scalars(_DUE_OF_PLACEMENTS, {"now": now, "at_most": at_most})).all()


async def due_of_meetings(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Evaluation]:
    """Those about meetings that are asked now; none of a contract whose reminders rest."""
    return (await session.scalars(_DUE_OF_MEETINGS, {"now": now, "at_most": at_most})).all()


def _due(which: Select[Evaluation]) -> Select[Evaluation]:
    return (
        which.where(Evaluation.next_at <= bindparam("now"))
        .order_by(Evaluation.next_at, Evaluation.id)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True, of=Evaluation)
        .execution_options(populate_existing=True)
    )


# Made once: each tick asks them.
_DUE_OF_PLACEMENTS = _due(
    select(Evaluation)
    .join(Placement, Placement.id == Evaluation.placement_id)
    .join(Slot, Slot.id == Placement.slot_id)
    .where(~is_held(Slot.contract_id))
)
_DUE_OF_MEETINGS = _due(
    select(Evaluation).join(Meeting, Meeting.id == Evaluation.meeting_id).where(~is_held(Meeting.contract_id))
)


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Evaluation]:
    """Those that are asked after that instant, soonest first."""
    ahead = select(Evaluation).where(Evaluation.next_at > after).order_by(Evaluation.next_at)
    return (await session.scalars(ahead.limit(at_most))).all()


async def verdicts_of_placements(
    session: AsyncSession, question: EvaluationQuestion, year: int, *, zone: tzinfo
) -> Counter[Verdict]:
    """What was answered to that question about placements in a year, by when the first answer came."""
    first, next_first = (datetime(each, 1, 1, tzinfo=zone) for each in (year, year + 1))
    found = await session.scalars(
        select(Evaluation.verdicts).where(
            Evaluation.placement_id.is_not(None), Evaluation.said_at >= first, Evaluation.said_at < next_first
        )
    )
    return Counter(Verdict(verdicts[question]) for verdicts in found if question in verdicts)
