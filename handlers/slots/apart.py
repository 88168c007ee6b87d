"""Tell slots in a list apart that would read alike: in its lines, and on its buttons."""

from collections.abc import Sequence
from dataclasses import replace

from domain.told_apart import Apart, Listed, told_apart
from handlers.handling.work import Work
from messages.label import Label
from messages.slots.facts import SlotFacts
from storage.contracts import contract
from storage.slots.slot import Slot


async def in_lines(work: Work, slots: Sequence[Slot], told: Sequence[SlotFacts]) -> list[SlotFacts]:
    """What the lines tell of the slots, with what tells each from its likes."""
    reads = [(of.kind, of.trade, of.places, of.area, of.starts_on, of.supplier) for of in told]
    listed = [await _listed(work, slot, line) for slot, line in zip(slots, reads, strict=True)]
    return [replace(of, apart=apart) for of, apart in zip(told, told_apart(listed), strict=True)]


async def on_buttons(work: Work, slots: Sequence[Slot]) -> list[Label]:
    """What stands on each slot's button."""
    reads = [(slot.kind, slot.trade, slot.area) for slot in slots]
    listed = [
        replace(await _listed(work, slot, button), starts_on=slot.starts_on)
        for slot, button in zip(slots, reads, strict=True)
    ]
    return [_named(slot, apart) for slot, apart in zip(slots, told_apart(listed), strict=True)]


async def _listed(work: Work, slot: Slot, reads: tuple[object, ...]) -> Listed:
    return Listed(reads, slot.id, await _number(work, slot), work.city.today(slot.reported_at))


async def _number(work: Work, slot: Slot) -> str:
    if slot.contract_id is None:
        return ""
    named = await contract.find(work.session, slot.contract_id)
    return named.registry_number if named is not None else ""


def _named(slot: Slot, apart: Apart | None) -> Label:
    parts = (Label(f"kind.{slot.kind}"), Label(f"trade.{slot.trade}"), Label(text=slot.area))
    told = [Label(f"apart.{apart.mark}", day=apart.day, text=apart.text)] if apart else []
    return Label(joined=(*parts, *told))
