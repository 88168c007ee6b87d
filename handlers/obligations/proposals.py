"""A time that a supplier has proposed waits for the coordinators, and for nobody at the supplier, until they answer."""

from domain.hearsay import Said
from domain.obligation import ObligationKind
from domain.role import Role
from handlers.handling.work import Work
from handlers.obligations.ladder import already_said
from storage import hearsay
from storage.obligations import proposal, proposal_reminder
from storage.obligations.obligation import Obligation
from storage.people import person
from storage.people.person import Person


async def keep(work: Work, actor: Person, due: Obligation, words: str) -> None:
    """Somebody at the supplier proposes a time: from now on the coordinators are waited for."""
    if await proposal.keep(work.session, due.id, words, at=work.now, by=actor.id):
        await already_said.bring_up_to_date(work, due)


async def answered(work: Work, contract_id: int, kind: ObligationKind) -> None:
    """A meeting of that kind is booked under the contract: what was proposed for it is answered by that."""
    for each in await proposal.of_kind(work.session, contract_id, kind):
        await withdrawn(work, each)


async def other_time_proposed(work: Work, due: Obligation, words: str) -> None:
    """A coordinator can't then, and proposes another time: that waits for the supplier."""
    await proposal.let_go(work.session, due.id)
    await proposal_reminder.propose_instead(work.session, due.id, words)
    await already_said.bring_up_to_date(work, due)


async def withdrawn(work: Work, due: Obligation) -> None:
    """It was no proposal: nobody waits for a booking any more."""
    await proposal.let_go(work.session, due.id)
    await already_said.bring_up_to_date(work, due)


async def proposer(work: Work, due: Obligation) -> str:
    """Whose proposal it is: where staff wrote it down, whoever they heard it from; empty where none is kept."""
    if due.proposed_by is None:
        return ""
    who = await person.find(work.session, due.proposed_by)
    heard = None if who.role is Role.SUPPLIER else await hearsay.latest_about(work.session, due.reference, Said.TIME)
    return heard.speaker if heard is not None else who.name
