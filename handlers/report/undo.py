"""Take an offer back right after it was sent, or send another one."""

from domain.access import Action, may
from domain.slot import UNDO_FOR, SlotStatus
from handlers import slot_facts
from handlers.claim import actions as claim
from handlers.press import Press
from handlers.work import Work
from messages import everyone, supplier
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from storage import slot as slots
from storage.person import Person
from storage.slot import Slot

UNDO, ANOTHER = "un", "nr"


def closing_buttons(slot: Slot) -> Rows:
    """What can be done right after an offer was sent."""
    another = Button(Label("slot.another"), data(ANOTHER), number=1)
    undo = Button(Label("slot.undo"), data(UNDO, slot.id), number=2)
    return ((another, undo),)


async def undo(work: Work, actor: Person, press: Press) -> None:
    """*Ångra* was pressed. What nobody has claimed is gone at once; after that, or later, it takes a reason."""
    slot = await slots.find(work.session, press.number(0))
    if slot is None or not may(actor.actor, Action.WITHDRAW_SLOT, slot.subject):
        await work.tell(actor, Message(everyone.NotFound()))
        return
    is_soon = work.now < slot.reported_at + UNDO_FOR
    if not is_soon or not await slots.undo(work.session, slot.id):
        await _not_undone(work, actor, slot)
        return
    await work.record("slot_undone", actor=actor, supplier_id=slot.supplier_id, about=slot_facts.about(slot.id))
    recalled = await slots.find(work.session, slot.id) or slot
    await claim.change_alerts(work, recalled)
    message = Message(supplier.SlotUndone(await slot_facts.of_slot(work, recalled)))
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)


async def _not_undone(work: Work, actor: Person, slot: Slot) -> None:
    facts = await slot_facts.of_slot(work, slot)
    is_gone = slot.status is SlotStatus.WITHDRAWN
    await work.tell(actor, Message(supplier.SlotUndone(facts) if is_gone else supplier.UndoTooLate(facts)))
