"""Places that are offered under a contract: what asks for so many of their kind waits for the city from then on."""

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.obligation import TO_BE_DONE
from handlers.handling.work import Work
from handlers.obligations import by_starts, numbers, settling
from handlers.obligations.ladder import already_said
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.slots import offered
from storage.slots.slot import Slot


@frozen
class Part:
    """How many places of a slot fall to an obligation.

    Attributes:
        is_all: With them, all that it asks for is offered.
    """

    of: Obligation
    places: int
    is_all: bool


async def reported(work: Work, actor: Person, slot: Slot) -> bool:
    """A slot is offered: it belongs to the history of what it is a part of, and old messages say how that stands.

    Says whether something is fulfilled by it, which it is enough to offer.
    """
    counted = await _counted(work, slot)
    for part in await _parts(work, slot, counted, is_among=True):
        await _record(work, actor, part, LedgerEvent.OBLIGATION_OFFERED)
        await already_said.bring_up_to_date(work, part.of)
    return await _count_anew(work, actor, slot, counted)


async def taken_back(work: Work, actor: Person, slot: Slot) -> None:
    """The supplier has taken the slot back: where the city was waited for, the ladder goes on."""
    counted = await _counted(work, slot)
    await _count_anew(work, actor, slot, counted)
    for part in await _parts(work, slot, counted, is_among=False):
        await _record(work, actor, part, LedgerEvent.OBLIGATION_OFFER_WITHDRAWN)
        if part.is_all:
            await settling.climb_on(work, part.of)
        else:
            await already_said.bring_up_to_date(work, part.of)


async def _counted(work: Work, slot: Slot) -> list[Obligation]:
    return await numbers.counted(work, slot.contract_id, slot.kind) if slot.contract_id is not None else []


async def _count_anew(work: Work, actor: Person, slot: Slot, counted: list[Obligation]) -> bool:
    """Where it is enough to offer, an offer counts like a start; what was said of months may be so no more."""
    is_met = False
    if slot.contract_id is not None and any(each.may_be_offered for each in counted):
        is_met = bool(await by_starts.count(work, slot.contract_id, slot.kind, actor=actor))
    for each in numbers.in_months(counted):
        if each.status in TO_BE_DONE:
            await already_said.bring_up_to_date(work, each)
    return is_met


async def _parts(work: Work, slot: Slot, of_kind: list[Obligation], *, is_among: bool) -> list[Part]:
    """What places of the slot fall to; `is_among` says whether it is among what is offered."""
    counted = numbers.in_places(of_kind)
    if slot.contract_id is None or not counted:
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
