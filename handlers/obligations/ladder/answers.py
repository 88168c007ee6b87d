"""A supplier answers a reminder, in one press: be reminded later, or look at one of many."""

from collections.abc import Sequence

from domain.access import Action
from domain.obligation import ObligationStatus
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.ladder import reminding, turns
from handlers.obligations.ladder.found import found
from handlers.obligations.ladder.standing import standing
from messages import everyone
from messages.message import Message
from messages.obligations.nudge import Happened
from storage.obligations import reminder, rung
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def later(work: Work, actor: Person, press: Press) -> None:
    """*Påminn mig senare* was pressed: in a week, at an opening. The coordinator's day stays as it is."""
    chosen = await _chosen(work, actor, press)
    if not chosen:
        return
    at = turns.opening_from(work, work.now + turns.WEEK)
    until = work.city.hours.local(at).date()
    for each in chosen:
        if each.snoozed_until != until and await rung.snooze(work.session, each.id, until=until):
            await record(work, actor, each, Happened.LATER)
    await turns.give(work, {actor.id: at})
    await show_standing(work, actor, press, chosen)


async def show(work: Work, actor: Person, press: Press) -> None:
    """One of a reminder's obligations was pressed, or the way back to all of them."""
    if press.number(0) == 0:
        await show_standing(work, actor, press, await reminding.in_message(work, actor, press.shown))
        return
    obligation = await found(work, actor, Action.ANSWER_OBLIGATION, press.number(0))
    if obligation is None:
        return
    (stands,) = await standing(work, [obligation], actor)
    many = len(await reminding.in_message(work, actor, press.shown)) > 1
    await _show(work, actor, press, reminding.opened(work, stands, is_one_of_many=many))


async def record(work: Work, actor: Person, obligation: Obligation, answer: Happened) -> None:
    """Write down what somebody has answered."""
    await work.record(
        reminder.ANSWERED,
        actor=actor,
        supplier_id=obligation.supplier_id,
        contract_id=obligation.contract_id,
        about=obligation.reference,
        content=answer.value,
    )


async def show_standing(work: Work, actor: Person, press: Press, answered: Sequence[Obligation]) -> None:
    """How it stands now: where it was pressed, with all that the reminder told of."""
    obligations = await reminding.in_message(work, actor, press.shown)
    now = await rung.with_ids(work.session, [each.id for each in obligations or answered])
    if not now:
        await work.tell(actor, Message(everyone.NotFound()))
        return
    message = reminding.nudge(work, await standing(work, now, actor))
    await _show(work, actor, press if obligations else Press(press.numbers, shown=None), message)


async def _chosen(work: Work, actor: Person, press: Press) -> Sequence[Obligation]:
    """The one that was pressed, or all that the message tells of and that are still to be done."""
    if press.number(0) != 0:
        obligation = await found(work, actor, Action.ANSWER_OBLIGATION, press.number(0))
        return [obligation] if obligation is not None else []
    obligations = await reminding.in_message(work, actor, press.shown)
    if not obligations:
        await work.tell(actor, Message(everyone.NotFound()))
    return [each for each in obligations if each.status is ObligationStatus.OPEN] or obligations


async def _show(work: Work, actor: Person, press: Press, message: Message) -> None:
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)
