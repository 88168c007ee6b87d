"""*Svara*: the answer to what the other side has asked about a slot, passed back.

By the button, by replying to the question, or as a plain text, of which its writer says that it is meant so, and where
several questions wait, for which of them.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from domain.subject import InquirySubject
from domain.turn.turn import Side
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import facts
from handlers.slots.inquiry import relaying, writing
from handlers.slots.inquiry.answer import NONE_OF_THEM, Answering, AnswerOfOther, InquiryToAnswer, Waiting, questions
from handlers.slots.inquiry.codes import ASK
from handlers.slots.inquiry.sides import hearing, side_of
from messages.button import data
from messages.form import FormCancelled
from messages.label import Label
from messages.message import Message
from messages.slots.inquiry import (
    AnswerSent,
    AnswerSentToSupplier,
    AnswerToSupplier,
    InquiryAnswered,
    InquiryNotPossible,
    MessageNotPossible,
    Unsent,
)
from storage.outbox import OutboxRow
from storage.people import contact_details, person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.relayed_text import RelayedPart
from storage.slots.slot import Slot

WAITS_FOR = timedelta(days=14)
"""Where a question has waited longer, a plain text is not taken for its answer any more."""

MOST_TO_CHOOSE = 5


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Svara* was pressed."""
    asked, slot = await _theirs(work, actor, press.number(0))
    over = await writing.over(work, slot, actor)
    return await forms.begin_about(work, actor, FORM, InquiryToAnswer(asked.id)) if over is None else Below(over)


async def inquiry_in(work: Work, actor: Person, shown: OutboxRow) -> int | None:
    """The inquiry that a message passed on; None where it is about something else, or not theirs to answer."""
    about = Reference.read(shown.about or "")
    if about is None or about.noun is not Noun.INQUIRY or await find(work, actor, about.number) is None:
        return None
    return about.number


async def take(work: Work, actor: Person, inquiry_id: int, text: str, message_id: int | None) -> Answer:
    """Take a reply to a question's message for its answer, whatever form is open."""
    _, slot = await _theirs(work, actor, inquiry_id)
    over = await writing.over(work, slot, actor, Unsent.TEXT)
    if over is not None:
        return Below(over)
    about = InquiryToAnswer(inquiry_id)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=text, message_id=message_id)


async def waiting_for(work: Work, actor: Person) -> Sequence[int]:
    """The inquiries that wait for this person's answer and can still get it, latest first."""
    waiting = await inquiry.waiting_for(work.session, actor.id, since=work.now - WAITS_FOR)
    return [asked.id for asked in waiting if await _is_open(work, actor, asked.id)][:MOST_TO_CHOOSE]


async def ask_whether_meant(
    work: Work, actor: Person, waiting: Sequence[int], text: str, message_id: int | None
) -> Answer:
    """Ask whether a plain text is the answer. It is judged like one: what may not be sent is not kept either."""
    among = tuple(waiting) if len(waiting) > 1 else ()
    about = InquiryToAnswer(waiting[0], is_guessed=True, among=among)
    return await forms.answer_at_once_about(work, actor, FORM, about, text=text, message_id=message_id)


async def find(work: Work, actor: Person, inquiry_id: int) -> tuple[Inquiry, Slot] | None:
    """The inquiry and its slot; None unless they are this person's to answer."""
    asked = await inquiry.find(work.session, inquiry_id)
    slot = await slots.find(work.session, asked.slot_id) if asked is not None else None
    if asked is None or slot is None or not may(actor.actor, Action.ANSWER_INQUIRY, _subject(asked, slot)):
        return None
    return asked, slot


def _subject(asked: Inquiry, slot: Slot) -> InquirySubject:
    is_of_supplier = asked.asked_side is Side.SUPPLIER
    return InquirySubject(slot.supplier_id, asked.asked_of, slot.claimed_by, is_of_supplier=is_of_supplier)


async def _theirs(work: Work, actor: Person, inquiry_id: int) -> tuple[Inquiry, Slot]:
    """The inquiry and its slot. Raises NotTheirsError unless they are this person's to answer."""
    found = await find(work, actor, inquiry_id)
    if found is None:
        raise NotTheirsError
    return found


async def _is_open(work: Work, actor: Person, inquiry_id: int) -> bool:
    found = await find(work, actor, inquiry_id)
    return found is not None and await writing.ended(work, found[1]) is None


async def _still_stands(work: Work, actor: Person, about: InquiryToAnswer, _since: datetime) -> bool:
    return await _is_open(work, actor, about.inquiry_id)


async def _known(work: Work, actor: Person, about: InquiryToAnswer) -> Answering:
    today, hours = work.city.today(work.now), work.city.hours
    found = await find(work, actor, about.inquiry_id)
    if found is None:
        return Answering(today, hours, about=about)
    asked, slot = found
    return Answering(
        today,
        hours,
        slot=await facts.of_slot(work, slot),
        name=asked.question,
        own=await contact_details.of_person(work.session, actor.id),
        about=about,
        asker=(await person.find(work.session, asked.asked_by)).name if about.is_guessed else "",
        waiting=await _waiting(work, about.among),
    )


async def _waiting(work: Work, ids: Sequence[int]) -> tuple[Waiting, ...]:
    found = [await inquiry.find(work.session, inquiry_id) for inquiry_id in ids]
    return tuple(
        [
            Waiting(each.id, (await person.find(work.session, each.asked_by)).name, each.question)
            for each in found
            if each is not None
        ]
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Answering) -> Message:
    told = given(answers, AnswerOfOther)
    if not told.is_meant or told.which == NONE_OF_THEM:
        return Message(FormCancelled(FORM.name))
    asked, slot = await _theirs(work, actor, told.which or known.about.inquiry_id)
    over = await writing.over(work, slot, actor, Unsent.TEXT)
    if over is not None:
        return over
    asker = await person.find(work.session, asked.asked_by)
    to = await hearing(work, asker)
    if not to:
        return Message(await _not_possible(work, actor, slot))
    is_first = await inquiry.answer(work.session, asked.id, answered_by=actor.id, answer=told.answer, now=work.now)
    await work.record(
        LedgerEvent.SLOT_ANSWERED,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=slot.reference,
        content=told.answer,
    )
    part = RelayedPart.ANSWER if is_first else RelayedPart.ADDITION
    relayed = await relaying.keep(work, actor, asked, part, told.answer, told.message_id)
    message = await _passed_on(work, actor, asked, slot, told.answer, is_addition=not is_first)
    await relaying.pass_on(work, asked, relayed, message, to)
    sent = AnswerSentToSupplier if asked.asking is Side.SUPPLIER else AnswerSent
    return Message(sent(asker.name, is_addition=not is_first))


async def _passed_on(  # noqa: PLR0913  who has answered what, and how
    work: Work, actor: Person, asked: Inquiry, slot: Slot, answer: str, *, is_addition: bool
) -> Message:
    told, write_more = await facts.of_slot(work, slot), (data(ASK, slot.id),)
    if asked.asking is Side.SUPPLIER:
        said = AnswerToSupplier(told, actor.name, asked.question, answer, is_addition)
        return Message(said, numbered([(Label("inquiry.write_more"), *write_more)]))
    answered = InquiryAnswered(told, actor.name, asked.question, answer, is_addition)
    return Message(answered, numbered([(Label("inquiry.ask_again"), *write_more)]))


async def _not_possible(work: Work, actor: Person, slot: Slot) -> InquiryNotPossible | MessageNotPossible:
    told = await facts.of_slot(work, slot)
    route = await writing.route(work, slot, actor)
    return InquiryNotPossible(told, route) if side_of(actor) is Side.MATCHER else MessageNotPossible(told, route)


FORM = registered(
    FormAbout(
        name="answer",
        noun="slot",
        still_holds=_still_stands,
        version=1,
        about=InquiryToAnswer,
        questions=questions,
        known=_known,
        send=_send,
    )
)
