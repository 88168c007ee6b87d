"""Find the contract or the obligation that somebody wants to see or to do something with."""

from domain.access import Action, may
from handlers.handling.work import Work
from messages import everyone
from messages.message import Message
from storage.contracts import contract as contracts
from storage.contracts.contract import Contract
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def contract_for(work: Work, actor: Person, action: Action, contract_id: int) -> Contract | None:
    """The contract, if the actor may do that; what isn't theirs is told not to be there."""
    contract = await contracts.find(work.session, contract_id)
    if contract is None or not may(actor.actor, action, contract.subject):
        await work.tell(actor, Message(everyone.NotFound()))
        return None
    return contract


async def obligation_for(
    work: Work, actor: Person, obligation_id: int, *actions: Action
) -> tuple[Obligation, Contract] | None:
    """The obligation as it is now and its contract, if the actor may do one of these; else told not to be there."""
    found = await quietly(work, actor, obligation_id, *actions)
    if found is None:
        await work.tell(actor, Message(everyone.NotFound()))
    return found


async def quietly(
    work: Work, actor: Person, obligation_id: int, *actions: Action
) -> tuple[Obligation, Contract] | None:
    """The same without a word, for a form that has its own."""
    obligation = await obligations.find(work.session, obligation_id)
    contract = await contracts.find(work.session, obligation.contract_id) if obligation else None
    if obligation is None or contract is None:
        return None
    is_allowed = any(may(actor.actor, action, contract.subject) for action in actions)
    return (obligation, contract) if is_allowed else None


async def again(work: Work, obligation: Obligation) -> Obligation:
    """The same obligation as it is now, after a guarded update."""
    return await obligations.find(work.session, obligation.id) or obligation
