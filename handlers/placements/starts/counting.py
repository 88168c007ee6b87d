"""What a start that both sides have said, or that is taken back, does to its slot and to what the contract asks for."""

from domain.slot import SlotStatus
from handlers.handling.work import Work
from handlers.obligations import by_starts
from handlers.placements.ending import beginning
from handlers.placements.starts import new_resident
from handlers.slots import timing
from handlers.slots.alerts.current import change_alerts
from handlers.slots.closing import close_if_done
from handlers.slots.finding import refreshed
from storage.contracts import contract as contracts
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots import slot_life
from storage.slots.slot import Slot


async def confirmed(work: Work, actor: Person, placement: Placement, slot: Slot) -> str:
    """Both have said it: its last day is kept in mind, the slot may be filled, and a number fulfilled.

    Returns the number of that contract, or nothing.
    """
    await new_resident.decide(work, placement)
    await beginning.begun(work, placement)
    # Held, so that of two who answer at once the second counts the first.
    held = await slots.locked(work.session, slot.id) or slot
    if await placements.count_filled_in(work.session, held.id) >= held.places:
        await slot_life.fill(work.session, held.id)
        await change_alerts(work, await refreshed(work, held))
    return await _counted(work, actor, held)


async def taken_back(work: Work, actor: Person, placement: Placement, slot: Slot) -> None:
    """A start counts no longer: the slot has room again, another start may count, and a number may be open again."""
    await new_resident.decide(work, placement)
    held = await slots.locked(work.session, slot.id) or slot
    await _make_room(work, held)
    await _counted(work, actor, held)


async def left_early(work: Work, actor: Person, slot: Slot) -> str:
    """A place was left before its time: it can be filled again, while the slot lasts. The start itself still counts.

    Returns the number of the contract of which something is met with that, or nothing.
    """
    held = await slots.locked(work.session, slot.id) or slot
    if not _is_over(work, held):
        await _make_room(work, held)
    await _close(work, held)
    return await _counted(work, actor, held)


async def completed(work: Work, actor: Person, slot: Slot) -> str:
    """Somebody's time in a place ended as planned: its months are counted. Returns as `left_early` does."""
    held = await slots.locked(work.session, slot.id) or slot
    await _close(work, held)
    return await _counted(work, actor, held)


async def _counted(work: Work, actor: Person, slot: Slot) -> str:
    if slot.contract_id is None or not await by_starts.count(work, slot.contract_id, slot.kind, actor=actor):
        return ""
    contract = await contracts.find(work.session, slot.contract_id)
    return contract.registry_number if contract else ""


def _is_over(work: Work, slot: Slot) -> bool:
    return slot.ends_on is not None and slot.ends_on < work.city.today(work.now)


async def _close(work: Work, slot: Slot) -> None:
    await close_if_done(work, await refreshed(work, slot), is_over=_is_over(work, slot))


async def _make_room(work: Work, slot: Slot) -> None:
    """Let the slot be filled again, where it was full and is not any more."""
    is_full = await placements.count_filled_in(work.session, slot.id) >= slot.places
    again_at = timing.next_at(work, slot.timed, status=SlotStatus.RESERVED)
    if not is_full and await slot_life.unfill(work.session, slot.id, next_at=again_at):
        await change_alerts(work, await refreshed(work, slot))
