"""*Ställ en fråga*: a matcher's question about a slot, passed on to the supplier."""

from collections.abc import Sequence

from domain.access import Action, may
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import actions as forms
from handlers.form.asking import show_again
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Question
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from handlers.slots import facts as slot_facts
from handlers.slots.claim.views import alert_as_it_is
from handlers.slots.found import found
from handlers.slots.inquiry.passed_on import ANSWER
from messages import everyone, matcher, supplier
from messages.button import Button, data
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotFacts
from storage.outbox import Ring
from storage.people import person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot

QUESTION = Question[Known]("inquiry", "question", read=typed_text(LONGEST_TEXT), policy=FieldPolicy.RELAYED)


async def begin(work: Work, actor: Person, press: Press) -> None:
    """The button was pressed, under an alert or on a card."""
    slot = await found(work, actor, Action.ASK_ABOUT_SLOT, press.number(0))
    if slot is None:
        await show_again(work, actor)
    elif not SLOT_LIFE.allows(slot.status, SlotEvent.ASK):
        await work.tell(actor, await alert_as_it_is(work, slot, actor, is_whole=True))
        await show_again(work, actor)
    else:
        await forms.begin(work, actor, FORM, {"slot_id": slot.id})


async def pass_on(work: Work, asked: Inquiry, facts: SlotFacts, to: Recipient) -> None:
    """Tell the contact what is asked, with the way to answer: now, silently outside working hours."""
    who_asks = await person.find(work.session, asked.asked_by)
    reply = Button(Label("inquiry.answer"), data(ANSWER, asked.id), number=1)
    question = supplier.InquiryAsked(facts, matcher=who_asks.name, question=asked.question)
    message = to.gets(Message(question, ((reply,),)))
    await work.tell(to.person, message, ring=Ring.IN_WORKING_HOURS, about=asked.reference)
    await show_again(work, to.person)


async def _slot(work: Work, actor: Person, answers: Answers) -> Slot | None:
    slot = await slots.find(work.session, answers.get("slot_id", 0))
    if slot is None or slot.reported_by is None or not may(actor.actor, Action.ASK_ABOUT_SLOT, slot.subject):
        return None
    return slot


def _questions(_answers: Answers, _known: Known) -> Sequence[Question[Known]]:
    return (QUESTION,)


async def _known(work: Work, actor: Person, answers: Answers) -> Known:
    today, slot = work.city.hours.local(work.now).date(), await _slot(work, actor, answers)
    if slot is None or slot.reported_by is None:
        return Known(today, work.city.hours)
    contact = await person.find(work.session, slot.reported_by)
    return Known(today, work.city.hours, slot=await slot_facts.of_slot(work, slot), name=contact.name)


async def _send(work: Work, actor: Person, answers: Answers, known: Known) -> Message:
    slot = await _slot(work, actor, answers)
    if slot is None or slot.reported_by is None or known.slot is None:
        return Message(everyone.NotFound())
    to = await recipient.of_company(work, await person.find(work.session, slot.reported_by))
    if to is None:
        return Message(matcher.InquiryNotPossible(known.slot))
    asked = await inquiry.ask(
        work.session,
        slot_id=slot.id,
        asked_by=actor.id,
        asked_of=to.person.id,
        question=answers["question"],
        now=work.now,
    )
    await work.record(
        LedgerEvent.SLOT_ASKED,
        actor=actor,
        supplier_id=slot.supplier_id,
        about=slot.reference,
        content=answers["question"],
    )
    await pass_on(work, asked, known.slot, to)
    return Message(matcher.InquirySent(known.slot, contact=to.person.name))


FORM = registered(Form(name="ask", version=1, questions=_questions, known=_known, send=_send))
