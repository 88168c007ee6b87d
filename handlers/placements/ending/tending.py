"""The clock comes to the ends of placements whose time it is: one step each, and when it comes again."""

from datetime import datetime

from domain.placement import PlacementStatus
from domain.placement_end import next_end_step
from domain.placement_step import PlacementStep
from handlers.handling.work import Work
from handlers.placements.clock.resting import rests_until
from handlers.placements.ending import asking, timing
from handlers.placements.ending.finding import Ending, of_placement
from handlers.slots.telling import answering_for
from messages.placements.end import EndWaits
from storage.outbox import Lane
from storage.placements import ending as ends

AT_ONCE = 5
"""Placements in one transaction, which holds the conversations of all who hear of them; the others come in the next."""


async def tend(work: Work) -> bool:
    """Do what is due, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await ends.due(work.session, now=work.now, at_most=AT_ONCE)
    for placement in due:
        await _tend(work, await of_placement(work, placement))
    return len(due) == AT_ONCE


async def _tend(work: Work, ending: Ending) -> None:
    """What was due may not be any more: its last day may be another since."""
    of = ending.placement
    due = next_end_step(ending.times, of.next_at or work.now, work.city.hours)
    if due is None or (of.asked is None and of.status is PlacementStatus.CONFIRMED and due.at > work.now):
        of.next_at = due.at if due is not None else None
        return
    step = due.step
    if step is PlacementStep.END_REMINDED and (rests_until := await _rests_until(work, ending)) is not None:
        of.next_at = rests_until
        return
    of.asked, of.next_at = step, timing.next_at(work, ending, asked=step)
    await _ask(work, ending, step)


async def _rests_until(work: Work, ending: Ending) -> datetime | None:
    """Whoever at the supplier was reminded of anything within a week is reminded after it; None for one who wasn't."""
    to = None if _is_citys_turn(ending) else await answering_for(work, ending.slot)
    return await rests_until(work, to.person) if to is not None else None


def _is_citys_turn(ending: Ending) -> bool:
    return ending.placement.status is PlacementStatus.ENDING and bool(ending.placement.is_end_suppliers_word)


async def _ask(work: Work, ending: Ending, step: PlacementStep) -> None:
    if step is PlacementStep.END_OVER:
        await asking.ask_coordinators(work, ending, EndWaits.SILENT, await _waited_for(work, ending))
        return
    is_again = step is PlacementStep.END_REMINDED
    await asking.take_buttons_away(work, ending)
    if _is_citys_turn(ending):
        await asking.ask_city(work, ending, is_again=is_again, lane=Lane.DUTY)
    else:
        await asking.ask_supplier(work, ending, is_again=is_again, lane=Lane.DUTY)


async def _waited_for(work: Work, ending: Ending) -> str:
    """Who has not answered; empty where nobody of the supplier can be asked."""
    if _is_citys_turn(ending):
        return (await asking.matcher_of(work, ending)).name
    to = await answering_for(work, ending.slot)
    return to.person.name if to is not None else ""
