"""Ask somebody about an offer; once it is settled, each such message shows how it stands instead."""

from handlers.form import asking
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.slots.card import card
from handlers.slots.waiting.codes import key, key_begins
from messages.message import Message
from storage import outbox, recall
from storage.outbox import Lane, Ring
from storage.people import person
from storage.people.person import Person
from storage.slots.slot import Slot


async def ask(work: Work, somebody: Person, slot: Slot, question: Message, step: str) -> None:
    """Ask somebody; where they are away, whoever stands in for them."""
    for each in await recipient.in_place_of(work, somebody):
        await _tell(work, each.person, slot, each.gets(question), step)


async def ask_coordinators(work: Work, slot: Slot, question: Message, step: str) -> None:
    """Ask those who coordinate."""
    for each in await recipient.coordinators(work):
        await _tell(work, each, slot, question, step)


async def show_as_it_is(work: Work, slot: Slot, *, except_at: int = 0) -> None:
    """Let every question about the slot show its card; `except_at` is the message that shows something already."""
    for row in await outbox.said_about(work.session, slot.reference, key_begins=key_begins(slot.id)):
        if row.id == except_at or row.person_id is None or await recall.cancel(work.session, row.id):
            continue
        viewer = await person.find(work.session, row.person_id)
        if viewer.ended_at is None and await work.has_buttons(row.id):
            await work.edit(row.id, await card(work, viewer, slot))


async def _tell(work: Work, to: Person, slot: Slot, question: Message, step: str) -> None:
    await work.tell(
        to,
        question,
        lane=Lane.DUTY,
        ring=Ring.IN_WORKING_HOURS,
        # Asked again another day, it is another message.
        key=key(slot, f"{step}:{work.city.today(work.now)}:{to.id}"),
        about=slot.reference,
    )
    await asking.show_again(work, to)
