"""An evaluation's questions, with the buttons under them: the same ones change an answer for a week."""

from collections.abc import Mapping

from domain.changeable import is_changeable, last_changeable_on
from domain.evaluation import ASKED_OF_MATCHER, ASKED_OF_SUPPLIER, EvaluationQuestion, Verdict
from domain.role import Role
from handlers.handling.answer import NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.work import Work
from handlers.placements.ending import facts, finding
from handlers.placements.evaluation.codes import ASK, SAY
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.placements.evaluation import Answered, MatcherEvaluation, SupplierEvaluation
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.evaluation import Evaluation

QUESTIONS = tuple(EvaluationQuestion)
VERDICTS = tuple(Verdict)
WITH_MAYBE = (EvaluationQuestion.AGAIN, EvaluationQuestion.LEADS_TO_JOB)
"""Where the answer between yes and no is *Kanske*; elsewhere it is *Delvis*."""


def asked_of(viewer: Person) -> tuple[EvaluationQuestion, ...]:
    """What can be asked of somebody about a placement, in order."""
    return ASKED_OF_SUPPLIER if viewer.role is Role.SUPPLIER else ASKED_OF_MATCHER


def first(viewer: Person) -> EvaluationQuestion:
    """What is asked first."""
    return asked_of(viewer)[0]


async def of_placement(
    work: Work, evaluation: Evaluation, viewer: Person, question: EvaluationQuestion | None
) -> Message:
    """What is asked about a placement now, and what was answered."""
    placement = await placements.find(work.session, evaluation.placement_id or 0)
    if placement is None:
        raise NotTheirsError
    ending = await finding.of_placement(work, placement)
    kind = SupplierEvaluation if viewer.role is Role.SUPPLIER else MatcherEvaluation
    until = last_changeable_on(work.city.today(evaluation.said_at)) if evaluation.said_at is not None else None
    answers = answered(evaluation.verdicts)
    told = await facts.of_ending(work, ending, is_to_supplier=viewer.role is Role.SUPPLIER)
    return Message(kind(told, question, answers, until), buttons(work, evaluation, viewer, question))


def answered(verdicts: Mapping[str, str]) -> tuple[Answered, ...]:
    """What was answered, in the order of the questions."""
    return tuple(Answered(each, Verdict(verdicts[each])) for each in EvaluationQuestion if each in verdicts)


def buttons(work: Work, evaluation: Evaluation, viewer: Person, question: EvaluationQuestion | None) -> Rows:
    """The three answers; the supplier's others are offered once the first is given, and all can be changed."""
    if not is_changeable(evaluation.said_at, work.now):
        return ()
    asked, told = asked_of(viewer), evaluation.verdicts
    if question is not None:
        return numbered(verdict_choices(SAY, evaluation, question), in_a_row=3)
    if len(asked) > len(told):
        four_more = (Label("evaluate.four_more"), _to(evaluation, asked[1]))
        return (
            *numbered(verdict_choices(SAY, evaluation, asked[0]), in_a_row=3),
            *numbered([four_more], first=len(VERDICTS) + 1),
        )
    return numbered([(Label("evaluate.change"), _to(evaluation, asked[0]))])


def verdict_choices(code: str, evaluation: Evaluation, question: EvaluationQuestion) -> list[Choice]:
    """The three answers to a question."""
    return [
        (Label(f"verdict.{_worded(question, each)}"), data(code, evaluation.id, QUESTIONS.index(question), place))
        for place, each in enumerate(VERDICTS)
    ]


def _worded(question: EvaluationQuestion, verdict: Verdict) -> str:
    return "maybe" if verdict is Verdict.PARTLY and question in WITH_MAYBE else verdict.value


def _to(evaluation: Evaluation, question: EvaluationQuestion) -> str:
    return data(ASK, evaluation.id, QUESTIONS.index(question))
