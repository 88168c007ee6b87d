"""The clock comes to the placements whose time it is: one step each, and when it comes again."""

from collections.abc import Awaitable, Callable

from domain.placement_step import PlacementStep, next_step
from handlers.handling.work import Work
from handlers.placements.clock import reminding, timing
from handlers.placements.starts import reminding as starts
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot

AT_ONCE = 5
"""Placements in one transaction, which holds the conversations of all who hear of them."""

Step = Callable[[Work, Placement, Slot], Awaitable[bool]]

DO: dict[PlacementStep, Step] = {
    PlacementStep.PROPOSAL_REMINDED: reminding.remind_supplier,
    PlacementStep.PROPOSAL_OVER: reminding.tell_coordinators,
    PlacementStep.MATCHER_REMINDED: reminding.remind_matcher,
    PlacementStep.START_ASKED: reminding.ask_whether_begun,
    PlacementStep.START_REMINDED: reminding.ask_again_whether_begun,
    PlacementStep.CONFIRMATION_REMINDED: starts.remind_supplier,
    PlacementStep.CONFIRMATION_OVER: starts.tell_coordinators,
}
"""Each says whether it was done; else it has said itself when the clock comes again."""


async def tend(work: Work) -> bool:
    """Do what is due, in working hours. Says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    waiting = await under_way.due(work.session, now=work.now, at_most=AT_ONCE)
    for placement in waiting:
        await _tend(work, placement)
    return len(waiting) == AT_ONCE


async def _tend(work: Work, placement: Placement) -> None:
    due, slot = next_step(placement.timed, work.now, work.city.hours), await slots.find(work.session, placement.slot_id)
    if due is None or slot is None:
        placement.next_at = None
    elif await DO[due.step](work, placement, slot):
        placement.asked = due.step
        placement.next_at = timing.next_at(work, placement.timed)
