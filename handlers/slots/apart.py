"""Tell slots in a list apart that would read alike: in its lines, and on its buttons."""

from collections.abc import Collection, Sequence
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
    listed = await _listed(work, slots, reads)
    return [replace(of, apart=apart) for of, apart in zip(told, told_apart(listed), strict=True)]


async def on_buttons(work: Work, slots: Sequence[Slot]) -> list[Label]:
    """What stands on each slot's button."""
    reads = [(slot.kind, slot.trade, slot.area) for slot in slots]
    among = zip(slots, await _listed(work, slots, reads), strict=True)
    listed = [replace(each, starts_on=slot.starts_on) for slot, each in among]
    return [_named(slot, apart) for slot, apart in zip(slots, told_apart(listed), strict=True)]


async def _listed(work: Work, slots: Sequence[Slot], reads: Sequence[tuple[object, ...]]) -> list[Listed]:
    numbers = await _numbers(work, {slot.contract_id for slot in slots if slot.contract_id is not None})
    return [
        Listed(read, slot.id, numbers.get(slot.contract_id or 0, ""), work.city.today(slot.reported_at))
        for slot, read in zip(slots, reads, strict=True)
    ]


async def _numbers(work: Work, contract_ids: Collection[int]) -> dict[int, str]:
    """The numbers of these contracts, by their ids."""
    found = await contract.with_ids(work.session, contract_ids) if contract_ids else {}
    return {each.id: each.registry_number for each in found.values()}


def _named(slot: Slot, apart: Apart | None) -> Label:
    parts = (Label(f"kind.{slot.kind}"), Label(f"trade.{slot.trade}"), Label(text=slot.area))
    told = [Label(f"apart.{apart.mark}", day=apart.day, text=apart.text)] if apart else []
    return Label(joined=(*parts, *told))
