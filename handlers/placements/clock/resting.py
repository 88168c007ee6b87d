"""Whoever at a supplier was reminded of anything within a week is reminded of a placement only after that."""

from datetime import datetime

from handlers.handling.work import Work
from handlers.obligations.ladder import nudge_times
from storage.obligations import nudge_time
from storage.people.person import Person
from storage.placements.placement import Placement


async def puts_off(work: Work, placement: Placement, at_supplier: Person) -> bool:
    """Whether they rest: then it comes to them later."""
    again_at = await rests_until(work, at_supplier)
    if again_at is not None:
        placement.next_at = again_at
    return again_at is not None


async def rests_until(work: Work, at_supplier: Person) -> datetime | None:
    """Until when they rest; None for one who doesn't: then it is noted that they are reminded now."""
    theirs = (await nudge_time.of_people(work.session, [at_supplier.id]))[at_supplier.id]
    again_at = nudge_times.a_week_later(work, theirs)
    if again_at > work.now:
        return again_at
    theirs.sent_at = work.now
    return None
