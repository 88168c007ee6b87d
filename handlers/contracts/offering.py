"""*Erbjud en plats* on a contract's card: the report, with the contract filled in."""

from domain.access import Action, may
from handlers.contracts.found import contract_for
from handlers.form import actions as forms
from handlers.form import asking
from handlers.press import Press
from handlers.report.actions import FORM
from handlers.work import Work
from storage.person import Person


async def begin(work: Work, actor: Person, press: Press) -> None:
    """It was pressed."""
    contract = await contract_for(work, actor, Action.ANSWER_OBLIGATION, press.number(0))
    if contract is None or not may(actor.actor, Action.REPORT_SLOT):
        await asking.show_again(work, actor)
    else:
        await forms.begin(work, actor, FORM, {"contract_id": contract.id})
