"""*Erbjud en plats* on a contract's card or under a reminder: the report, with the contract filled in."""

from domain.action import Action
from domain.answered import SupplierAnswer
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.finding import contract_for, obligation_for
from handlers.obligations.ladder import answering
from handlers.obligations.ladder.standing import standings
from handlers.slots.report import reporting
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Erbjud en plats* was pressed under a card."""
    contract = await contract_for(work, actor, Action.ANSWER_OBLIGATION, press.number(0))
    return await reporting.begin(work, actor, {"contract_id": contract.id})


async def offer_now(work: Work, actor: Person, press: Press) -> Answer:
    """*Erbjud en plats* was pressed under a reminder, which counts as an answer to it."""
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.ANSWER_OBLIGATION)
    (standing,) = await standings(work, [obligation], actor)
    if not standing.is_doable:
        return await answering.as_it_stands(work, actor, press, [obligation])
    await answering.record(work, actor, obligation, SupplierAnswer.NOW)
    kind = {"kind": obligation.slot_kind.value} if obligation.slot_kind is not None else {}
    return await reporting.begin(work, actor, {"contract_id": obligation.contract_id, **kind})
