"""Starts that both sides have said fulfil the numbers that a contract asks for, earliest due first."""

from domain.reference import Noun, Reference
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.obligations import numbers, settling
from storage.contracts import contract as contracts
from storage.obligations import fulfilment
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements import placement as placements


async def count(work: Work, contract_id: int, kind: SlotKind, *, actor: Person) -> bool:
    """Count the starts anew; says whether something is fulfilled by them that was not.

    The contract is held meanwhile: of two that are confirmed at once, the second sees the first.
    """
    if await contracts.locked(work.session, contract_id) is None:
        return False
    starts = await placements.confirmed_under(work.session, contract_id, kind)
    is_news = False
    for each, last in numbers.shared_out(await numbers.counted(work, contract_id, kind)):
        by = Reference(Noun.PLACEMENT, starts[last - 1]) if last <= len(starts) else None
        is_news = await _follow(work, each, by, actor) or is_news
    return is_news


async def _follow(work: Work, each: Obligation, by: Reference | None, actor: Person) -> bool:
    """Let it be fulfilled by that start, or open again where there are too few; says whether it is fulfilled anew."""
    former = each.fulfilment if numbers.is_by_starts(each) else None
    if by == former:
        return False
    if by is None and former is not None:
        await settling.reverse(work, former, actor=actor)
        return False
    if by is not None and former is not None:
        await fulfilment.replace(work.session, each.id, instead_of=former, by=by)
        return False
    return by is not None and await settling.fulfil(work, each, by=by, actor=actor)
