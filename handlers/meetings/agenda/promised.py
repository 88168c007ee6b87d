"""What a supplier and the city have promised under the supplier's contracts: what waits of it, and all that holds."""

from collections.abc import Sequence
from dataclasses import replace

from domain import agenda as rule
from domain.agenda import Matter, Point
from domain.obligation import MEETINGS, NUMBERS, PLANS, TO_BE_DONE, ObligationKind, ObligationStatus
from handlers.handling.work import Work
from handlers.meetings.agenda.naming import Naming
from handlers.meetings.agenda.offered import Points
from handlers.obligations import contract_facts, facts
from handlers.obligations.turns import turns_of
from messages.meetings.agenda import Promised
from storage.contracts.contract import Contract
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.slots.slot import Slot
from storage.slots.unfinished import UNDER_OFFER

ByContract = dict[int, list[Obligation]]

HOLD = (*TO_BE_DONE, ObligationStatus.FULFILLED)
"""What was promised and is promised still, or is done."""


async def under(work: Work, contracts: Sequence[Contract]) -> ByContract:
    """All that follows from these contracts, soonest due first."""
    return await obligations.of_contracts(work.session, [each.id for each in contracts], *ObligationKind)


async def of_promises(work: Work, under: ByContract, offers: Sequence[Slot], naming: Naming) -> Points:
    """What is to be done, by whoever's turn it is.

    While reminders rest, nothing that the supplier has promised is waited for; and that people are to be found for what
    is offered is told by the offers, as long as there are any.
    """
    under_offer = {(each.contract_id, each.kind) for each in offers if each.status in UNDER_OFFER}
    waiting = [each for theirs in under.values() for each in theirs if each.status in TO_BE_DONE]
    told = dict(zip(waiting, await facts.of_obligations(work, waiting), strict=True))
    turns = await turns_of(work, waiting)
    at_rest = {each for each in under if await rests(work, each)}
    found: Points = []
    for each in waiting:
        matter = rule.of_promise(turns[each.id].awaited)
        is_at_rest = matter is Matter.DO and each.contract_id in at_rest
        is_told = matter is Matter.MATCH and (each.contract_id, each.slot_kind) in under_offer
        if matter is None or is_at_rest or is_told:
            continue
        since = work.city.today(each.proposed_at) if matter is Matter.BOOK and each.proposed_at else each.due_on
        found.append(Point(matter, naming.promise(each.contract_id, told[each]), since))
    return found


async def of_contracts(work: Work, contracts: Sequence[Contract], under: ByContract) -> tuple[Promised, ...]:
    """Each contract with the numbers, plans and other things that it asks for; meetings are what this is about."""
    found = []
    for contract in contracts:
        theirs = [each for each in under.get(contract.id, []) if _is_promised(each)]
        told = await facts.of_obligations(work, theirs)
        if await rests(work, contract.id):
            told = tuple(replace(each, turn=None) for each in told)
        found.append(Promised(contract.named, told))
    return tuple(found)


async def rests(work: Work, contract_id: int) -> bool:
    """Whether reminders rest under the contract, so that nothing is late that the supplier has promised."""
    return await contract_facts.of_hold(work, contract_id) is not None


def _is_promised(each: Obligation) -> bool:
    """What was agreed in a meeting is followed there, and what was done of it before is old news."""
    if each.is_for_city or each.status not in HOLD or each.kind in MEETINGS:
        return False
    return each.kind in (*NUMBERS, *PLANS) or each.status in TO_BE_DONE
