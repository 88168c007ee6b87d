"""What has happened under a contract, newest first, from the ledger."""

from domain.access import Action
from handlers.contracts import facts, views
from handlers.contracts.found import contract_for
from handlers.contracts.views import beside, numbered
from handlers.press import Press
from handlers.work import Work
from messages.button import data
from messages.contract import ContractHistory
from messages.label import Label
from messages.message import Message
from storage import history
from storage.person import Person

ON_A_PAGE = 15


async def show(work: Work, actor: Person, press: Press) -> None:
    """*Historik* was pressed, or a page of it."""
    contract = await contract_for(work, actor, Action.LEAD_CONTRACT, press.number(0))
    if contract is None:
        return
    total = await history.count_of_contract(work.session, contract.id)
    pages = max(1, -(-total // ON_A_PAGE))
    page = min(max(press.number(1), 0), pages - 1)
    happened = await history.of_contract(work.session, contract.id, skip=page * ON_A_PAGE, at_most=ON_A_PAGE)
    shown = ContractHistory(await facts.of_contract(work, contract), facts.of_history(work, happened), page + 1, pages)
    others = beside(views.HISTORY, contract.id, page=page, pages=pages)
    back = (Label("contract.to_contract"), data(views.CARD, contract.id))
    await views.show(work, actor, press, Message(shown, numbered([*others, back], in_a_row=2)))
