"""Places that are offered under a contract: what asks for so many of their kind waits for the city from then on."""

from dataclasses import dataclass

from domain.ledger_event import LedgerEvent
from domain.obligation import TO_BE_DONE
from handlers.handling.work import Work
from handlers.obligations import numbers, settling
from handlers.obligations.ladder import already_said
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.slots import offered
from storage.slots.slot import Slot


@dataclass(frozen=True)
class Part:
    """How many places of a slot fall to an obligation.

    Attributes:
        is_all: With them, all that it asks for is offered.
    """

    of: Obligation
    places: int
    is_all: bool


async def reported(work: Work, actor: Person, slot: Slot) -> None:
    """A slot is offered: it belongs to the history of what it is a part of, and old messages say how that stands."""
    for part in await _parts(work, slot, is_among=True):
        await _record(work, actor, part, LedgerEvent.OBLIGATION_OFFERED)
        await already_said.bring_up_to_date(work, part.of)


async def taken_back(work: Work, actor: Person, slot: Slot) -> None:
    """The supplier has taken the slot back: where the city was waited for, the ladder goes on."""
    for part in await _parts(work, slot, is_among=False):
        await _record(work, actor, part, LedgerEvent.OBLIGATION_OFFER_WITHDRAWN)
        if part.is_all:
            await settling.climb_on(work, part.of)
        else:
            await already_said.bring_up_to_date(work, part.of)


async def _parts(work: Work, slot: Slot, *, is_among: bool) -> list[Part]:
    """What places of the slot fall to; `is_among` says whether it is among what is offered."""
    if slot.contract_id is None:
        return []
    counted = await numbers.counted(work, slot.contract_id, slot.kind)
    if not counted:
        return []
    places = await offered.places_under(work.session, [slot.contract_id])
    there = places.get((slot.contract_id, slot.kind), 0)
    with_it = numbers.parts(counted, there if is_among else there + slot.places)
    without = numbers.parts(counted, there - slot.places if is_among else there)
    found = [
        Part(each, with_it[each.id] - without[each.id], with_it[each.id] == numbers.wanted(each)) for each in counted
    ]
    return [part for part in found if part.places > 0 and part.of.status in TO_BE_DONE]


async def _record(work: Work, actor: Person, part: Part, event: LedgerEvent) -> None:
    await work.record(
        event,
        actor=actor,
        supplier_id=part.of.supplier_id,
        contract_id=part.of.contract_id,
        about=part.of.reference,
        content=str(part.places),
    )
