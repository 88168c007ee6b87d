"""When it is asked what became of somebody: after a placement's end, or the start of an employment that goes on."""

from datetime import date

from domain.outcome import OutcomeAfter, due_on
from handlers.handling.work import Work
from storage.placements import outcome as outcomes
from storage.placements.placement import Placement


async def plan(work: Work, placement: Placement, *, since: date) -> None:
    """Ask twice, counted from that day; what was said already stays."""
    hours = work.city.hours
    days = {after: due_on(after, since, hours) for after in OutcomeAfter}
    await outcomes.plan(
        work.session, placement.id, {after: (day, hours.opening_on(day)) for after, day in days.items()}
    )
