"""Slots that nobody has taken on: ask again, and tell the supplier honestly."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.slots import nobody_yet
from handlers.slots.alerts import alert
from storage.slots import unclaimed

AT_ONCE = 20
"""Slots in one transaction; what is left comes in the next."""


async def ask_again(work: Work) -> bool:
    """Ask again about slots that have waited a working day; says whether there may be more."""
    waiting = await unclaimed.to_ask_again(work.session, now=work.now, at_most=AT_ONCE)
    for slot in waiting:
        slot.ask_again_at = None
        await alert.send_again(work, slot)
        await nobody_yet.tell_reporter(work, slot)
        await work.record(LedgerEvent.SLOT_ASKED_AGAIN, supplier_id=slot.supplier_id, about=slot.reference)
    return len(waiting) == AT_ONCE
