"""Gather what messages tell of a placement's end."""

from handlers.handling.work import Work
from handlers.placements.ending.finding import Ending
from handlers.slots import facts
from messages.placements.end import EndFacts
from storage.people import person


async def of_ending(work: Work, ending: Ending) -> EndFacts:
    """Which placement it is, and what was said of its end."""
    placement = ending.placement
    said_by = await person.find(work.session, placement.end_said_by) if placement.end_said_by is not None else None
    return EndFacts(
        slot=await facts.of_slot(work, ending.slot),
        code=placement.code,
        last_on=ending.last_on,
        said_by=said_by.name if said_by is not None else "",
        is_suppliers_word=bool(placement.is_end_suppliers_word),
        ended_on=placement.ended_on,
        reason=placement.end_reason,
    )
