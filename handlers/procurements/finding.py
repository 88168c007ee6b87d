"""Find the procurement that is meant, for those who plan."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.procurements.about_planned import AboutPlanned
from storage.people.person import Person
from storage.procurements import plan
from storage.procurements.procurement import Procurement


def only_planners(actor: Person) -> None:
    """Raise NotTheirsError for anybody else."""
    if not may(actor.actor, Action.PLAN_PROCUREMENT):
        raise NotTheirsError


async def planned_one(work: Work, actor: Person, procurement_id: int) -> Procurement:
    """One that was planned, whatever has become of it. Raises NotTheirsError where it isn't there, or not theirs."""
    only_planners(actor)
    found = await plan.with_id(work.session, procurement_id)
    if found is None:
        raise NotTheirsError
    return found


async def still_planned(work: Work, actor: Person, about: AboutPlanned, _since: datetime) -> bool:
    """Whether a form about it can be filled in: it stands in the plan, and its reader may plan."""
    if not may(actor.actor, Action.PLAN_PROCUREMENT):
        return False
    return await plan.is_planned(work.session, about.procurement_id)
