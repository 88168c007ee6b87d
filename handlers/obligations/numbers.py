"""Numbers that contracts ask for: how many places have begun and are offered of each, the earliest due first.

Some count months of full-time work instead; these are shared out among themselves.
"""

from collections.abc import Sequence
from fractions import Fraction

from domain.frozen import frozen
from domain.obligation import NUMBERS, TO_BE_DONE, ObligationStatus
from domain.reference import Noun
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.obligations import months
from handlers.obligations.months import MonthsStanding
from storage.obligations import fulfilment
from storage.obligations.obligation import Obligation
from storage.placements import placement as placements
from storage.slots import offered as slots_offered

COUNTED = (Noun.PLACEMENT, Noun.SLOT)
"""What fulfils a number by itself: people who have begun, or what is offered where that is enough."""


@frozen
class Begun:
    """How far a number has come.

    Attributes:
        places: In how many places somebody has begun.
        months_done: How many months are done; in tenths, rounded down, so that none is shown that is not whole.
        months_agreed: How many will be once all have worked as agreed, likewise.
    """

    places: int = 0
    months_done: int = 0
    months_agreed: int = 0


NOT_BEGUN = Begun()


@frozen
class Ahead:
    """What is to be expected of a number.

    Attributes:
        offered: How many of its places are offered; of months, all or none.
        standing: How its months stand; None for places.
    """

    offered: int = 0
    standing: MonthsStanding | None = None


async def counted(work: Work, contract_id: int, kind: SlotKind) -> list[Obligation]:
    """The numbers of that kind under the contract that count: not what is waived, or was done in another way."""
    of_kind = await fulfilment.of_places(work.session, contract_id, kind)
    return [each for each in of_kind if each.status in TO_BE_DONE or is_counted(each)]


async def begun(work: Work, contract_id: int, kind: SlotKind) -> dict[int, Begun]:
    """How far each number has come that the contract asks for, by the obligation's id."""
    numbers = await counted(work, contract_id, kind)
    starts = await placements.confirmed_under(work.session, contract_id, kind)
    of_places = parts(in_places(numbers), len(starts))
    of_months = await months_of(work, contract_id, kind, numbers)
    return {each_id: Begun(places=part) for each_id, part in of_places.items()} | {
        each_id: Begun(months_done=_tenths(each.done), months_agreed=_tenths(each.agreed))
        for each_id, each in of_months.items()
    }


async def ahead(work: Work, found: Sequence[Obligation]) -> dict[int, Ahead]:
    """What is offered of each number among these, and when its months will be enough, by its id."""
    wanted_kinds = {(each.contract_id, each.slot_kind) for each in found if each.kind in NUMBERS}
    in_months = {(each.contract_id, each.slot_kind) for each in found if each.kind in NUMBERS and each.is_in_months}
    ids = {each for each, _ in wanted_kinds}
    places = await slots_offered.places_under(work.session, ids) if wanted_kinds else {}
    shared: dict[int, Ahead] = {}
    for contract_id, kind in wanted_kinds:
        if kind is None or ((contract_id, kind) not in places and (contract_id, kind) not in in_months):
            continue
        numbers = await counted(work, contract_id, kind)
        # A place in which somebody has begun was offered, whatever has become of its slot.
        starts = await placements.confirmed_under(work.session, contract_id, kind)
        made = max(places.get((contract_id, kind), 0), len(starts))
        shared |= {each_id: Ahead(part) for each_id, part in parts(in_places(numbers), made).items()}
        by_id = {each.id: each for each in numbers}
        for each_id, standing in (await months_of(work, contract_id, kind, numbers)).items():
            shared[each_id] = Ahead(wanted(by_id[each_id]) if standing.is_offered else 0, standing)
    return shared


async def months_of(
    work: Work, contract_id: int, kind: SlotKind, numbers: Sequence[Obligation]
) -> dict[int, MonthsStanding]:
    """How those among the numbers stand that count months, by their ids."""
    shared = [(each, last - wanted(each), last) for each, last in shared_out(in_months(numbers))]
    return await months.standings(work, contract_id, kind, shared)


def in_places(numbers: Sequence[Obligation]) -> list[Obligation]:
    """Those that count places."""
    return [each for each in numbers if not each.is_in_months]


def in_months(numbers: Sequence[Obligation]) -> list[Obligation]:
    """Those that count months of full-time work."""
    return [each for each in numbers if each.is_in_months]


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
    """How many places, or months, it asks for."""
    return max(each.places or 0, 1)


def is_counted(each: Obligation) -> bool:
    """Whether it is fulfilled by people who have begun, or by what is offered where that is enough."""
    by = each.fulfilment
    return each.status is ObligationStatus.FULFILLED and by is not None and by.noun in COUNTED


def _tenths(number: Fraction) -> int:
    return number * 10 // 1
