"""Tell those whom a placement concerns what has become of it, and let every message about it show that."""

from handlers.form import asking
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts
from handlers.people import recipient
from handlers.people.recipient import Recipient
from handlers.placements.card import card
from handlers.placements.codes import key_begins
from handlers.slots.telling import answering_for
from messages.message import Message
from messages.obligations.facts import ContactToCall
from storage import outbox
from storage.outbox import Lane, Ring
from storage.people import person
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def tell_matcher(  # noqa: PLR0913, PLR0917  what is told of which placement, and how soon
    work: Work, placement: Placement, slot: Slot, message: Message, what: str, lane: Lane = Lane.ANSWER
) -> None:
    """Tell whoever of the city has it in hand; where they are away, whoever stands in."""
    holder = await person.find(work.session, slot.claimed_by or placement.matcher_id)
    for each in await recipient.in_place_of(work, holder):
        await tell(work, placement, each, message, what, lane)


async def tell_supplier(  # noqa: PLR0913, PLR0917  likewise
    work: Work, placement: Placement, slot: Slot, message: Message, what: str, lane: Lane = Lane.ANSWER
) -> Person | None:
    """Tell whoever at the supplier answers for the offer, and nobody outside it; None where nobody is in reach."""
    to = await answering_for(work, slot)
    if to is None:
        return None
    await tell(work, placement, to, message, what, lane)
    return to.person


async def tell_coordinators(
    work: Work, placement: Placement, message: Message, what: str, lane: Lane = Lane.ANSWER
) -> None:
    """Tell those who coordinate."""
    for each in await recipient.coordinators(work):
        await tell(work, placement, Recipient(each), message, what, lane)


async def contacts_to_call(work: Work, slot: Slot) -> tuple[ContactToCall, ...]:
    """Whom to call at the supplier."""
    return await contract_facts.contacts_to_call(work, slot.contract_id) if slot.contract_id is not None else ()


async def show_as_it_is(work: Work, placement: Placement, *, except_at: int = 0) -> None:
    """Let everything that was said about it show how it stands; `except_at` is the message that shows it already.

    What has not gone out yet goes out so: whoever it is for has heard nothing of it before.
    """
    slot = await slots.find(work.session, placement.slot_id)
    if slot is None:
        return
    for row in await outbox.said_about(work.session, placement.reference, key_begins=key_begins(placement.id)):
        if row.id == except_at or row.person_id is None:
            continue
        viewer = await person.find(work.session, row.person_id)
        if viewer.ended_at is None and await work.has_buttons(row.id):
            await work.edit(row.id, await card(work, viewer, placement, slot))


def shown_at(press: Press) -> int:
    """The message that was pressed, which shows what comes of it; 0 where the bot knows of none."""
    return press.shown.id if press.shown is not None else 0


async def tell(  # noqa: PLR0913, PLR0917  who is told what about which placement, and how soon
    work: Work, placement: Placement, to: Recipient, message: Message, what: str, lane: Lane
) -> None:
    """Tell just this person, in a message that goes on to show how the placement stands."""
    await work.tell(
        to.person,
        to.gets(message),
        lane=lane,
        ring=Ring.IN_WORKING_HOURS,
        key=f"{key_begins(placement.id)}{what}:{to.person.id}:{work.key}",
        about=placement.reference,
    )
    await asking.show_again(work, to.person)
