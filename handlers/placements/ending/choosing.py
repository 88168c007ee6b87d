"""The presses by which one side says that a placement has ended, from the question to the reason."""

from datetime import date

from domain.placement import EndReason, PlacementStatus
from domain.role import Role
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements.ending import saying, showing, views
from handlers.placements.ending.finding import Ending, theirs
from storage.people.person import Person


async def how(work: Work, actor: Person, press: Press) -> Answer:
    """Has it ended, and how? Where the other side has said so: is that right?"""
    ending = await theirs(work, actor, press.number(0))
    if ending.is_asked_of(actor):
        return await views.confirmation(work, ending, of_supplier=actor.role is Role.SUPPLIER)
    return await views.question(work, ending, actor) if _runs(ending) else await showing.as_it_is(work, actor, ending)


async def as_planned(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, som planerat* was pressed; before its last day that can't be."""
    ending = await theirs(work, actor, press.number(0))
    if not _runs(ending):
        return await showing.as_it_is(work, actor, ending)
    if ending.last_on is None or ending.last_on > work.city.today(work.now):
        return await views.question(work, ending, actor)
    return await saying.say(work, actor, ending, ending.last_on, EndReason.AS_PLANNED, press=press)


async def hired(work: Work, actor: Person, press: Press) -> Answer:
    """The supplier has employed the person itself."""
    ending, today = await theirs(work, actor, press.number(0)), work.city.today(work.now)
    if not _runs(ending):
        return await showing.as_it_is(work, actor, ending)
    return await saying.say(work, actor, ending, min(today, ending.last_on or today), EndReason.HIRED, press=press)


async def earlier(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, tidigare* was pressed, or another page of days."""
    ending = await theirs(work, actor, press.number(0))
    if not _runs(ending):
        return await showing.as_it_is(work, actor, ending)
    return await views.day_question(work, ending, press.number(1))


async def day(work: Work, actor: Person, press: Press) -> Answer:
    """A day was chosen: why then?"""
    ending, ended_on = await theirs(work, actor, press.number(0)), day_of(press.number(1))
    if not _runs(ending):
        return await showing.as_it_is(work, actor, ending)
    if ended_on is None or ended_on > work.city.today(work.now):
        return await views.day_question(work, ending, 0)
    return await views.reason_question(work, ending, ended_on)


async def reason(work: Work, actor: Person, press: Press) -> Answer:
    """A reason was chosen, and it is said."""
    ending, ended_on = await theirs(work, actor, press.number(0)), day_of(press.number(1))
    why = dict(enumerate(EndReason)).get(press.number(2))
    if not _runs(ending):
        return await showing.as_it_is(work, actor, ending)
    if why is None or ended_on is None or ended_on > work.city.today(work.now):
        return await views.day_question(work, ending, 0)
    return await saying.say(work, actor, ending, ended_on, why, press=press)


def day_of(number: int) -> date | None:
    """The day with that number in the calendar; None where a forged button names none."""
    return date.fromordinal(number) if 0 < number <= date.max.toordinal() else None


def _runs(ending: Ending) -> bool:
    return ending.placement.status is PlacementStatus.CONFIRMED
