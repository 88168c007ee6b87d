"""Set a year's goal. What was in force before stays, as what was decided then."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from handlers.form import forms
from handlers.form.form import ByAnswers, Form, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview import listing_goals
from handlers.overview.goal_questions import DECIDED_ON, KINDS, NUMBER, REGISTRY_NUMBER, YEAR, Decided
from messages.message import Message
from messages.overview.goal import GoalChecked
from storage.overview import goal as goals
from storage.overview.goal import Goal
from storage.people.person import Person


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Sätt mål* was pressed."""
    if not may(actor.actor, Action.SET_GOAL):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


def _questions(_answers: Answers, _known: Known) -> Sequence[Question[Known]]:
    return (YEAR, NUMBER, KINDS, DECIDED_ON, REGISTRY_NUMBER)


async def _known(work: Work, _actor: Person, answers: Answers) -> Known:
    """With the number that it replaces, as soon as the year is known."""
    before = await goals.in_force(work.session, answers["year"]) if "year" in answers else None
    name = str(before.number) if before is not None else ""
    return Known(work.city.today(work.now), work.city.hours, name=name)


def _summary(answers: Answers, known: Known, complaint: str) -> GoalChecked:
    decided = given(answers, Decided)
    before = int(known.name) if known.name else None
    return GoalChecked(
        decided.year,
        decided.number,
        decided.kinds,
        decided.decided_on,
        decided.registry_number,
        before,
        complaint,
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Known) -> Message:
    if not may(actor.actor, Action.SET_GOAL):
        raise NotTheirsError
    decided = given(answers, Decided)
    goal = await goals.set_for(
        work.session,
        Goal(
            year=decided.year,
            number=decided.number,
            kinds=[kind.value for kind in decided.kinds],
            decided_on=decided.decided_on,
            registry_number=decided.registry_number,
            set_by=actor.id,
            set_at=work.now,
        ),
    )
    was = f" (was {known.name})" if known.name else ""
    told = f"{goal.year} {goal.number} {','.join(goal.kinds)} {goal.decided_on} {goal.registry_number}{was}"
    await work.record(LedgerEvent.GOAL_SET, actor=actor, about=goal.reference, content=told)
    return await listing_goals.page(work, actor, 0, is_news=True)


FORM = registered(
    Form(
        name="goal",
        version=1,
        questions=_questions,
        known=ByAnswers(_known),
        send=_send,
        summary=_summary,
        sends="overview.keep_goal",
    )
)
