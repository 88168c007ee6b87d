"""Take an offer back right after it was sent, or send another one."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.slot import UNDO_FOR, SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form.complaint import Complaint
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import by_slots
from handlers.slots import facts, withdraw
from handlers.slots.alerts.current import change_alerts
from handlers.slots.card import card
from handlers.slots.finding import refreshed, theirs
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.report import SlotUndone
from storage.people.person import Person
from storage.slots import slot_life
from storage.slots.slot import Slot

UNDO, ANOTHER = "un", "nr"


def closing_buttons(slot: Slot) -> Rows:
    """What can be done right after an offer was sent."""
    return numbered([(Label("slot.another"), data(ANOTHER)), (Label("slot.undo"), data(UNDO, slot.id))], in_a_row=2)


async def undo(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra* was pressed. What nobody has claimed is gone at once; after that, or later, it takes a reason."""
    slot = await theirs(work, actor, Action.WITHDRAW_SLOT, press.number(0))
    is_soon = work.now < slot.reported_at + UNDO_FOR
    if is_soon and await slot_life.undo(work.session, slot.id):
        await work.record(
            LedgerEvent.SLOT_UNDONE,
            actor=actor,
            supplier_id=slot.supplier_id,
            contract_id=slot.contract_id,
            about=slot.reference,
        )
        await change_alerts(work, await refreshed(work, slot))
        await by_slots.taken_back(work, actor, slot)
    slot = await refreshed(work, slot)
    if SLOT_LIFE.allows(slot.status, SlotEvent.WITHDRAW):
        return await withdraw.ask(work, actor, slot, Complaint.UNDO_TOO_LATE)
    is_undone = slot.status is SlotStatus.WITHDRAWN and slot.withdrawn_reason is None
    return Message(SlotUndone(await facts.of_slot(work, slot))) if is_undone else await card(work, actor, slot)
