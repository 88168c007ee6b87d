"""A placement has ended: both sides are asked about it, each on a day on which they are asked nothing else like it."""

from datetime import datetime, timedelta

from domain.evaluation import asked_on
from domain.role import Role
from handlers.handling.work import Work
from handlers.people.recipient import is_in_reach
from handlers.placements.ending import asking
from handlers.placements.ending.finding import Ending
from handlers.placements.evaluation import views
from handlers.slots.telling import answering_for
from messages.message import Message
from storage.people.person import Person
from storage.placements import evaluation as evaluations
from storage.placements.evaluation import Evaluation


async def plan(work: Work, actor: Person, ending: Ending) -> Message | None:
    """Plan both; returns what is asked of the actor, who has just pressed, where it can be asked now."""
    shown = None
    for each in sorted(await _asked(work, actor, ending), key=lambda one: one.id):
        is_actor = each.id == actor.id
        at = await free_at(work, each, work.now)
        is_now = is_actor and work.city.today(at) == work.city.today(work.now)
        planned = Evaluation(
            placement_id=ending.placement.id,
            person_id=each.id,
            verdicts={},
            asked_at=work.now if is_now else at,
            next_at=None if is_now else at,
        )
        if await evaluations.plan(work.session, planned) and is_now:
            shown = await views.of_placement(work, planned, each, views.first(each))
    return shown


async def free_at(work: Work, somebody: Person, wanted: datetime) -> datetime:
    """The first instant from then on, in working hours, on a day on which they are asked for no other evaluation."""
    hours = work.city.hours
    asked = await evaluations.asked_since(work.session, somebody.id, work.now - timedelta(days=1))
    opens = hours.open_from(wanted)
    day = asked_on(hours.local(opens).date(), {hours.local(each).date() for each in asked}, hours)
    return opens if day == hours.local(opens).date() else hours.opening_on(day)


async def _asked(work: Work, actor: Person, ending: Ending) -> list[Person]:
    """Who answers for either side: whoever has just said it, else who is asked there."""
    to = await answering_for(work, ending.slot)
    supplier = actor if actor.role is Role.SUPPLIER else to.person if to is not None else None
    matcher = actor if actor.role is Role.MATCHER else await asking.matcher_of(work, ending)
    return [each for each in (supplier, matcher) if each is not None and is_in_reach(each)]
