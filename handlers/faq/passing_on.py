"""*Skicka till en kollega*: somebody else of the city is to answer a question."""

from collections.abc import Sequence

from domain.action import Action
from domain.frozen import frozen
from domain.role import STAFF
from handlers.faq.finding import still_waits, theirs, to_answer
from handlers.faq.putting import put_to
from handlers.faq.telling import settled, settled_as
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from messages.faq.city_question import CityQuestionPassedOn, NobodyToPassOnTo
from messages.label import Label
from messages.message import Message
from storage.people import person
from storage.people.person import Person


@frozen
class CityQuestionToPassOn:
    """The question that is passed on."""

    question_id: int


@frozen
class Receiver:
    """Somebody of the city who is here, and could answer."""

    person_id: int
    option: Option


@frozen(kw_only=True)
class PassingOn(Known):
    """What is known before it is passed on; `name` is what was asked."""

    about: CityQuestionToPassOn
    receivers: tuple[Receiver, ...]


@frozen
class PassedOnTo:
    """What is answered: who gets it."""

    receiver_id: int


def _receivers(_answers: Answers, known: PassingOn) -> Sequence[Option]:
    return [each.option for each in known.receivers]


QUESTION = Question[PassingOn]("city_question_receiver", "receiver_id", _receivers)


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed."""
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, press.number(0))
    over = await settled(work, asked)
    if over is not None:
        return Below(over)
    if not await _others_here(work, actor):
        return Below(Message(NobodyToPassOnTo()))
    return await forms.begin_about(work, actor, FORM, CityQuestionToPassOn(asked.id))


def _questions(_answers: Answers, _known: PassingOn) -> Sequence[Question[PassingOn]]:
    return (QUESTION,)


async def _known(work: Work, actor: Person, about: CityQuestionToPassOn) -> PassingOn:
    asked = await to_answer(work, actor, about)
    return PassingOn(
        work.city.today(work.now),
        work.city.hours,
        name=asked.words if asked is not None else "",
        about=about,
        receivers=tuple([Receiver(each.id, _option(each)) for each in await _others_here(work, actor)]),
    )


async def _others_here(work: Work, actor: Person) -> Sequence[Person]:
    return [each for role in STAFF for each in await recipient.present(work, role) if each.id != actor.id]


def _option(somebody: Person) -> Option:
    return Option(somebody.id, joined=(Label(text=somebody.name), Label(f"role.{somebody.role}")))


async def _send(work: Work, actor: Person, answers: Answers, known: PassingOn) -> Message:
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, known.about.question_id)
    receiver_id = given(answers, PassedOnTo).receiver_id
    if receiver_id not in {each.person_id for each in known.receivers}:
        raise NotTheirsError
    receiver = await person.find(work.session, receiver_id)
    if not await put_to(work, asked, Recipient(receiver), actor=actor, is_passed_on=True):
        return await settled_as(work, await theirs(work, actor, Action.ANSWER_CITY_QUESTION, asked.id))
    asker = await person.find(work.session, asked.asked_by)
    return Message(CityQuestionPassedOn(asker.name, receiver.name))


FORM = registered(
    FormAbout(
        name="pass_city_question_on",
        noun="city_question",
        still_holds=still_waits,
        version=1,
        about=CityQuestionToPassOn,
        questions=_questions,
        known=_known,
        send=_send,
    )
)
