"""*Ställ en fråga* and *Skriv till …*: what somebody writes about a slot, passed on to the other side.

A matcher asks the supplier; the supplier writes to the matcher who has the slot. By the button, or by a reply to what
the other has written.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.secrecy import FieldPolicy
from domain.turn.turn import Side
from domain.writing import WritingEnd
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Question, given
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.answer import Answer, Below
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.recipient import Recipient
from handlers.slots import facts
from handlers.slots.about_slot import AboutSlot
from handlers.slots.alerts.current import alert_as_it_is
from handlers.slots.finding import find, theirs
from handlers.slots.inquiry import relaying, writing
from handlers.slots.inquiry.codes import ANSWER
from handlers.slots.inquiry.meant import WRITING_MEANT
from handlers.slots.inquiry.sides import action_of, hearing, holder_of, side_of
from handlers.slots.telling import reporter_of
from messages.button import data
from messages.form import FormCancelled
from messages.heard import is_question
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotFacts
from messages.slots.inquiry import (
    InquiryAsked,
    InquiryNotPossible,
    InquirySent,
    MessageNotPossible,
    MessageSent,
    MessageToMatcher,
    Unsent,
)
from storage.people import contact_details, person
from storage.people.person import Person
from storage.slots import inquiry, relayed_text
from storage.slots.inquiry import Inquiry
from storage.slots.relayed_text import RelayedPart
from storage.slots.slot import Slot

QUESTION = Question[AboutSlot](
    "inquiry",
    "question",
    read=typed_text(LONGEST_TEXT),
    policy=FieldPolicy.RELAYED,
    message_field="message_id",
)
TO_MATCHER = replace(QUESTION, name="inquiry_to_matcher")


@frozen
class SlotAsked:
    """The slot that is asked about.

    Attributes:
        slot_id: The slot.
        is_reply: It came as a reply, and may be no question at all.
        is_guessed: Its writer has not said that it is for the other; they are asked.
    """

    slot_id: int
    is_reply: bool = False
    is_guessed: bool = False


@frozen(kw_only=True)
class Asking(AboutSlot):
    """What is known before something is asked; `name` is who will read it.

    Attributes:
        about: The slot that is asked about.
        side: Who asks.
    """

    about: SlotAsked
    side: Side


@frozen
class AskedOfOther:
    """What is answered: the question, in its writer's words, and in which message they stand."""

    question: str
    message_id: int | None = None
    is_meant: bool = True


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed, under an alert, on a card, or under what the other has written."""
    slot = await theirs(work, actor, action_of(actor), press.number(0))
    end = await writing.cant_begin(work, slot, side_of(actor))
    if end is None:
        return await forms.begin_about(work, actor, FORM, SlotAsked(slot.id))
    if end is WritingEnd.OVER and side_of(actor) is Side.MATCHER:
        return Below(await alert_as_it_is(work, slot, actor, is_whole=True))
    return Below(await writing.why(work, slot, actor, end, Unsent.NOTHING))


async def pass_on(work: Work, asked: Inquiry, told: SlotFacts, to: Sequence[Recipient]) -> None:
    """Tell whoever is asked what the other wants to know, with the way to answer."""
    asker = await person.find(work.session, asked.asked_by)
    reply = numbered([(Label("inquiry.answer"), data(ANSWER, asked.id))])
    said: InquiryAsked | MessageToMatcher
    if asked.asking is Side.SUPPLIER:
        said = MessageToMatcher(told, contact=asker.name, question=asked.question, is_question=asked.is_awaited)
    else:
        said = InquiryAsked(told, matcher=asker.name, question=asked.question)
    relayed = await relayed_text.question_of(work.session, asked.id)
    await relaying.pass_on(work, asked, relayed, Message(said, reply), to)


async def _still_can(work: Work, actor: Person, about: SlotAsked, _since: datetime) -> bool:
    slot = await find(work, actor, action_of(actor), about.slot_id)
    return slot is not None and await writing.cant_begin(work, slot, side_of(actor)) is None


def _questions(answers: Answers, known: Asking) -> Sequence[Question[AboutSlot]]:
    if known.about.is_guessed and QUESTION.field in answers:
        return (WRITING_MEANT,)
    return (TO_MATCHER if known.side is Side.SUPPLIER else QUESTION,)


async def _known(work: Work, actor: Person, about: SlotAsked) -> Asking:
    today, hours, side = work.city.today(work.now), work.city.hours, side_of(actor)
    slot = await find(work, actor, action_of(actor), about.slot_id)
    if slot is None:
        return Asking(today, hours, about=about, side=side)
    addressee = await _other(work, slot, side)
    return Asking(
        today,
        hours,
        slot=await facts.of_slot(work, slot),
        name=addressee.name if addressee is not None else "",
        own=await contact_details.of_person(work.session, actor.id),
        about=about,
        side=side,
    )


async def _other(work: Work, slot: Slot, side: Side) -> Person | None:
    """Who is written to."""
    return await (holder_of(work, slot) if side is Side.SUPPLIER else reporter_of(work, slot))


async def _send(work: Work, actor: Person, answers: Answers, known: Asking) -> Message:
    written = given(answers, AskedOfOther)
    if not written.is_meant:
        return Message(FormCancelled(FORM.name))
    slot = await theirs(work, actor, action_of(actor), known.about.slot_id)
    end = await writing.cant_begin(work, slot, known.side)
    if end is not None:
        return await writing.why(work, slot, actor, end, Unsent.TEXT)
    addressee = await _other(work, slot, known.side)
    to = await hearing(work, addressee) if addressee is not None else []
    told = await facts.of_slot(work, slot)
    if addressee is None or not to:
        return Message(await _not_possible(work, actor, slot, told))
    asked = await _kept(work, actor, slot, written, known, asked_of=_asked_of(addressee, to))
    await pass_on(work, asked, told, to)
    names = ", ".join(each.person.name for each in to)
    if known.side is Side.SUPPLIER:
        return Message(MessageSent(told, matcher=names, is_question=asked.is_awaited))
    return Message(InquirySent(told, contact=names))


def _asked_of(addressee: Person, to: Sequence[Recipient]) -> Person:
    """Who is asked: whoever gets it, where that is one; else it stays with whom it was meant for."""
    return to[0].person if len(to) == 1 else addressee


async def _kept(  # noqa: PLR0913, PLR0917  who asks whom what about which slot
    work: Work, actor: Person, slot: Slot, told: AskedOfOther, known: Asking, asked_of: Person
) -> Inquiry:
    # A supplier's words, and what is added later, may only tell something: then nobody is to be reminded of them.
    is_awaited = is_question(told.question) or (known.side is Side.MATCHER and not known.about.is_reply)
    later = work.city.hours.one_working_day_later
    new = Inquiry(
        slot_id=slot.id,
        asking=known.side,
        asked_by=actor.id,
        asked_of=asked_of.id,
        question=told.question,
        asked_at=work.now,
        is_awaited=is_awaited,
        remind_at=later(later(work.now)) if is_awaited else None,
    )
    asked = await inquiry.ask(work.session, new)
    await relaying.keep(work, actor, asked, RelayedPart.QUESTION, told.question, told.message_id)
    await work.record(
        LedgerEvent.SLOT_ASKED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=told.question,
    )
    return asked


async def _not_possible(
    work: Work, actor: Person, slot: Slot, told: SlotFacts
) -> InquiryNotPossible | MessageNotPossible:
    route = await writing.route(work, slot, actor)
    return InquiryNotPossible(told, route) if side_of(actor) is Side.MATCHER else MessageNotPossible(told, route)


FORM = registered(
    FormAbout(
        name="ask",
        noun="slot",
        still_holds=_still_can,
        version=1,
        about=SlotAsked,
        questions=_questions,
        known=_known,
        send=_send,
    )
)
