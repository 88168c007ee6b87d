"""*Erbjud en plats* on a contract's card or under a reminder: the report, with the contract filled in."""

from domain.access import Action, may
from handlers.form import actions as forms
from handlers.form import asking
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.found import contract_for
from handlers.obligations.ladder import answers
from handlers.obligations.ladder.found import found
from handlers.obligations.ladder.standing import standing
from handlers.slots.report import actions as report
from handlers.slots.report.actions import FORM
from messages.obligations.nudge import Happened
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> None:
    """It was pressed."""
    contract = await contract_for(work, actor, Action.ANSWER_OBLIGATION, press.number(0))
    if contract is None or not may(actor.actor, Action.REPORT_SLOT):
        await asking.show_again(work, actor)
    else:
        await forms.begin(work, actor, FORM, {"contract_id": contract.id})


async def offer_now(work: Work, actor: Person, press: Press) -> None:
    """It was pressed under a reminder."""
    obligation = await found(work, actor, Action.ANSWER_OBLIGATION, press.number(0))
    if obligation is None:
        await asking.show_again(work, actor)
        return
    (stands,) = await standing(work, [obligation], actor)
    if not stands.is_doable:
        await answers.show_standing(work, actor, press, [obligation])
        await asking.show_again(work, actor)
        return
    await answers.record(work, actor, obligation, Happened.NOW)
    kind = {"kind": obligation.slot_kind.value} if obligation.slot_kind is not None else {}
    await report.begin(work, actor, {"contract_id": obligation.contract_id, **kind})
