"""Gather what messages tell of a slot."""

from collections.abc import Sequence

from domain.hearsay import Said
from domain.role import Role
from domain.wish import Adaptation
from handlers.handling.work import Work
from handlers.slots import apart
from messages.slots.facts import SlotFacts, all_told
from storage import hearsay
from storage.slots import offered_by
from storage.slots.offered_by import OfferedBy
from storage.slots.slot import Slot


async def of_slot(work: Work, slot: Slot) -> SlotFacts:
    """The slot's facts, with its supplier's name and that of whoever offered it there."""
    (told,) = await of_each(work, [slot])
    return told


async def of_slots(work: Work, slots: Sequence[Slot]) -> list[SlotFacts]:
    """The facts of slots that stand in one list, each told from what would read like it."""
    return await apart.in_lines(work, slots, await of_each(work, slots)) if slots else []


async def of_each(work: Work, slots: Sequence[Slot]) -> list[SlotFacts]:
    """The facts of each slot as it stands alone, looked up at once."""
    by = await offered_by.of_slots(work.session, [slot.id for slot in slots])
    return [await _told(work, slot, by.get(slot.id)) for slot in slots]


async def _told(work: Work, slot: Slot, by: OfferedBy | None) -> SlotFacts:
    if by is None or slot.starts_on is None:
        raise ValueError(f"slot {slot.id} was filled before Steget and is told to nobody")
    return SlotFacts(
        kind=slot.kind,
        trade=slot.trade,
        places=slot.places,
        area=slot.area,
        starts_on=slot.starts_on,
        ends_on=slot.ends_on,
        supplier=by.supplier,
        contact=await _contact(work, slot, by),
        contract=by.contract,
        details=all_told(slot.details, slot.answer_by),
        adaptations=tuple(each for each in Adaptation if each in (slot.adaptations or ())),
    )


async def _contact(work: Work, slot: Slot, by: OfferedBy) -> str:
    """Who offered it at the supplier: where staff wrote it down, whoever they heard it from."""
    if by.role is Role.SUPPLIER:
        return by.reporter
    heard = await hearsay.latest_about(work.session, slot.reference, Said.OFFER)
    return heard.speaker if heard else ""
