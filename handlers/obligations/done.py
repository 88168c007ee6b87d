"""*Det är klart*: somebody says so, in one press; and it is taken back as easily."""

from domain.access import Action, may
from domain.obligation import ObligationKind
from domain.reference import Noun, Reference
from handlers.handling.press import Press
from handlers.handling.showing import show_in_place
from handlers.handling.work import Work
from handlers.obligations import card as obligation_card
from handlers.obligations import facts, settling, telling
from handlers.obligations.deciding import show_as_it_is, show_card
from handlers.obligations.found import again, obligation_for
from messages import everyone
from messages.contracts.facts import ObligationNews
from messages.message import Message
from messages.obligations.obligation import SettledUndone
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def say(work: Work, actor: Person, press: Press) -> None:
    """*Det är klart* was pressed. Those who lead may say so of anything, a supplier of what was agreed in words."""
    found = await obligation_for(work, actor, press.number(0), Action.LEAD_CONTRACT, Action.ANSWER_OBLIGATION)
    if found is None:
        return
    obligation, contract = found
    is_leader = may(actor.actor, Action.LEAD_CONTRACT)
    if not is_leader and obligation.kind is not ObligationKind.ACTION:
        await work.tell(actor, Message(everyone.NotFound()))
        return
    if not await settling.fulfil(work, obligation, by=Reference(Noun.DONE, obligation.id), actor=actor):
        await show_as_it_is(work, actor, press, obligation, contract)
        return
    await _tell(work, actor, obligation, contract, ObligationNews.FULFILLED)
    now = await again(work, obligation)
    message = await obligation_card.message(work, actor, now, contract, ObligationNews.FULFILLED)
    await show_card(work, actor, press, message)


async def take_back(work: Work, actor: Person, press: Press) -> None:
    """*Ångra* or *Öppna igen* was pressed."""
    found = await obligation_for(work, actor, press.number(0), Action.LEAD_CONTRACT, Action.ANSWER_OBLIGATION)
    if found is None:
        return
    obligation, contract = found
    if obligation.fulfilment is None or not obligation_card.may_be_taken_back(work, actor, obligation):
        await show_as_it_is(work, actor, press, obligation, contract)
        return
    await settling.reverse(work, obligation.fulfilment, actor=actor)
    await _tell(work, actor, obligation, contract, ObligationNews.REVERSED)
    now = await again(work, obligation)
    if may(actor.actor, Action.LEAD_CONTRACT):
        message = await obligation_card.message(work, actor, now, contract, ObligationNews.REVERSED)
    else:
        message = Message(SettledUndone(actor.role, await facts.of_obligation(work, now), contract.registry_number))
    await show_in_place(work, actor, press, message)


async def _tell(work: Work, actor: Person, obligation: Obligation, contract: Contract, news: ObligationNews) -> None:
    now = await again(work, obligation)
    tell = telling.tell_supplier if may(actor.actor, Action.LEAD_CONTRACT) else telling.tell_coordinators
    await tell(work, actor, now, contract, news)
