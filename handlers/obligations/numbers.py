"""Numbers of places: how many have begun and how many are offered of each, the earliest due first."""

from collections.abc import Sequence

from domain.obligation import NUMBERS, TO_BE_DONE, ObligationStatus
from domain.reference import Noun
from domain.slot import SlotKind
from handlers.handling.work import Work
from storage.obligations import fulfilment
from storage.obligations.obligation import Obligation
from storage.placements import placement as placements
from storage.slots import offered as slots_offered


async def counted(work: Work, contract_id: int, kind: SlotKind) -> list[Obligation]:
    """The numbers of that kind under the contract that count: not what is waived, or was done in another way."""
    of_kind = await fulfilment.of_places(work.session, contract_id, kind)
    return [each for each in of_kind if each.status in TO_BE_DONE or is_by_starts(each)]


async def begun(work: Work, contract_id: int, kind: SlotKind) -> dict[int, int]:
    """In how many places somebody has begun, of each number that the contract asks for, by the obligation's id."""
    starts = await placements.confirmed_under(work.session, contract_id, kind)
    return parts(await counted(work, contract_id, kind), len(starts))


async def offered(work: Work, found: Sequence[Obligation]) -> dict[int, int]:
    """How many places are offered of each number among these, by its id."""
    wanted = {(each.contract_id, each.slot_kind) for each in found if each.kind in NUMBERS}
    places = await slots_offered.places_under(work.session, {each for each, _ in wanted}) if wanted else {}
    shared: dict[int, int] = {}
    for contract_id, kind in wanted:
        if kind is not None and (contract_id, kind) in places:
            # A place in which somebody has begun was offered, whatever has become of its slot.
            starts = await placements.confirmed_under(work.session, contract_id, kind)
            made = max(places[contract_id, kind], len(starts))
            shared |= parts(await counted(work, contract_id, kind), made)
    return shared


def parts(numbers: Sequence[Obligation], made: int) -> dict[int, int]:
    """How many of what was made fall to each number, by its id."""
    return {each.id: min(max(made - (last - wanted(each)), 0), wanted(each)) for each, last in shared_out(numbers)}


def shared_out(numbers: Sequence[Obligation]) -> list[tuple[Obligation, int]]:
    """Each with the place, from 1, of the last that it needs, which fulfils it."""
    last, shared = 0, []
    for each in numbers:
        last += wanted(each)
        shared.append((each, last))
    return shared


def wanted(each: Obligation) -> int:
    """How many places it asks for."""
    return max(each.places or 0, 1)


def is_by_starts(each: Obligation) -> bool:
    """Whether it is fulfilled by people who have begun."""
    return (
        each.status is ObligationStatus.FULFILLED
        and each.fulfilment is not None
        and each.fulfilment.noun is Noun.PLACEMENT
    )
