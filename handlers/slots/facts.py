"""Gather what messages tell of a slot."""

from collections.abc import Sequence

from domain.hearsay import Said
from domain.role import Role
from domain.wish import Adaptation
from handlers.handling.work import Work
from handlers.slots import apart
from messages.slots.facts import SlotFacts, all_told
from storage import hearsay
from storage.contracts import contract
from storage.people import person, supplier
from storage.people.person import Person
from storage.slots.slot import Slot


async def of_slot(work: Work, slot: Slot) -> SlotFacts:
    """The slot's facts, with its supplier's name and that of whoever offered it there."""
    if slot.reported_by is None or slot.starts_on is None:
        raise ValueError(f"slot {slot.id} was filled before Steget and is told to nobody")
    return SlotFacts(
        kind=slot.kind,
        trade=slot.trade,
        places=slot.places,
        area=slot.area,
        starts_on=slot.starts_on,
        ends_on=slot.ends_on,
        supplier=(await supplier.find(work.session, slot.supplier_id)).name,
        contact=await _contact(work, slot, await person.find(work.session, slot.reported_by)),
        contract=await _contract(work, slot),
        details=all_told(slot.details, slot.answer_by),
        adaptations=tuple(each for each in Adaptation if each in (slot.adaptations or ())),
    )


async def _contact(work: Work, slot: Slot, reporter: Person) -> str:
    """Who offered it at the supplier: where staff wrote it down, whoever they heard it from."""
    if reporter.role is Role.SUPPLIER:
        return reporter.name
    heard = await hearsay.latest_about(work.session, slot.reference, Said.OFFER)
    return heard.speaker if heard else ""


async def of_slots(work: Work, slots: Sequence[Slot]) -> list[SlotFacts]:
    """The facts of slots that stand in one list, each told from what would read like it."""
    return await apart.in_lines(work, slots, [await of_slot(work, slot) for slot in slots])


async def _contract(work: Work, slot: Slot) -> str:
    named = await contract.find(work.session, slot.contract_id) if slot.contract_id is not None else None
    return named.named if named else ""
