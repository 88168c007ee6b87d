"""Evaluations for a file: what was answered, by the placement's code or the meeting's number. Not who answered."""

from sqlalchemy import select

from domain.evaluation import EvaluationQuestion
from storage.files.part import Part
from storage.people.person import Person
from storage.placements.evaluation import Evaluation
from storage.placements.placement import Placement

_VERDICTS = tuple(Evaluation.verdicts[each.value].as_string().label(each.value) for each in EvaluationQuestion)

PARTS = (
    Part(
        select(
            Placement.code.label("placement_code"),
            Evaluation.meeting_id.label("meeting_number"),
            Person.role,
            Evaluation.asked_at,
            Evaluation.said_at,
            *_VERDICTS,
        )
        .join(Person, Person.id == Evaluation.person_id)
        .outerjoin(Placement, Placement.id == Evaluation.placement_id)
        .where(Evaluation.next_at.is_(None)),
        order=(Evaluation.id,),
    ),
)
