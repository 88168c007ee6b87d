"""What was answered in evaluations about a supplier: of its placements, and of the meetings with it."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.evaluation import EvaluationQuestion, Verdict
from domain.role import Role
from storage.meetings.meeting import Meeting
from storage.people.person import Person
from storage.placements.evaluation import Evaluation
from storage.placements.placement import Placement
from storage.slots.slot import Slot

Verdicts = Mapping[tuple[bool, EvaluationQuestion], Counter[Verdict]]
"""How often each answer was given, by whether the supplier's people gave it, and to which question."""


async def verdicts(session: AsyncSession, supplier_id: int, *, by: int | None = None) -> Verdicts:
    """All that was answered; only by one person where that is named."""
    of_placements = select(Placement.id).join(Slot, Slot.id == Placement.slot_id).where(Slot.supplier_id == supplier_id)
    of_meetings = select(Meeting.id).where(Meeting.supplier_id == supplier_id)
    is_about_it = or_(Evaluation.placement_id.in_(of_placements), Evaluation.meeting_id.in_(of_meetings))
    answered = (
        select(Person.role, Evaluation.verdicts)
        .join(Person, Person.id == Evaluation.person_id)
        .where(is_about_it, Evaluation.said_at.is_not(None))
    )
    rows = await session.execute(answered.where(Evaluation.person_id == by) if by is not None else answered)
    counted: dict[tuple[bool, EvaluationQuestion], Counter[Verdict]] = defaultdict(Counter)
    for role, given in rows:
        for question, verdict in given.items():
            counted[role is Role.SUPPLIER, EvaluationQuestion(question)][Verdict(verdict)] += 1
    return counted
