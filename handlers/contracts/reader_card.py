"""A contract as readers see it: what is promised and how far it is; nothing of single places, people or their words."""

from dataclasses import replace

from domain.how_far import how_far
from handlers.contracts.codes import LIST
from handlers.doorways import CONTRACT
from handlers.handling.choices import Page, beside, numbered
from handlers.handling.work import Work
from handlers.obligations import contract_facts, facts
from handlers.obligations.turns import turns_of
from messages.button import data
from messages.contracts.contract import Promised, ReaderContractCard
from messages.label import Label
from messages.message import Message
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation


async def message(work: Work, contract: Contract, here: list[Obligation], page: Page) -> Message:
    """The card, with a page of what follows from the contract."""
    turns = await turns_of(work, here)
    shown = ReaderContractCard(
        contract=await contract_facts.of_contract(work, contract),
        promised=tuple(
            Promised(replace(facts.named(each), title=None), how_far(each.status, turns[each.id].turn.side))
            for each in here
        ),
        number=page.number,
        pages=page.pages,
        held=await contract_facts.of_hold(work, contract.id),
    )
    others = [*beside(page, CONTRACT, contract.id), (Label("contract.to_list"), data(LIST))]
    return Message(shown, numbered(others, in_a_row=2))
