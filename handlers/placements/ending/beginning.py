"""Both sides say that somebody has begun: from now on the clock keeps the last day in mind."""

from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.placements.ending import timing
from handlers.placements.ending.finding import of_placement
from handlers.placements.outcomes import planning
from storage.placements.placement import Placement


async def begun(work: Work, placement: Placement) -> None:
    """An employment that goes on has no end to count from: what becomes of it is counted from its start."""
    ending = await of_placement(work, placement)
    placement.asked, placement.next_at = None, timing.next_at(work, ending)
    if ending.slot.kind is SlotKind.EMPLOYMENT and ending.last_on is None:
        await planning.plan(work, placement, since=ending.begun_on(work))
