"""Take an offer back right after it was sent, or send another one."""

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.slot import UNDO_FOR, SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form import asking
from handlers.form.complaint import Complaint
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import by_slots
from handlers.slots import facts as slot_facts
from handlers.slots import withdraw
from handlers.slots.card import card
from handlers.slots.claim import actions as claim
from handlers.slots.found import again, found
from messages import supplier
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot

UNDO, ANOTHER = "un", "nr"


def closing_buttons(slot: Slot) -> Rows:
    """What can be done right after an offer was sent."""
    another = Button(Label("slot.another"), data(ANOTHER), number=1)
    undo = Button(Label("slot.undo"), data(UNDO, slot.id), number=2)
    return ((another, undo),)


async def undo(work: Work, actor: Person, press: Press) -> None:
    """*Ångra* was pressed. What nobody has claimed is gone at once; after that, or later, it takes a reason."""
    slot = await found(work, actor, Action.WITHDRAW_SLOT, press.number(0))
    if slot is None:
        await asking.show_again(work, actor)
        return
    is_soon = work.now < slot.reported_at + UNDO_FOR
    if is_soon and await slots.undo(work.session, slot.id):
        await work.record(
            LedgerEvent.SLOT_UNDONE,
            actor=actor,
            supplier_id=slot.supplier_id,
            contract_id=slot.contract_id,
            about=slot.reference,
        )
        await claim.change_alerts(work, await again(work, slot))
        await by_slots.taken_back(work, actor, slot)
    slot = await again(work, slot)
    if SLOT_LIFE.allows(slot.status, SlotEvent.WITHDRAW):
        await withdraw.ask(work, actor, slot, Complaint.UNDO_TOO_LATE)
    else:
        await _show(work, actor, press, slot)


async def _show(work: Work, actor: Person, press: Press, slot: Slot) -> None:
    """What has become of it, where it was pressed."""
    is_undone = slot.status is SlotStatus.WITHDRAWN and slot.withdrawn_reason is None
    undone = Message(supplier.SlotUndone(await slot_facts.of_slot(work, slot)))
    message = undone if is_undone else await card(work, actor, slot)
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)
    await asking.show_again(work, actor)
