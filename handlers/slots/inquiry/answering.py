"""*Svara*: the supplier's answer, by the button or by replying to the question, passed back to the matcher."""

from collections.abc import Sequence

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from handlers.form import actions as forms
from handlers.form.asking import show_again
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Question
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts as slot_facts
from handlers.slots.about_slot import AboutSlot
from handlers.slots.inquiry.passed_on import ASK, id_in
from messages import everyone, matcher, supplier
from messages.button import Button, data
from messages.label import Label
from messages.message import Message
from storage import outbox
from storage.people import person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot

QUESTION = Question[AboutSlot]("inquiry_answer", "answer", read=typed_text(LONGEST_TEXT), policy=FieldPolicy.RELAYED)


async def begin(work: Work, actor: Person, press: Press) -> None:
    """The button was pressed."""
    if await _asked(work, actor, press.number(0)) is None:
        await work.tell(actor, Message(everyone.NotFound()))
        await show_again(work, actor)
    else:
        await forms.begin(work, actor, FORM, {"inquiry_id": press.number(0)})


async def read_reply(work: Work, actor: Person, text: str, *, message_id: int | None, replied_to: int) -> bool:
    """Take a reply to a question's message for its answer, whatever form is open; False where it replies to none."""
    shown = await outbox.shown_as(work.session, actor.telegram_id, replied_to)
    inquiry_id = id_in(shown.about) if shown is not None else None
    if inquiry_id is None or await _asked(work, actor, inquiry_id) is None:
        return False
    await forms.answer_at_once(work, actor, FORM, {"inquiry_id": inquiry_id}, text=text, message_id=message_id)
    return True


async def _asked(work: Work, actor: Person, inquiry_id: int) -> tuple[Inquiry, Slot] | None:
    """The inquiry and its slot, where they are this supplier's to answer."""
    asked = await inquiry.find(work.session, inquiry_id)
    slot = await slots.find(work.session, asked.slot_id) if asked is not None else None
    if asked is None or slot is None or not may(actor.actor, Action.ANSWER_ABOUT_SLOT, slot.subject):
        return None
    return asked, slot


def _questions(_answers: Answers, _known: AboutSlot) -> Sequence[Question[AboutSlot]]:
    return (QUESTION,)


async def _known(work: Work, actor: Person, answers: Answers) -> AboutSlot:
    today, found = work.city.hours.local(work.now).date(), await _asked(work, actor, answers.get("inquiry_id", 0))
    if found is None:
        return AboutSlot(today, work.city.hours)
    asked, slot = found
    return AboutSlot(today, work.city.hours, slot=await slot_facts.of_slot(work, slot), name=asked.question)


async def _send(work: Work, actor: Person, answers: Answers, known: AboutSlot) -> Message:
    found = await _asked(work, actor, answers["inquiry_id"])
    if found is None or known.slot is None:
        return Message(everyone.NotFound())
    asked, slot = found
    is_first = await inquiry.answer(
        work.session, asked.id, answered_by=actor.id, answer=answers["answer"], now=work.now
    )
    await work.record(
        LedgerEvent.SLOT_ANSWERED,
        actor=actor,
        supplier_id=slot.supplier_id,
        about=slot.reference,
        content=answers["answer"],
    )
    who_asked = await person.find(work.session, asked.asked_by)
    again = Button(Label("inquiry.ask_again"), data(ASK, slot.id), number=1)
    passed_on = matcher.InquiryAnswered(
        known.slot, contact=actor.name, question=asked.question, answer=answers["answer"], is_addition=not is_first
    )
    await notice.tell(work, who_asked, Message(passed_on, ((again,),)), about=asked.reference)
    return Message(supplier.AnswerSent(matcher=who_asked.name, is_addition=not is_first))


FORM = registered(Form(name="answer", version=1, questions=_questions, known=_known, send=_send))
