"""Somebody at the company can't answer any more: a colleague is asked, or whoever asked hears that nobody can be."""

from domain.role import Role
from handlers.handling.work import Work
from handlers.people import company, notice
from handlers.slots import facts
from handlers.slots.inquiry.asking import pass_on
from messages.message import Message
from messages.slots.inquiry import InquiryStranded
from storage.people import person
from storage.people.person import Person
from storage.slots import open_matter
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry


async def go_on_without(work: Work, contact: Person) -> None:
    """Let each question go on that this contact was asked and has not answered."""
    if contact.role is not Role.SUPPLIER:
        return
    for asked in await open_matter.inquiries_of(work.session, contact):
        to = await company.acting_for(work, contact)
        if to is None:
            await _tell_asker(work, asked, contact)
        elif await open_matter.hand_over_inquiry(work.session, asked, leaver=contact, heir=to.person):
            await let_answer(work, asked, to.person)


async def let_answer(work: Work, asked: Inquiry, contact: Person) -> None:
    """The question comes to this contact, with the button that answers it; or to whoever of the company can answer."""
    slot, to = await slots.find(work.session, asked.slot_id), await company.acting_for(work, contact)
    if to is None:
        await _tell_asker(work, asked, contact)
    elif slot is not None:
        await pass_on(work, asked, await facts.of_slot(work, slot), to)


async def _tell_asker(work: Work, asked: Inquiry, contact: Person) -> None:
    slot = await slots.find(work.session, asked.slot_id)
    if slot is not None:
        told = await facts.of_slot(work, slot)
        message = Message(InquiryStranded(told, contact=contact.name, question=asked.question))
        await notice.tell(work, await person.find(work.session, asked.asked_by), message, about=asked.reference)
