"""Turn wishes on: the form that asks for the number of the city's decision."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from handlers.form import forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.message import Message
from messages.wishes.decision import WishesOn
from storage.people.person import Person
from storage.wishes import decision
from storage.wishes import wish as wishes


@frozen
class Decided:
    """What is answered."""

    registry_number: str


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Slå på önskemål* was pressed."""
    if not may(actor.actor, Action.TURN_ON_WISHES) or await decision.in_force(work.session) is not None:
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


async def _known(work: Work, _actor: Person) -> Known:
    return Known(work.city.today(work.now), work.city.hours)


def _questions(_answers: Answers, _known: Known) -> Sequence[Question[Known]]:
    return (_NUMBER,)


async def _send(work: Work, actor: Person, answers: Answers, _known: Known) -> Message:
    number = given(answers, Decided).registry_number
    if not may(actor.actor, Action.TURN_ON_WISHES) or await decision.in_force(work.session) is not None:
        raise NotTheirsError
    await decision.turn_on(work.session, number, by=actor.id, now=work.now)
    await wishes.look_again_by_themselves(work.session, now=work.now)
    await work.record(LedgerEvent.WISHES_TURNED_ON, actor=actor, content=number)
    return Message(WishesOn(number))


_NUMBER = Question[Known]("wish_decision", "registry_number", read=typed_text(LONGEST_REGISTRY_NUMBER))

FORM = registered(Form(name="wishes_on", version=1, known=_known, questions=_questions, send=_send))
