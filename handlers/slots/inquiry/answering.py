"""*Svara*: the supplier's answer, passed back to the matcher.

By the button, by replying to the question, or as a plain text, of which its writer says that it is meant so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from domain.secrecy import FieldPolicy
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import forms
from handlers.form.complaint import Complaint
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Option, Question, given
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts
from handlers.slots.about_slot import AboutSlot
from handlers.slots.inquiry.codes import ASK
from messages.button import data
from messages.form import Asked, FormCancelled
from messages.heard import is_heard
from messages.label import Label
from messages.message import Message
from messages.slots.inquiry import AnswerSent, InquiryAnswered
from storage.outbox import OutboxRow
from storage.people import person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot

WAITS_FOR = timedelta(days=14)
"""Where a question has waited longer, a plain text is not taken for its answer any more."""


def _choices(_answers: Answers, _known: AboutSlot) -> Sequence[Option]:
    return (Option(value=True, label="answer.send"), Option(value=False, label="inquiry.not_meant"))


def _typed_choice(_answers: Answers, _known: AboutSlot, text: str) -> bool | Complaint:
    if is_heard("heard.yes", text) or is_heard("heard.no", text):
        return is_heard("heard.yes", text)
    return Complaint.NOT_AN_OPTION


QUESTION = Question[AboutSlot](
    "inquiry_answer", "answer", read=typed_text(LONGEST_TEXT), policy=FieldPolicy.RELAYED, is_reply=True
)
MEANT = Question[AboutSlot]("answer_meant", "is_meant", _choices, _typed_choice, in_a_row=2)


@dataclass(frozen=True)
class InquiryToAnswer:
    """The inquiry that is answered.

    Attributes:
        is_guessed: Its writer has not said so: what was written came as a plain text, and is asked about.
    """

    inquiry_id: int
    is_guessed: bool = False


@dataclass(frozen=True, kw_only=True)
class Answering(AboutSlot):
    """What is known before an inquiry is answered; `name` is what was asked.

    Attributes:
        about: The inquiry.
        asker: Who has asked.
    """

    about: InquiryToAnswer
    asker: str = ""

    def named_in(self, asked: Asked) -> Asked:
        """Whether it is the answer is asked by the name of who waits for it."""
        named = super().named_in(asked)
        return replace(named, name=self.asker) if asked.ask == MEANT.name else named


@dataclass(frozen=True)
class AnswerOfSupplier:
    """What is answered, in the supplier's words, and whether it is meant for an answer."""

    answer: str
    is_meant: bool = True


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara* was pressed."""
    asked, _ = await _theirs(work, actor, press.number(0))
    return await forms.begin_about(work, actor, FORM, InquiryToAnswer(asked.id))


async def inquiry_in(work: Work, actor: Person, shown: OutboxRow) -> int | None:
    """The inquiry that a message passed on; None where it is about something else, or not this supplier's to answer."""
    about = Reference.read(shown.about or "")
    if about is None or about.noun is not Noun.INQUIRY or await _found(work, actor, about.number) is None:
        return None
    return about.number


async def take(work: Work, actor: Person, inquiry_id: int, text: str, message_id: int | None) -> Answer:
    """Take a reply to a question's message for its answer, whatever form is open."""
    about = InquiryToAnswer(inquiry_id)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=text, message_id=message_id)


async def waiting_for(work: Work, actor: Person) -> int | None:
    """The latest inquiry that waits for this supplier's answer."""
    asked = await inquiry.waiting_for(work.session, actor.id, since=work.now - WAITS_FOR)
    return asked.id if asked is not None and await _found(work, actor, asked.id) is not None else None


async def ask_whether_meant(work: Work, actor: Person, inquiry_id: int, text: str, message_id: int | None) -> Answer:
    """Ask whether a plain text is the answer. It is judged like one: what may not be sent is not kept either."""
    about = InquiryToAnswer(inquiry_id, is_guessed=True)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=text, message_id=message_id)


async def _theirs(work: Work, actor: Person, inquiry_id: int) -> tuple[Inquiry, Slot]:
    """The inquiry and its slot. Raises NotTheirsError unless they are this supplier's to answer."""
    found = await _found(work, actor, inquiry_id)
    if found is None:
        raise NotTheirsError
    return found


async def _found(work: Work, actor: Person, inquiry_id: int) -> tuple[Inquiry, Slot] | None:
    """The inquiry and its slot; None unless they are this supplier's to answer."""
    asked = await inquiry.find(work.session, inquiry_id)
    slot = await slots.find(work.session, asked.slot_id) if asked is not None else None
    if asked is None or slot is None or not may(actor.actor, Action.ANSWER_ABOUT_SLOT, slot.subject):
        return None
    return asked, slot


async def _still_stands(work: Work, actor: Person, about: InquiryToAnswer, _since: datetime) -> bool:
    found = await _found(work, actor, about.inquiry_id)
    return found is not None and SLOT_LIFE.allows(found[1].status, SlotEvent.ASK)


def _questions(answers: Answers, known: Answering) -> Sequence[Question[AboutSlot]]:
    return (MEANT,) if known.about.is_guessed and QUESTION.field in answers else (QUESTION,)


async def _known(work: Work, actor: Person, about: InquiryToAnswer) -> Answering:
    today, hours = work.city.today(work.now), work.city.hours
    found = await _found(work, actor, about.inquiry_id)
    if found is None:
        return Answering(today, hours, about=about)
    asked, slot = found
    told = await facts.of_slot(work, slot)
    asker = (await person.find(work.session, asked.asked_by)).name if about.is_guessed else ""
    return Answering(today, hours, slot=told, name=asked.question, about=about, asker=asker)


async def _send(work: Work, actor: Person, answers: Answers, known: Answering) -> Message:
    asked, slot = await _theirs(work, actor, known.about.inquiry_id)
    told = given(answers, AnswerOfSupplier)
    if not told.is_meant:
        return Message(FormCancelled(FORM.name))
    answer = told.answer
    is_first = await inquiry.answer(work.session, asked.id, answered_by=actor.id, answer=answer, now=work.now)
    await work.record(
        LedgerEvent.SLOT_ANSWERED,
        actor=actor,
        supplier_id=slot.supplier_id,
        about=slot.reference,
        content=answer,
    )
    who_asked = await person.find(work.session, asked.asked_by)
    ask_again = numbered([(Label("inquiry.ask_again"), data(ASK, slot.id))])
    passed_on = InquiryAnswered(
        await facts.of_slot(work, slot),
        contact=actor.name,
        question=asked.question,
        answer=answer,
        is_addition=not is_first,
    )
    await notice.tell(work, who_asked, Message(passed_on, ask_again), about=asked.reference)
    return Message(AnswerSent(matcher=who_asked.name, is_addition=not is_first))


FORM = registered(
    FormAbout(
        name="answer",
        noun="slot",
        still_holds=_still_stands,
        version=1,
        about=InquiryToAnswer,
        questions=_questions,
        known=_known,
        send=_send,
    )
)
