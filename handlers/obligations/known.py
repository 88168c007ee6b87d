"""What is known before something is done about an obligation or a contract."""

from dataclasses import dataclass
from datetime import date

from domain.access import Action
from handlers.form.question import Answers, Known
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.obligations.found import contract_for, obligation_for
from storage.contracts.contract import Contract
from storage.people.person import Person


@dataclass(frozen=True)
class Contracted(Known):
    """What is known of the contract that the form is about; `name` is its number and title.

    Attributes:
        ends_on: The contract's last day; None where it has none.
    """

    ends_on: date | None = None


async def of_obligation(work: Work, actor: Person, answers: Answers) -> Contracted:
    """Of the contract that the obligation follows from; nothing where it isn't theirs any more."""
    actions = (Action.LEAD_CONTRACT, Action.ANSWER_OBLIGATION)
    try:
        _, contract = await obligation_for(work, actor, answers.get("obligation_id", 0), *actions)
    except NotTheirsError:
        return _contracted(work, None)
    return _contracted(work, contract)


async def of_contract(work: Work, actor: Person, answers: Answers) -> Contracted:
    """Of the contract itself; nothing where it isn't theirs any more."""
    try:
        contract = await contract_for(work, actor, Action.LEAD_CONTRACT, answers.get("contract_id", 0))
    except NotTheirsError:
        return _contracted(work, None)
    return _contracted(work, contract)


def _contracted(work: Work, contract: Contract | None) -> Contracted:
    today, hours = work.city.today(work.now), work.city.hours
    if contract is None:
        return Contracted(today, hours)
    return Contracted(today, hours, name=contract.named, ends_on=contract.ends_on)
