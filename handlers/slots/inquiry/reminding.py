"""A question that has waited two working days: whoever's turn it is is reminded once, and then the coordinators hear.

But not of a supplier, against whom a question that waits never counts.
"""

from domain.ledger_event import LedgerEvent
from domain.turn.inquiry import InquiryFacts, Reach, turn_of
from domain.turn.turn import Side, Turn
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.people import notice, recipient
from handlers.slots import facts
from handlers.slots.inquiry import writing
from handlers.slots.inquiry.codes import ANSWER
from handlers.slots.inquiry.sides import hearing, holder_of
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.inquiry import InquiryWaiting, InquiryWaitingForOther
from storage.people import absence, contact_details, person
from storage.people.person import Person
from storage.slots import inquiry
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot

AT_ONCE = 20


async def remind(work: Work) -> bool:
    """Remind of what has waited long enough; says whether there may be more."""
    due = await inquiry.to_remind(work.session, now=work.now, at_most=AT_ONCE)
    for asked in due:
        asked.remind_at = None
        slot = await slots.find(work.session, asked.slot_id)
        if slot is not None:
            await _remind(work, asked, slot)
    return len(due) == AT_ONCE


async def turn_in(work: Work, asked: Inquiry, slot: Slot) -> Turn:
    """Whose turn it is with the question."""
    addressee = await _addressee(work, asked, slot)
    is_over = await writing.ended(work, slot) is not None
    nobody_has_it = asked.asked_side is Side.MATCHER and slot.claimed_by is None
    others = [each for each in await hearing(work, addressee) if each.person.id != addressee.id]
    return turn_of(
        InquiryFacts(
            asked_of=asked.asked_side,
            is_awaited=asked.is_awaited and asked.answered_at is None,
            is_over=is_over or nobody_has_it,
            reach=await _reach(work, addressee),
            has_stand_in=any(each.person.role is addressee.role for each in others),
        ),
    )


async def _addressee(work: Work, asked: Inquiry, slot: Slot) -> Person:
    """Who was asked; at the city whoever has the slot now, since it may have changed hands."""
    holder = await holder_of(work, slot) if asked.asked_side is Side.MATCHER else None
    return holder or await person.find(work.session, asked.asked_of)


async def _reach(work: Work, addressee: Person) -> Reach:
    if not recipient.is_in_reach(addressee):
        return Reach.GONE
    is_away = await absence.back_on(work.session, addressee.id, today=work.city.today(work.now)) is not None
    return Reach.AWAY if is_away else Reach.HERE


async def _remind(work: Work, asked: Inquiry, slot: Slot) -> None:
    turn, is_first = await turn_in(work, asked, slot), asked.reminded_at is None
    if turn.side is Side.NOBODY:
        return
    addressee = await _addressee(work, asked, slot)
    if is_first and turn.side is not Side.COORDINATOR:
        await _remind_addressee(work, asked, slot, addressee)
        later = work.city.hours.one_working_day_later
        asked.remind_at = later(later(work.now)) if turn.side is Side.MATCHER else None
    else:
        await _tell_coordinators(work, asked, slot, addressee)
    asked.reminded_at = work.now
    await work.record(
        LedgerEvent.INQUIRY_REMINDED, recipient=addressee, supplier_id=slot.supplier_id, about=asked.reference
    )


async def _remind_addressee(work: Work, asked: Inquiry, slot: Slot, addressee: Person) -> None:
    asker = await person.find(work.session, asked.asked_by)
    waiting = InquiryWaiting(await facts.of_slot(work, slot), asker.name, asked.question)
    for each in await hearing(work, addressee):
        message = each.gets(Message(waiting, _way_to_answer(asked)))
        await notice.tell_directly(work, each.person, message, about=asked.reference)


async def _tell_coordinators(work: Work, asked: Inquiry, slot: Slot, addressee: Person) -> None:
    asker = await person.find(work.session, asked.asked_by)
    details = await contact_details.of_person(work.session, addressee.id)
    is_citys = asked.asked_side is Side.MATCHER
    waiting = InquiryWaitingForOther(
        await facts.of_slot(work, slot),
        asker=asker.name,
        asked=addressee.name,
        question=asked.question,
        is_in_reach=await _reach(work, addressee) is Reach.HERE,
        phone=details.phone,
        email=details.email,
    )
    message = Message(waiting, _way_to_answer(asked) if is_citys else ())
    for each in await recipient.coordinators(work):
        await notice.tell_directly(work, each, message, about=asked.reference)


def _way_to_answer(asked: Inquiry) -> Rows:
    return numbered([(Label("inquiry.answer"), data(ANSWER, asked.id))])
