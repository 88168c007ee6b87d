"""Tell a slot's contact who has it, how to reach them, and what they see of the contact; and keep that true."""

from dataclasses import replace

from domain.turn.turn import Side
from handlers.doorways import DECLINE_DETAILS, TELL_DETAILS
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.people import notice
from handlers.people.details.telling import is_asking
from handlers.slots.inquiry.codes import ASK
from handlers.slots.inquiry.writing import cant_begin
from handlers.slots.reaching.reachable import IN_HAND, Reachable, contact_of, holder_of
from handlers.slots.telling import tell_reporter
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows, from_content
from messages.people.leaving import SlotHandedOver
from messages.slots.claim import Sees, SlotClaimed
from storage import in_chat, outbox
from storage.outbox import OutboxRow
from storage.people import contact_details
from storage.slots.slot import Slot


async def tell(work: Work, slot: Slot, told: SlotClaimed | SlotHandedOver) -> None:
    """Say once for each who takes it on what these see; a contact of whom nothing is known is asked for it once."""
    contact, holder = await contact_of(work, slot), await holder_of(work, slot)
    if contact is None or contact.recipient is None or holder is None:
        sees = await _seen_of(work, contact) if contact is not None else None
        about_holder = holder.reference if holder else None
        await tell_reporter(work, slot, Message(replace(told, sees=sees), details_of=about_holder))
        return
    person, key = contact.recipient.person, f"{_key_begins(slot)}{slot.claimed_by}:{work.key}"
    sees = await _seen_of(work, contact)
    if not sees.anything:
        sees = replace(sees, is_asked=await contact_details.note_asked(work.session, person.id, now=work.now))
    ways = await _ways(work, slot, told.matcher, sees)
    message = Message(replace(told, sees=sees), ways, details_of=holder.reference)
    await notice.tell_directly(work, person, contact.recipient.gets(message), about=slot.reference, key=key)


async def refresh(work: Work, slot: Slot, *, have_details_changed: bool = False) -> None:
    """Let what was told say what is true now; where somebody else has it, the number that it told is gone."""
    rows = await outbox.said_about(work.session, slot.reference, key_begins=_key_begins(slot))
    for row in rows:
        newest = await in_chat.newest(work.session, row)
        message = await _as_it_is(work, slot, row, from_content(newest.content))
        if have_details_changed or message.content() != newest.content:
            await work.edit(row.id, message)


async def _as_it_is(work: Work, slot: Slot, row: OutboxRow, said: Message) -> Message:
    contact, holder = await contact_of(work, slot), await holder_of(work, slot)
    is_theirs = contact is not None and contact.recipient is not None and contact.recipient.person.id == row.person_id
    is_of_holder = slot.status in IN_HAND and row.dedup_key.startswith(f"{_key_begins(slot)}{slot.claimed_by}:")
    if contact is None or holder is None or not is_theirs or not is_of_holder:
        return replace(said, parameters=replace(said.parameters, sees=None, is_over=True), buttons=(), details_of=None)
    seen = await _seen_of(work, contact)
    sees = replace(seen, is_asked=is_asking(said.buttons) and not seen.anything)
    parameters = replace(said.parameters, sees=sees, is_over=False)
    ways = await _ways(work, slot, said.parameters.matcher, sees)
    return replace(said, parameters=parameters, buttons=ways, details_of=holder.reference)


async def _seen_of(work: Work, contact: Reachable) -> Sees:
    details = await contact_details.of(work.session, contact.reference)
    return Sees(phone=bool(details.phone), email=bool(details.email))


async def _ways(work: Work, slot: Slot, holder: str, sees: Sees) -> Rows:
    """Write to whoever has it now, while people write about it; and how to reach a contact who is asked for that."""
    may_write = await cant_begin(work, slot, Side.SUPPLIER) is None
    write = ((Label("inquiry.write_to", text=holder), data(ASK, slot.id)),) if may_write else ()
    tell = ((Label("details.tell"), data(TELL_DETAILS)), (Label("details.not_now"), data(DECLINE_DETAILS)))
    return numbered([*write, *(tell if sees.is_asked else ())])


def _key_begins(slot: Slot) -> str:
    return f"claimed:{slot.id}:"
