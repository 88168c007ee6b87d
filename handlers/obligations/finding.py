"""Find the contract or the obligation that somebody wants to see or to do something with."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from domain.access import may
from domain.action import Action
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
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


class IsAboutObligation(Protocol):
    """What a form about an obligation is about."""

    @property
    def obligation_id(self) -> int:
        """The obligation."""


def still_may(event: ObligationEvent) -> Callable[[Work, Person, IsAboutObligation, datetime], Awaitable[bool]]:
    """Whether that can still happen to the obligation that a form is about."""

    async def still_holds(work: Work, _actor: Person, about: IsAboutObligation, _since: datetime) -> bool:
        obligation = await obligations.find(work.session, about.obligation_id)
        return obligation is not None and OBLIGATION_LIFE.allows(obligation.status, event)

    return still_holds


async def refreshed(work: Work, obligation: Obligation) -> Obligation:
    """The same obligation as it is now, after a guarded update."""
    return await obligations.find(work.session, obligation.id) or obligation
