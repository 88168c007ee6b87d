"""*Ställ en fråga*: a matcher's question about a slot, passed on to the supplier."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.answer import Answer, Below
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import company, notice
from handlers.people.recipient import Recipient
from handlers.slots import facts
from handlers.slots.about_slot import AboutSlot
from handlers.slots.alerts.current import alert_as_it_is
from handlers.slots.finding import find, still_may, theirs
from handlers.slots.inquiry.codes import ANSWER
from handlers.slots.telling import reporter_of
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotFacts
from messages.slots.inquiry import InquiryAsked, InquiryNotPossible, InquirySent
from storage.people import person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots.inquiry import Inquiry

QUESTION = Question[AboutSlot]("inquiry", "question", read=typed_text(LONGEST_TEXT), policy=FieldPolicy.RELAYED)


@dataclass(frozen=True)
class SlotAsked:
    """The slot that is asked about."""

    slot_id: int


@dataclass(frozen=True, kw_only=True)
class Asking(AboutSlot):
    """What is known before something is asked; `name` is the supplier's contact.

    Attributes:
        about: The slot that is asked about.
    """

    about: SlotAsked


@dataclass(frozen=True)
class AskedOfSupplier:
    """What is answered: the matcher's question, in words."""

    question: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Ställ en fråga* was pressed, under an alert or on a card."""
    slot = await theirs(work, actor, Action.ASK_ABOUT_SLOT, press.number(0))
    if not SLOT_LIFE.allows(slot.status, SlotEvent.ASK):
        return Below(await alert_as_it_is(work, slot, actor, is_whole=True))
    return await forms.begin_about(work, actor, FORM, SlotAsked(slot.id))


async def pass_on(work: Work, asked: Inquiry, told: SlotFacts, to: Recipient) -> None:
    """Tell the contact what is asked, with the way to answer: now, silently outside working hours."""
    who_asks = await person.find(work.session, asked.asked_by)
    reply = numbered([(Label("inquiry.answer"), data(ANSWER, asked.id))])
    question = InquiryAsked(told, matcher=who_asks.name, question=asked.question)
    message = to.gets(Message(question, reply))
    await notice.tell_directly(work, to.person, message, about=asked.reference)


def _questions(_answers: Answers, _known: AboutSlot) -> Sequence[Question[AboutSlot]]:
    return (QUESTION,)


async def _known(work: Work, actor: Person, about: SlotAsked) -> Asking:
    today, hours = work.city.today(work.now), work.city.hours
    slot = await find(work, actor, Action.ASK_ABOUT_SLOT, about.slot_id)
    if slot is None:
        return Asking(today, hours, about=about)
    told = await facts.of_slot(work, slot)
    return Asking(today, hours, slot=told, name=told.contact, about=about)


async def _send(work: Work, actor: Person, answers: Answers, known: Asking) -> Message:
    slot = await theirs(work, actor, Action.ASK_ABOUT_SLOT, known.about.slot_id)
    question = given(answers, AskedOfSupplier).question
    told, reporter = await facts.of_slot(work, slot), await reporter_of(work, slot)
    to = await company.acting_for(work, reporter) if reporter is not None else None
    if to is None:
        return Message(InquiryNotPossible(told))
    asked = await inquiry.ask(
        work.session,
        slot_id=slot.id,
        asked_by=actor.id,
        asked_of=to.person.id,
        question=question,
        now=work.now,
    )
    await work.record(
        LedgerEvent.SLOT_ASKED,
        actor=actor,
        supplier_id=slot.supplier_id,
        about=slot.reference,
        content=question,
    )
    await pass_on(work, asked, told, to)
    return Message(InquirySent(told, contact=to.person.name))


FORM = registered(
    FormAbout(
        name="ask",
        noun="slot",
        still_holds=still_may(Action.ASK_ABOUT_SLOT, SlotEvent.ASK),
        version=1,
        about=SlotAsked,
        questions=_questions,
        known=_known,
        send=_send,
    )
)
