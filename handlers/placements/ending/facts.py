"""Gather what messages tell of a placement's end."""

from domain.placement_end import told_to_supplier
from handlers.handling.work import Work
from handlers.placements.ending.finding import Ending
from handlers.slots import facts
from messages.placements.end import EndFacts
from storage.people import person


async def of_ending(work: Work, ending: Ending, *, is_to_supplier: bool = True) -> EndFacts:
    """Which placement it is, and what was said of its end.

    Whoever isn't known to be the city's reads what a supplier may.
    """
    placement = ending.placement
    said_by = await person.find(work.session, placement.end_said_by) if placement.end_said_by is not None else None
    reason, is_suppliers_word = placement.end_reason, bool(placement.is_end_suppliers_word)
    return EndFacts(
        slot=await facts.of_slot(work, ending.slot),
        code=placement.code,
        last_on=ending.last_on,
        said_by=said_by.name if said_by is not None else "",
        is_suppliers_word=is_suppliers_word,
        ended_on=placement.ended_on,
        reason=told_to_supplier(reason, is_suppliers_word=is_suppliers_word) if is_to_supplier else reason,
        is_early=reason is not None and reason.is_early,
    )
