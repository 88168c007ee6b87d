"""A contract as matchers see it: how it stands, what is booked and what is offered. They change nothing there."""

from handlers.contracts.codes import LIST
from handlers.doorways import CONTRACT, SUPPLIER
from handlers.handling.choices import Page, beside, numbered
from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts
from handlers.slots import apart
from handlers.slots import views as slot_views
from handlers.slots.standing import standings
from messages.button import data
from messages.contracts.contract import MatcherContractCard
from messages.contracts.facts import MeetingDay
from messages.label import Label
from messages.message import Message
from storage.contracts.contract import Contract
from storage.meetings import under_contract as meetings
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.slots import under_contract as slots

OFFERS_SHOWN = 5
MEETINGS_SHOWN = 3


async def message(work: Work, actor: Person, contract: Contract, here: list[Obligation], page: Page) -> Message:
    """The card, with a page of what follows from the contract."""
    offered = await slots.latest(work.session, contract.id, at_most=OFFERS_SHOWN)
    booked = await meetings.planned(work.session, [contract.id], since=work.now)
    shown = MatcherContractCard(
        contract=await contract_facts.of_contract(work, contract),
        contacts=tuple(each.name for each in await contract_facts.of_contacts(work, contract)),
        obligations=await facts.of_obligations(work, here),
        number=page.number,
        pages=page.pages,
        meetings=tuple(MeetingDay(each.kind, work.city.today(each.starts_at)) for each in booked[:MEETINGS_SHOWN]),
        offers=tuple(await standings(work, actor, offered)),
        offers_total=await slots.count(work.session, contract.id),
        held=await contract_facts.of_hold(work, contract.id),
    )
    others = [
        *beside(page, CONTRACT, contract.id),
        (Label("supplier_page.open"), data(SUPPLIER, contract.supplier_id)),
        (Label("contract.to_list"), data(LIST)),
    ]
    ways = numbered(others, first=len(offered) + 1, in_a_row=2)
    named = await apart.on_buttons(work, offered)
    return Message(shown, (*slot_views.digest_buttons(offered, named), *ways))
