"""Claim a slot, or show all of it. Each press is judged by who presses, never by what the button says."""

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.slot import SlotStatus
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts as slot_facts
from handlers.slots.alerts import alert
from handlers.slots.claim.views import alert_as_it_is
from handlers.slots.found import again, found
from messages import supplier
from messages.message import Message
from storage import recall
from storage.people import person
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def take(work: Work, actor: Person, press: Press) -> None:
    """*Jag tar den* was pressed: one claims, everyone else sees who it was."""
    slot = await found(work, actor, Action.CLAIM_SLOT, press.number(0))
    if slot is None:
        return
    has_changed = slot.status is SlotStatus.OPEN and slot.revision != press.number(1)
    if not await claimed(work, actor, slot, revision=press.number(1)):
        await _show(work, actor, press, slot, is_whole=has_changed)


async def claimed(work: Work, actor: Person, slot: Slot, *, revision: int) -> bool:
    """Claim the slot, if it is open and still what the matcher has read; every alert and the supplier are told."""
    if slot.revision != revision or not await slots.claim(work.session, slot.id, matcher_id=actor.id, now=work.now):
        return False
    theirs = await again(work, slot)
    await work.record(LedgerEvent.SLOT_CLAIMED, actor=actor, supplier_id=slot.supplier_id, about=slot.reference)
    await change_alerts(work, theirs)
    await _tell_supplier(work, theirs, actor)
    return True


async def show_all(work: Work, actor: Person, press: Press) -> None:
    """*Visa allt* was pressed."""
    slot = await found(work, actor, Action.SEE_SLOT, press.number(0))
    if slot is not None:
        await _show(work, actor, press, slot, is_whole=True)


async def change_alerts(work: Work, slot: Slot) -> None:
    """Let every alert about the slot tell what is true now; one that has not gone out yet is for an open slot only."""
    for row in await alert.shown(work, slot.id):
        is_too_late = slot.status is not SlotStatus.OPEN and await recall.cancel(work.session, row.id)
        if row.person_id is not None and not is_too_late:
            viewer = await person.find(work.session, row.person_id)
            if viewer.ended_at is not None:
                continue  # what they were shown stays as it was; they learn nothing new
            await work.edit(row.id, await alert_as_it_is(work, slot, viewer, is_whole=False))


async def _show(work: Work, actor: Person, press: Press, slot: Slot, *, is_whole: bool) -> None:
    """Show the slot as it is now, where it was pressed."""
    message = await alert_as_it_is(work, await again(work, slot), actor, is_whole=is_whole)
    if press.shown is None:
        await work.tell(actor, message, about=slot.reference)
    else:
        await work.edit(press.shown.id, message)


async def _tell_supplier(work: Work, slot: Slot, matcher: Person) -> None:
    if slot.reported_by is None:
        return
    facts = await slot_facts.of_slot(work, slot)
    message = Message(supplier.SlotClaimed(facts, matcher=matcher.name, contact=work.city.contact))
    await notice.tell(work, await person.find(work.session, slot.reported_by), message, about=slot.reference)
