"""Starts that both sides have said fulfil the numbers that a contract asks for, earliest due first.

Where it is enough to offer, so do places in which nobody has begun yet; months are counted in `months.py`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.obligation import TO_BE_DONE
from domain.reference import Noun, Reference
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.obligations import numbers, settling
from handlers.obligations.ladder import already_said
from handlers.obligations.months import MonthsStanding
from storage.contracts import contract as contracts
from storage.obligations import fulfilment
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements import worked

Counted = tuple[Obligation, Reference | None]
"""A number, and what fulfils it; None where too little is there."""


async def count(work: Work, contract_id: int, kind: SlotKind, *, actor: Person | None) -> list[Obligation]:
    """Count anew; returns what is fulfilled by it that was not.

    The contract is held meanwhile: of two that are confirmed at once, the second sees the first.
    """
    if await contracts.locked(work.session, contract_id) is None:
        return []
    of_kind = await numbers.counted(work, contract_id, kind)
    starts = [Reference(Noun.PLACEMENT, each) for each in await _starts(work, contract_id, kind)]
    free = await _free(work, contract_id, kind) if any(each.may_be_offered for each in of_kind) else []
    in_places = _in_places(numbers.in_places(of_kind), starts, free)
    in_months = await _in_months(work, contract_id, kind, numbers.in_months(of_kind), [*starts, *free])
    return [each for each, by in (*in_places, *in_months) if await _follow(work, each, by, actor)]


async def _starts(work: Work, contract_id: int, kind: SlotKind) -> Sequence[int]:
    return await placements.confirmed_under(work.session, contract_id, kind)


async def _free(work: Work, contract_id: int, kind: SlotKind) -> list[Reference]:
    """Each place that is offered and in which nobody has begun, by its slot."""
    free = await worked.free_under(work.session, contract_id, kind)
    return [slot.reference for slot, places in free for _ in range(places)]


def _in_places(found: Sequence[Obligation], starts: list[Reference], free: list[Reference]) -> list[Counted]:
    counted: list[Counted] = []
    for each, last in numbers.shared_out(found):
        made = [*starts, *free] if each.may_be_offered else starts
        counted.append((each, made[last - 1] if last <= len(made) else None))
    return counted


async def _in_months(
    work: Work, contract_id: int, kind: SlotKind, found: Sequence[Obligation], made: list[Reference]
) -> list[Counted]:
    """What months stand on is the newest of what was made; the clock comes again when they will be enough."""
    stand = await numbers.months_of(work, contract_id, kind, found)
    for each in found:
        await _come_again(work, each, stand[each.id])
    return [(each, made[-1] if stand[each.id].is_reached and made else None) for each in found]


async def _come_again(work: Work, each: Obligation, standing: MonthsStanding) -> None:
    at = _again_at(work, standing)
    if at == each.count_at:
        return
    await obligations.count_at(work.session, each.id, at)
    if each.status in TO_BE_DONE:
        await already_said.bring_up_to_date(work, each)


def _again_at(work: Work, standing: MonthsStanding) -> datetime | None:
    """When people are at work, once the day is over with which it is met."""
    if standing.reached_on is None:
        return None
    hours = work.city.hours
    return hours.opening_on(hours.working_day_from(standing.reached_on + timedelta(days=1)))


async def _follow(work: Work, each: Obligation, by: Reference | None, actor: Person | None) -> bool:
    """Let it be fulfilled by that, or open again where there is too little; says whether it is fulfilled anew."""
    former = each.fulfilment if numbers.is_counted(each) else None
    if by == former:
        return False
    if by is None and former is not None:
        await settling.reverse_one(work, each, former, actor=actor)
        return False
    if by is not None and former is not None:
        await fulfilment.replace(work.session, each.id, instead_of=former, by=by)
        return False
    return by is not None and await settling.fulfil(work, each, by=by, actor=actor)
