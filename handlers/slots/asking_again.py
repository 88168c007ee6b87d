"""Slots that nobody has taken on: ask again, and tell the supplier honestly."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.people import notice
from handlers.slots import facts as slot_facts
from handlers.slots.alerts import alert
from messages import supplier
from messages.message import Message
from storage.people import person
from storage.slots import slot
from storage.slots.slot import Slot

AT_ONCE = 20
"""Slots in one transaction; what is left comes in the next."""


async def ask_again(work: Work) -> bool:
    """Ask again about slots that have waited a working day; says whether there may be more."""
    waiting = await slot.to_ask_again(work.session, now=work.now, at_most=AT_ONCE)
    for unclaimed in waiting:
        unclaimed.ask_again_at = None
        await alert.send_again(work, unclaimed)
        await _tell_supplier(work, unclaimed)
        await work.record(LedgerEvent.SLOT_ASKED_AGAIN, supplier_id=unclaimed.supplier_id, about=unclaimed.reference)
    return len(waiting) == AT_ONCE


async def _tell_supplier(work: Work, unclaimed: Slot) -> None:
    if unclaimed.reported_by is None:
        return
    reporter = await person.find(work.session, unclaimed.reported_by)
    message = Message(supplier.SlotWaiting(await slot_facts.of_slot(work, unclaimed), work.city.contact))
    await notice.tell(work, reporter, message, about=unclaimed.reference)
