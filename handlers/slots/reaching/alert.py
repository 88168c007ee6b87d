"""The alert of whoever has a slot: with the way to its contact, and at their first claim asked for their own."""

from handlers.doorways import TELL_DETAILS
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.slots.reaching.reachable import contact_of
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.alert import SlotYours
from messages.slots.facts import SlotFacts
from storage.people import contact_details
from storage.people.person import Person
from storage.slots.slot import Slot


async def yours(work: Work, viewer: Person, slot: Slot, told: SlotFacts, buttons: Rows) -> Message:
    """What the viewer reads of a slot that is theirs, above those buttons."""
    contact = await contact_of(work, slot)
    is_asked = await contact_details.is_asked_with(work.session, viewer.id, slot.reference)
    said = SlotYours(
        told, contact.name if contact else "", work.city.contact, is_asked, is_found=slot.found_at is not None
    )
    tell = numbered([(Label("details.tell"), data(TELL_DETAILS))], first=sum(map(len, buttons)) + 1) if is_asked else ()
    return Message(said, (*buttons, *tell), details_of=contact.reference if contact else None)
