"""Somebody can't answer any more: a colleague or a deputy is asked, or whoever asked hears that nobody can be."""

from domain.turn.turn import Side
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts
from handlers.slots.inquiry import writing
from handlers.slots.inquiry.asking import pass_on
from handlers.slots.inquiry.sides import hearing
from messages.message import Message
from messages.slots.inquiry import InquiryStranded
from storage.people import person
from storage.people.person import Person
from storage.slots import open_matter
from storage.slots import slot as slots
from storage.slots.inquiry import Inquiry


async def go_on_without(work: Work, gone: Person) -> None:
    """Let each question go on that this person was asked and has not answered."""
    for asked in await open_matter.inquiries_of(work.session, gone):
        if asked.asked_of == gone.id:
            await _go_on(work, asked, gone)


async def let_answer(work: Work, asked: Inquiry, addressee: Person) -> None:
    """The question comes to this person, with the button that answers it; or to whoever can answer for them."""
    slot, to = await slots.find(work.session, asked.slot_id), await hearing(work, addressee)
    if not to:
        await _tell_asker(work, asked, addressee)
    elif slot is not None:
        await pass_on(work, asked, await facts.of_slot(work, slot), to)


async def _go_on(work: Work, asked: Inquiry, gone: Person) -> None:
    to = await hearing(work, gone)
    if len(to) == 1:
        heir = to[0].person
        if await open_matter.hand_over_inquiry(work.session, asked, leaver=gone, heir=heir):
            await let_answer(work, asked, heir)
    else:
        # Nobody in particular: at the city all its coordinators hear it, at a company nobody does.
        await let_answer(work, asked, gone)


async def _tell_asker(work: Work, asked: Inquiry, gone: Person) -> None:
    slot = await slots.find(work.session, asked.slot_id)
    if slot is not None and asked.asking is Side.MATCHER:
        asker = await person.find(work.session, asked.asked_by)
        told, route = await facts.of_slot(work, slot), await writing.route(work, slot, asker)
        stranded = InquiryStranded(told, contact=gone.name, question=asked.question, route=route)
        await notice.tell(work, asker, Message(stranded), about=asked.reference)
