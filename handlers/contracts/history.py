"""What has happened under a contract, newest first, from the ledger."""

from domain.action import Action
from handlers.contracts.codes import HISTORY
from handlers.doorways import CONTRACT
from handlers.handling.answer import Answer
from handlers.handling.choices import beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import contract_facts, history
from handlers.obligations.finding import contract_for
from messages.button import data
from messages.contracts.contract import ContractHistory
from messages.label import Label
from messages.message import Message
from storage.obligations import history as ledger_history
from storage.people.person import Person

ON_A_PAGE = 15


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """*Historik* was pressed, or a page of it."""
    contract = await contract_for(work, actor, Action.LEAD_CONTRACT, press.number(0))
    total = await ledger_history.count_of_contract(work.session, contract.id)
    page = page_of(press.number(1), total, size=ON_A_PAGE)
    happened = await ledger_history.of_contract(work.session, contract.id, skip=page.skipped, at_most=page.size)
    told = history.lines(work, happened)
    shown = ContractHistory(await contract_facts.of_contract(work, contract), told, page.number, page.pages)
    others = beside(page, HISTORY, contract.id)
    back = (Label("contract.to_contract"), data(CONTRACT, contract.id))
    return Message(shown, numbered([*others, back], in_a_row=2))
