"""A supplier answers a reminder, in one press: be reminded later, or look at one of many."""

from collections.abc import Sequence

from domain.action import Action
from domain.answered import SupplierAnswer
from domain.turn.obligation import Awaited
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.finding import obligation_for
from handlers.obligations.ladder import nudge_message, nudge_times, reminding
from handlers.obligations.ladder.standing import standings
from handlers.obligations.turns import turns_of
from storage.obligations import ladder, reminder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person


async def later(work: Work, actor: Person, press: Press) -> Answer:
    """*Påminn mig senare* was pressed: in a week, at an opening. The coordinator's day stays as it is."""
    chosen = await _chosen(work, actor, press)
    at = nudge_times.opening_from(work, work.now + nudge_times.WEEK)
    until = work.city.hours.local(at).date()
    for each in chosen:
        if each.snoozed_until != until and await ladder.snooze(work.session, each.id, until=until):
            await record(work, actor, each, SupplierAnswer.LATER)
    await nudge_times.plan(work, {actor.id: at})
    return await as_it_stands(work, actor, press, chosen)


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """One of a reminder's obligations was pressed, or the way back to all of them."""
    if press.number(0) == 0:
        return await as_it_stands(work, actor, press, await _told_of(work, actor, press))
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.ANSWER_OBLIGATION)
    (standing,) = await standings(work, [obligation], actor)
    many = len(await reminding.in_message(work, actor, press.shown)) > 1
    return nudge_message.of_one(work, standing, is_one_of_many=many)


async def record(work: Work, actor: Person, obligation: Obligation, answer: SupplierAnswer) -> None:
    """Write down what somebody has answered."""
    await work.record(
        reminder.ANSWERED,
        actor=actor,
        supplier_id=obligation.supplier_id,
        contract_id=obligation.contract_id,
        about=obligation.reference,
        content=answer.value,
    )


async def as_it_stands(work: Work, actor: Person, press: Press, answered: Sequence[Obligation]) -> Answer:
    """How it stands now: in the reminder itself, with all that it told of; below any other message."""
    in_reminder = await reminding.in_message(work, actor, press.shown)
    now = await obligations.with_ids(work.session, [each.id for each in in_reminder or answered])
    message = nudge_message.of_all(work, await standings(work, now, actor))
    return message if in_reminder else Below(message)


async def _chosen(work: Work, actor: Person, press: Press) -> Sequence[Obligation]:
    """The one that was pressed, or all that the message tells of and that are still to be done."""
    if press.number(0) != 0:
        obligation, _ = await obligation_for(work, actor, press.number(0), Action.ANSWER_OBLIGATION)
        return [obligation]
    told_of = await _told_of(work, actor, press)
    turns = await turns_of(work, told_of)
    return [each for each in told_of if turns[each.id].awaited in {Awaited.SUPPLIER, Awaited.LATER}] or told_of


async def _told_of(work: Work, actor: Person, press: Press) -> Sequence[Obligation]:
    """What the reminder tells of that was pressed; raises NotTheirsError where it is no reminder of theirs."""
    told_of = await reminding.in_message(work, actor, press.shown)
    if not told_of:
        raise NotTheirsError
    return told_of
