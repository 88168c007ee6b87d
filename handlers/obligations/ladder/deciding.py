"""What a coordinator does with what has reached the top: look at it, call, and be asked again."""

from collections.abc import Sequence
from dataclasses import replace

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.obligation import ObligationStatus
from domain.reference import Noun, Reference
from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import facts
from handlers.obligations.finding import obligation_for
from handlers.obligations.ladder import calling, escalated, nudge_times
from handlers.obligations.ladder.codes import DECIDE
from handlers.obligations.ladder.telling import tell
from handlers.people import recipient
from messages.button import Button, data
from messages.message import Message
from messages.obligations.nudge import Undecided, UndecidedListed
from messages.obligations.words import short_label
from storage import in_chat
from storage.faq import city_question
from storage.obligations import ladder, past_due
from storage.obligations.obligation import Obligation
from storage.people import supplier as suppliers
from storage.people.person import Person

MOST_SHOWN = 10


async def remind(work: Work, coordinator: Person) -> bool:
    """All that waits for a decision, in one message; False where nothing does, or others hear it instead."""
    undecided = await past_due.undecided(work.session, at_most=MOST_SHOWN)
    here = await recipient.coordinators(work) if undecided else []
    if coordinator.id not in {each.id for each in here}:
        await nudge_times.plan(work, {each.id: work.now for each in here})
        return False
    today = work.city.today(work.now)
    listed = await _listed(work, undecided)
    key = f"undecided:{coordinator.id}:{today}"
    return await tell(work, coordinator, listed, key=key, about=Reference(Noun.UNDECIDED, coordinator.id)) is not None


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """One of the list was pressed: its history and the ways on, as a message of its own."""
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.LEAD_CONTRACT)
    shown = await escalated.message(work, obligation)
    return Below(shown, about=obligation.reference, key=escalated.key(obligation, work.key))


async def call(work: Work, actor: Person, press: Press) -> Answer:
    """*Ring* was pressed: whom to call; and then, once more, that the call is made."""
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.LEAD_CONTRACT)
    if press.number(1) != 1:
        return Below(await calling.whom(work, obligation), about=obligation.reference)
    if press.shown is None or await in_chat.newest(work.session, press.shown) is not press.shown:
        # A second tap finds it edited, and notes no second call.
        return None
    await _note_call(work, actor, obligation)
    noted = await calling.whom(work, obligation, is_called=True)
    is_undecided = obligation.status is ObligationStatus.ESCALATED
    return replace(noted, buttons=escalated.buttons(obligation, may_call=False) if is_undecided else ())


async def _note_call(work: Work, actor: Person, obligation: Obligation) -> None:
    """A call is not a decision, but whoever has just called is not asked again the next day."""
    await work.record(
        LedgerEvent.OBLIGATION_CALLED,
        actor=actor,
        supplier_id=obligation.supplier_id,
        contract_id=obligation.contract_id,
        about=obligation.reference,
    )
    await ladder.ask_again(work.session, [obligation.id], next_at=escalated.ask_again_at(work))


async def _listed(work: Work, shown: Sequence[Obligation]) -> Message:
    due = await facts.all_due(work, shown)
    names = await suppliers.names(work.session, {each.supplier_id for each in shown})
    numbered = list(enumerate(shown, start=1))
    lines = tuple(Undecided(number, due[each.id], names[each.supplier_id]) for number, each in numbered)
    buttons = tuple(
        (Button(short_label(due[each.id]), data(DECIDE, each.id), number=number),) for number, each in numbered
    )
    more = await past_due.count_undecided(work.session) - len(shown)
    questions = await city_question.count_shared(work.session)
    return Message(UndecidedListed(lines, more, questions), buttons)
