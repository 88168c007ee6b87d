"""Find the obligation that somebody wants to do something with."""

from domain.access import Action, ContractSubject, may
from handlers.handling.work import Work
from messages import everyone
from messages.message import Message
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def found(work: Work, actor: Person, action: Action, obligation_id: int) -> Obligation | None:
    """The obligation as it is now, if the actor may do that with it; what isn't theirs is told not to be there."""
    obligation = await obligations.find(work.session, obligation_id)
    if obligation is None or not may(actor.actor, action, ContractSubject(obligation.supplier_id)):
        await work.tell(actor, Message(everyone.NotFound()))
        return None
    return obligation
