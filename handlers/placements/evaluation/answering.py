"""An answer to an evaluation, and the way to the questions that nobody has to answer."""

from domain.access import may
from domain.action import Action
from domain.changeable import is_changeable
from domain.evaluation import EvaluationQuestion, following
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements.ending import finding
from handlers.placements.evaluation import views
from storage.people.person import Person
from storage.placements import evaluation as evaluations
from storage.placements import placement as placements
from storage.placements.evaluation import Evaluation


async def say(work: Work, actor: Person, press: Press) -> Answer:
    """An answer was pressed: what follows is asked, if anything does."""
    evaluation, question = await _asked(work, actor, press)
    is_changed = len(evaluation.verdicts) == len(views.asked_of(actor))
    if not take_answer(work, evaluation, question, press.number(2)):
        return await views.of_placement(work, evaluation, actor, None)
    placement = await placements.find(work.session, evaluation.placement_id or 0)
    slot = (await finding.of_placement(work, placement)).slot if placement is not None else None
    await work.record(
        LedgerEvent.PLACEMENT_EVALUATED,
        actor=actor,
        supplier_id=slot.supplier_id if slot is not None else None,
        contract_id=slot.contract_id if slot is not None else None,
        about=evaluation.reference,
        content=f"{question}:{evaluation.verdicts[question]}",
    )
    to_come = _second(actor, question) if is_changed else following(question)
    return await views.of_placement(work, evaluation, actor, to_come)


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara på fyra till* or *Ändra svaren* was pressed."""
    evaluation, question = await _asked(work, actor, press)
    is_open = is_changeable(evaluation.said_at, work.now)
    return await views.of_placement(work, evaluation, actor, question if is_open else None)


def take_answer(work: Work, evaluation: Evaluation, question: EvaluationQuestion, place: int) -> bool:
    """Keep the answer at that place; False where it can't be changed any more."""
    verdict = dict(enumerate(views.VERDICTS)).get(place)
    if verdict is None or not is_changeable(evaluation.said_at, work.now):
        return False
    evaluation.verdicts = evaluation.verdicts | {question.value: verdict.value}
    evaluation.said_at = evaluation.said_at or work.now
    return True


async def theirs(work: Work, actor: Person, evaluation_id: int) -> Evaluation:
    """The evaluation. Raises NotTheirsError unless it is the actor who was asked."""
    evaluation = await evaluations.find(work.session, evaluation_id)
    if evaluation is None or not may(actor.actor, Action.EVALUATE, evaluation.subject):
        raise NotTheirsError
    return evaluation


async def _asked(work: Work, actor: Person, press: Press) -> tuple[Evaluation, EvaluationQuestion]:
    evaluation = await theirs(work, actor, press.number(0))
    question = dict(enumerate(views.QUESTIONS)).get(press.number(1))
    if question not in views.asked_of(actor) or evaluation.placement_id is None:
        raise NotTheirsError
    return evaluation, question


def _second(actor: Person, question: EvaluationQuestion) -> EvaluationQuestion | None:
    """Whoever changes what they have answered is led through all of it again."""
    asked = views.asked_of(actor)
    place = asked.index(question) + 1
    return asked[place] if place < len(asked) else None
