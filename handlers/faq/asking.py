"""*Fråga oss*: what a supplier asks the city, read once more before it goes to whoever answers it.

By the button, with what was just typed, or from an answer on which one goes on.
"""

from collections.abc import Sequence
from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.faq import LONGEST_CITY_QUESTION, FaqKey
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from handlers.faq import entries
from handlers.faq.finding import find, theirs
from handlers.faq.putting import whom_to_ask
from handlers.faq.suggesting import wording_in
from handlers.faq.telling import earlier_as, tell_staff, told_of
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.recipient import Recipient
from messages.faq.city_question import CityQuestionAsked, CityQuestionChecked, CityQuestionSent, Earlier
from messages.message import Message
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people import contact_details
from storage.people.person import Person

QUESTION = Question[Known]("city_question", "words", read=typed_text(LONGEST_CITY_QUESTION), policy=FieldPolicy.RELAYED)


@frozen
class AskedOn:
    """What a question goes on from, as far as it does.

    Attributes:
        earlier_id: A question to the city that has its answer.
        read_before: A frequent question whose answer didn't do, in its words.
    """

    earlier_id: int | None = None
    read_before: str = ""


@frozen(kw_only=True)
class Asking(Known):
    """What is known before something is asked; `name` is who gets it, empty where nobody of the city is in.

    Attributes:
        about: What it goes on from.
        receiver: Who gets it.
        contact: Where else the city is reached.
        earlier: What it goes on from, and its answer.
    """

    about: AskedOn
    receiver: Person | None
    contact: str
    earlier: Earlier | None


@frozen
class AskedOfCity:
    """What is answered: the question, in its writer's words."""

    words: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Fråga oss* was pressed, perhaps under an answer that didn't do."""
    _let(actor)
    key = FaqKey.read(press.number(0), press.number(1))
    read = next((each for each in await entries.shown_entries(work) if each.key == key), None)
    read_before = wording_in(read, actor.language).question if read is not None else ""
    return await forms.begin_about(work, actor, FORM, AskedOn(read_before=read_before))


async def ask_on(work: Work, actor: Person, press: Press) -> Answer:
    """*Fråga mer* was pressed, under an answer."""
    _let(actor)
    earlier = await theirs(work, actor, Action.SEE_CITY_QUESTION, press.number(0))
    return await forms.begin_about(work, actor, FORM, AskedOn(earlier.id))


async def take(work: Work, actor: Person, earlier_id: int | None, text: str, message_id: int | None) -> Answer:
    """Take a text for a question, whatever form is open; its writer sees it once more before it goes."""
    _let(actor)
    about = AskedOn(earlier_id)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=text, message_id=message_id)


def _let(actor: Person) -> None:
    if not may(actor.actor, Action.ASK_CITY):
        raise NotTheirsError


def _questions(_answers: Answers, _known: Asking) -> Sequence[Question[Known]]:
    return (QUESTION,)


async def _still_can(_work: Work, actor: Person, _about: AskedOn, _since: datetime) -> bool:
    return may(actor.actor, Action.ASK_CITY)


async def _known(work: Work, actor: Person, about: AskedOn) -> Asking:
    before = await _before(work, actor, about)
    receiver = await whom_to_ask(work, answered_before=before.answered_by if before is not None else None)
    return Asking(
        work.city.today(work.now),
        work.city.hours,
        name=receiver.name if receiver is not None else "",
        own=await contact_details.of_person(work.session, actor.id),
        about=about,
        receiver=receiver,
        contact=work.city.contact,
        earlier=earlier_as(before),
    )


async def _before(work: Work, actor: Person, about: AskedOn) -> CityQuestion | None:
    """What it goes on from; None where it is about something new, and where that is not theirs."""
    return await find(work, actor, Action.SEE_CITY_QUESTION, about.earlier_id) if about.earlier_id else None


def _summary(answers: Answers, known: Asking, complaint: str) -> CityQuestionChecked:
    words = given(answers, AskedOfCity).words
    return CityQuestionChecked(words, known.name, known.contact, known.earlier, complaint, known.about.read_before)


async def _send(work: Work, actor: Person, answers: Answers, known: Asking) -> Message:
    _let(actor)
    receiver = known.receiver
    asked = await _kept(work, actor, given(answers, AskedOfCity).words, known)
    if receiver is not None:
        await tell_staff(work, asked, Recipient(receiver), CityQuestionAsked(await told_of(work, asked)))
    return Message(CityQuestionSent(receiver.name if receiver is not None else "", work.city.contact))


async def _kept(work: Work, actor: Person, words: str, known: Asking) -> CityQuestion:
    hours, receiver = work.city.hours, known.receiver
    new = CityQuestion(
        asked_by=actor.id,
        asked_at=work.now,
        language=actor.language,
        words=words,
        read_before=known.about.read_before or None,
        earlier_id=known.about.earlier_id if known.earlier is not None else None,
        asked_of=receiver.id if receiver is not None else None,
        next_at=hours.next_opening(work.now) if receiver is None else hours.one_working_day_later(work.now),
    )
    asked = await city_question.ask(work.session, new)
    await work.record(
        LedgerEvent.CITY_QUESTION_ASKED,
        actor=actor,
        recipient=receiver,
        supplier_id=actor.supplier_id,
        about=asked.reference,
        content=words,
    )
    return asked


FORM = registered(
    FormAbout(
        name="ask_city",
        noun="city_question",
        still_holds=_still_can,
        version=1,
        about=AskedOn,
        questions=_questions,
        known=_known,
        send=_send,
        summary=_summary,
    )
)
