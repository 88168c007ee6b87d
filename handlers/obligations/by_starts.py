"""Starts that both sides have said fulfil the numbers that a contract asks for, earliest due first."""

from collections.abc import Sequence

from domain.obligation import TO_BE_DONE, ObligationStatus
from domain.reference import Noun, Reference
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.obligations import settling
from storage.contracts import contract as contracts
from storage.obligations import fulfilment
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.slots import placement as placements


async def count(work: Work, contract_id: int, kind: SlotKind, *, actor: Person) -> bool:
    """Count the starts anew; says whether something is fulfilled by them that was not.

    The contract is held meanwhile: of two that are confirmed at once, the second sees the first.
    """
    if await contracts.locked(work.session, contract_id) is None:
        return False
    starts = await placements.confirmed_under(work.session, contract_id, kind)
    is_news = False
    for each, last in _shared_out(await _that_count(work, contract_id, kind)):
        by = Reference(Noun.PLACEMENT, starts[last - 1]) if last <= len(starts) else None
        is_news = await _follow(work, each, by, actor) or is_news
    return is_news


async def begun(work: Work, contract_id: int, kind: SlotKind) -> dict[int, int]:
    """In how many places somebody has begun, of each number that the contract asks for, by the obligation's id."""
    starts = len(await placements.confirmed_under(work.session, contract_id, kind))
    return {
        each.id: min(max(starts - (last - _wanted(each)), 0), _wanted(each))
        for each, last in _shared_out(await _that_count(work, contract_id, kind))
    }


async def _that_count(work: Work, contract_id: int, kind: SlotKind) -> list[Obligation]:
    return [each for each in await fulfilment.of_places(work.session, contract_id, kind) if _counts(each)]


def _counts(each: Obligation) -> bool:
    """Whether starts are counted for it: not where it is waived, or was done in another way."""
    return each.status in TO_BE_DONE or _is_by_starts(each)


def _is_by_starts(each: Obligation) -> bool:
    return (
        each.status is ObligationStatus.FULFILLED
        and each.fulfilment is not None
        and each.fulfilment.noun is Noun.PLACEMENT
    )


def _shared_out(numbers: Sequence[Obligation]) -> list[tuple[Obligation, int]]:
    """Each with the place, from 1, of the last start that it needs, which fulfils it."""
    last, shared = 0, []
    for each in numbers:
        last += _wanted(each)
        shared.append((each, last))
    return shared


def _wanted(each: Obligation) -> int:
    return max(each.places or 0, 1)


async def _follow(work: Work, each: Obligation, by: Reference | None, actor: Person) -> bool:
    """Let it be fulfilled by that start, or open again where there are too few; says whether it is fulfilled anew."""
    former = each.fulfilment if _is_by_starts(each) else None
    if by == former:
        return False
    if by is None and former is not None:
        await settling.reverse(work, former, actor=actor)
        return False
    if by is not None and former is not None:
        await fulfilment.replace(work.session, each.id, instead_of=former, by=by)
        return False
    return by is not None and await settling.fulfil(work, each, by=by, actor=actor)
