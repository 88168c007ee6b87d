"""*Svara*: the supplier's answer, by the button or by replying to the question, passed back to the matcher."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from domain.secrecy import FieldPolicy
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
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
from messages.label import Label
from messages.message import Message
from messages.slots.inquiry import AnswerSent, InquiryAnswered
from storage import outbox
from storage.people import person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot

QUESTION = Question[AboutSlot]("inquiry_answer", "answer", read=typed_text(LONGEST_TEXT), policy=FieldPolicy.RELAYED)


@dataclass(frozen=True)
class InquiryToAnswer:
    """The inquiry that is answered."""

    inquiry_id: int


@dataclass(frozen=True, kw_only=True)
class Answering(AboutSlot):
    """What is known before an inquiry is answered; `name` is what was asked.

    Attributes:
        about: The inquiry.
    """

    about: InquiryToAnswer


@dataclass(frozen=True)
class AnswerOfSupplier:
    """What is answered, in the supplier's words."""

    answer: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara* was pressed."""
    asked, _ = await _theirs(work, actor, press.number(0))
    return await forms.begin_about(work, actor, FORM, InquiryToAnswer(asked.id))


async def read_reply(work: Work, actor: Person, text: str, *, message_id: int | None, replied_to: int) -> bool:
    """Take a reply to a question's message for its answer, whatever form is open; False where it replies to none."""
    shown = await outbox.shown_as(work.session, actor.telegram_id, replied_to)
    about = Reference.read(shown.about or "") if shown is not None else None
    if about is None or about.noun is not Noun.INQUIRY or await _found(work, actor, about.number) is None:
        return False
    inquiry_meant = InquiryToAnswer(about.number)
    await forms.answer_at_once_about(work, actor, FORM, inquiry_meant, text=text, message_id=message_id)
    return True


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


def _questions(_answers: Answers, _known: AboutSlot) -> Sequence[Question[AboutSlot]]:
    return (QUESTION,)


async def _known(work: Work, actor: Person, about: InquiryToAnswer) -> Answering:
    today, hours = work.city.today(work.now), work.city.hours
    found = await _found(work, actor, about.inquiry_id)
    if found is None:
        return Answering(today, hours, about=about)
    asked, slot = found
    return Answering(today, hours, slot=await facts.of_slot(work, slot), name=asked.question, about=about)


async def _send(work: Work, actor: Person, answers: Answers, known: Answering) -> Message:
    asked, slot = await _theirs(work, actor, known.about.inquiry_id)
    answer = given(answers, AnswerOfSupplier).answer
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
