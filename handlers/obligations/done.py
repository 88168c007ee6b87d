"""*Det är klart*: somebody says so, in one press; and it is taken back as easily."""

from domain.access import may
from domain.action import Action
from domain.obligation import SupplierWay, rules_of
from domain.reference import Noun, Reference
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import card, facts, settling, telling
from handlers.obligations.deciding import as_it_is, on_card
from handlers.obligations.finding import obligation_for, refreshed
from messages.message import Message
from messages.obligations.facts import ObligationNews
from messages.obligations.obligation import SettledUndone
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def say(work: Work, actor: Person, press: Press) -> Answer:
    """*Det är klart* was pressed. Those who lead may say so of anything, a supplier of what was agreed in words."""
    obligation, contract = await _theirs(work, actor, press)
    can_be_said = SupplierWay.SAY_DONE in rules_of(obligation.kind).supplier_ways
    is_suppliers_to_say = can_be_said and not obligation.is_for_city
    if not may(actor.actor, Action.LEAD_CONTRACT) and not is_suppliers_to_say:
        raise NotTheirsError
    if not await settling.fulfil(work, obligation, by=Reference(Noun.DONE, obligation.id), actor=actor):
        return await as_it_is(work, actor, press, obligation, contract)
    await _tell(work, actor, obligation, contract, ObligationNews.FULFILLED)
    now = await refreshed(work, obligation)
    return on_card(press, await card.message(work, actor, now, contract, ObligationNews.FULFILLED))


async def take_back(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra* or *Öppna igen* was pressed."""
    obligation, contract = await _theirs(work, actor, press)
    if obligation.fulfilment is None or not card.may_be_taken_back(work, actor, obligation):
        return await as_it_is(work, actor, press, obligation, contract)
    await settling.reverse(work, obligation.fulfilment, actor=actor)
    await _tell(work, actor, obligation, contract, ObligationNews.REVERSED)
    now = await refreshed(work, obligation)
    if may(actor.actor, Action.LEAD_CONTRACT):
        return await card.message(work, actor, now, contract, ObligationNews.REVERSED)
    return Message(SettledUndone(actor.role, await facts.of_obligation(work, now), contract.registry_number))


async def _theirs(work: Work, actor: Person, press: Press) -> tuple[Obligation, Contract]:
    return await obligation_for(work, actor, press.number(0), Action.LEAD_CONTRACT, Action.ANSWER_OBLIGATION)


async def _tell(work: Work, actor: Person, obligation: Obligation, contract: Contract, news: ObligationNews) -> None:
    now = await refreshed(work, obligation)
    tell = telling.tell_supplier if may(actor.actor, Action.LEAD_CONTRACT) else telling.tell_coordinators
    await tell(work, actor, now, contract, news)
