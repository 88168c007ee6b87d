"""What is known before something is done about an obligation or a contract."""

from dataclasses import dataclass
from datetime import date

from domain.access import Action, may
from handlers.form.question import Answers, Known
from handlers.handling.work import Work
from handlers.obligations.found import quietly
from handlers.people import recipient
from storage.contracts import contract as contracts
from storage.people.person import Person


@dataclass(frozen=True)
class Contracted(Known):
    """See the module; `name` is the contract's.

    Attributes:
        ends_on: The contract's last day; None where it has none.
    """

    ends_on: date | None = None


async def of_obligation(work: Work, actor: Person, answers: Answers) -> Contracted:
    """Of the contract that the obligation follows from; nothing where it isn't theirs any more."""
    actions = (Action.LEAD_CONTRACT, Action.ANSWER_OBLIGATION)
    found = await quietly(work, actor, answers.get("obligation_id", 0), *actions)
    today = recipient.today(work)
    if found is None:
        return Contracted(today, work.city.hours)
    _, contract = found
    return Contracted(today, work.city.hours, name=contract.named, ends_on=contract.ends_on)


async def of_contract(work: Work, actor: Person, answers: Answers) -> Contracted:
    """Of the contract itself."""
    contract = await contracts.find(work.session, answers.get("contract_id", 0))
    today = recipient.today(work)
    if contract is None or not may(actor.actor, Action.LEAD_CONTRACT, contract.subject):
        return Contracted(today, work.city.hours)
    return Contracted(today, work.city.hours, name=contract.named, ends_on=contract.ends_on)
