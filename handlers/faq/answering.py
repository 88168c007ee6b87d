"""*Svara*: what somebody of the city answers, read once more before it goes back; a reply goes back at once."""

from collections.abc import Sequence
from dataclasses import replace

from domain.access import may
from domain.action import Action
from domain.faq import LONGEST_CITY_QUESTION
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from handlers.doorways import ASK_CITY
from handlers.faq import suggesting
from handlers.faq.city_codes import ADD_TO_LIST, ASK_ON
from handlers.faq.finding import still_waits, theirs, to_answer
from handlers.faq.telling import settled, settled_as, told_of
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, Below
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import company, notice
from messages.button import data
from messages.faq.city_question import CityAnswerChecked, CityAnswerSent, CityQuestionAnswered, QuestionTold
from messages.label import Label
from messages.message import Message
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people import contact_details, person
from storage.people.person import Person

QUESTION = Question[Known](
    "city_answer", "answer", read=typed_text(LONGEST_CITY_QUESTION), policy=FieldPolicy.RELAYED, is_reply=True
)


@frozen
class CityQuestionToAnswer:
    """The question that is answered."""

    question_id: int


@frozen(kw_only=True)
class Answering(Known):
    """What is known before it is answered; `name` is what was asked.

    Attributes:
        question: As it is read; None where it is not theirs to answer any more.
    """

    about: CityQuestionToAnswer
    question: QuestionTold | None = None


@frozen
class AnswerOfCity:
    """What is answered, in the writer's words or those of the list, and whether it is to be confirmed in each case."""

    answer: str
    is_to_confirm: bool = False
    is_from_list: bool = False


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara* was pressed."""
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, press.number(0))
    over = await settled(work, asked)
    return Below(over) if over else await forms.begin_about(work, actor, FORM, CityQuestionToAnswer(asked.id))


async def begin_with(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara med …* was pressed: what the list says is read once more, and can be changed, before it goes."""
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, press.number(0))
    over = await settled(work, asked)
    if over is not None:
        return Below(over)
    wording = await suggesting.wording(work, asked, press.number(1), press.number(2))
    answers = {"answer": wording.answer, "is_to_confirm": wording.is_to_confirm, "is_from_list": True}
    return await forms.begin_about(work, actor, FORM, CityQuestionToAnswer(asked.id), answers=answers)


async def take(work: Work, actor: Person, question_id: int, text: str, message_id: int | None) -> Answer:
    """Take a reply to the question's message for its answer, whatever form is open."""
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, question_id)
    over = await settled(work, asked, is_unsent=True)
    if over is not None:
        return Below(over)
    about = CityQuestionToAnswer(asked.id)
    return await forms.answer_at_once_about(work, actor, BY_REPLY, about, text=text, message_id=message_id)


def _questions(_answers: Answers, _known: Answering) -> Sequence[Question[Known]]:
    return (QUESTION,)


async def _known(work: Work, actor: Person, about: CityQuestionToAnswer) -> Answering:
    asked = await to_answer(work, actor, about)
    return Answering(
        work.city.today(work.now),
        work.city.hours,
        name=asked.words if asked is not None else "",
        own=await contact_details.of_person(work.session, actor.id),
        about=about,
        question=await told_of(work, asked) if asked is not None else None,
    )


def _summary(answers: Answers, known: Answering, complaint: str) -> CityAnswerChecked:
    question = known.question or QuestionTold("", None, "", known.today)
    told = given(answers, AnswerOfCity)
    return CityAnswerChecked(question, told.answer, complaint, told.is_to_confirm)


async def _send(work: Work, actor: Person, answers: Answers, known: Answering) -> Message:
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, known.about.question_id)
    return await send(work, actor, asked, given(answers, AnswerOfCity))


async def send(work: Work, actor: Person, asked: CityQuestion, told: AnswerOfCity) -> Message:
    """Keep the answer and pass it back; where somebody else was first, theirs stands, and the writer sees it."""
    if not await city_question.answer(work.session, asked.id, answered_by=actor.id, answer=told.answer, now=work.now):
        now = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, asked.id)
        return await settled_as(work, now, is_unsent=True)
    asker = await person.find(work.session, asked.asked_by)
    await work.record(
        LedgerEvent.CITY_QUESTION_ANSWERED,
        actor=actor,
        recipient=asker,
        supplier_id=asker.supplier_id,
        about=asked.reference,
        content=told.answer,
    )
    return await _passed_back(work, actor, asked, asker, told)


async def _passed_back(work: Work, actor: Person, asked: CityQuestion, asker: Person, told: AnswerOfCity) -> Message:
    to = await company.acting_for(work, asker)
    if to is None:
        return Message(CityAnswerSent(asker.name, None), details_of=asker.reference)
    said = CityQuestionAnswered(
        asked.words, work.city.today(asked.asked_at), told.answer, actor.name, told.is_to_confirm
    )
    # A colleague who hears it has not asked it, and so begins anew.
    asks_on = data(ASK_ON, asked.id) if to.person.id == asker.id else data(ASK_CITY)
    message = Message(said, numbered([(Label("inquiry.ask_again"), asks_on)]))
    await notice.tell_directly(work, to.person, to.gets(message), about=asked.reference)
    is_new = may(actor.actor, Action.EDIT_FAQ) and not told.is_from_list
    adds = [(Label("city_question.add_to_list"), data(ADD_TO_LIST, asked.id))] if is_new else []
    return Message(CityAnswerSent(asker.name, to.person.name), numbered(adds))


FORM = registered(
    FormAbout(
        name="answer_city",
        noun="city_question",
        still_holds=still_waits,
        version=1,
        about=CityQuestionToAnswer,
        questions=_questions,
        known=_known,
        send=_send,
        summary=_summary,
    )
)

BY_REPLY = registered(replace(FORM, name="answer_city_by_reply", summary=None))
"""The same, sent by its one answer."""
