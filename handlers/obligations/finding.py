"""Find the contract or the obligation that somebody wants to see or to do something with."""

from domain.access import Action, may
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage.contracts import contract as contracts
from storage.contracts.contract import Contract
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def contract_for(work: Work, actor: Person, action: Action, contract_id: int) -> Contract:
    """The contract. Raises NotTheirsError where there is none, or the actor may not do that with it."""
    contract = await contracts.find(work.session, contract_id)
    if contract is None or not may(actor.actor, action, contract.subject):
        raise NotTheirsError
    return contract


async def obligation_for(
    work: Work, actor: Person, obligation_id: int, *actions: Action
) -> tuple[Obligation, Contract]:
    """The obligation as it is now and its contract, where the actor may do one of these; else raises NotTheirsError."""
    obligation = await obligations.find(work.session, obligation_id)
    contract = await contracts.find(work.session, obligation.contract_id) if obligation else None
    if obligation is None or contract is None:
        raise NotTheirsError
    if not any(may(actor.actor, action, contract.subject) for action in actions):
        raise NotTheirsError
    return obligation, contract


async def refreshed(work: Work, obligation: Obligation) -> Obligation:
    """The same obligation as it is now, after a guarded update."""
    return await obligations.find(work.session, obligation.id) or obligation
