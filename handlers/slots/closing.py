"""A slot is done once everyone who was in it has ended, and nobody else comes."""

from domain.slot_life import SLOT_LIFE, SlotEvent, is_done
from handlers.handling.work import Work
from handlers.slots.alerts.current import change_alerts
from handlers.slots.finding import refreshed
from storage.placements import under_way
from storage.slots import slot_life
from storage.slots.slot import Slot


async def close_if_done(work: Work, slot: Slot, *, is_over: bool) -> bool:
    """Close it, where that is so; `is_over` says whether its last day is over."""
    if not SLOT_LIFE.allows(slot.status, SlotEvent.CLOSE):
        return False
    placed = [each.status for each in await under_way.all_in_slot(work.session, slot.id)]
    if not is_done(placed, slot.places, is_over=is_over) or not await slot_life.close(work.session, slot.id):
        return False
    await change_alerts(work, await refreshed(work, slot))
    return True
