"""What staff heard a supplier say of a placement's end counts as if it was said here."""

from datetime import date

from domain.hearsay import Source
from domain.placement import EndReason, PlacementStatus
from handlers.handling.work import Work
from handlers.placements.ending import agreeing, going_on, saying, settling
from handlers.placements.ending.finding import Ending, of_placement
from storage.people.person import Person
from storage.placements.placement import Placement


async def ended(work: Work, actor: Person, placement: Placement, reason: EndReason, source: Source) -> bool:
    """It has ended: the city is asked, or where it has said so, that settles it; False where it is too late."""
    ending = await of_placement(work, placement)
    if ending.placement.status is PlacementStatus.CONFIRMED:
        day = _ended_on(ending, reason, source.on)
        return await saying.take_word(work, actor, ending, day, reason, is_suppliers_word=True) is not None
    said = ending.placement.end_reason
    if ending.placement.status is not PlacementStatus.ENDING or said is None:
        return False
    if reason is EndReason.HIRED or reason.is_early is said.is_early:
        await settling.settle(work, actor, ending, EndReason.HIRED if reason is EndReason.HIRED else said)
    else:
        await agreeing.dispute(work, actor, ending, speaker=source.speaker)
    return True


async def goes_on(work: Work, actor: Person, placement: Placement, last_on: date, source: Source) -> bool:
    """It goes on until that day."""
    ending = await of_placement(work, placement)
    return await going_on.extend(work, actor, ending, last_on, told_by=source.speaker)


async def not_ended(work: Work, actor: Person, placement: Placement, source: Source) -> bool:
    """It is not so, as the city says: a coordinator settles it."""
    ending = await of_placement(work, placement)
    if ending.placement.status is not PlacementStatus.ENDING:
        return False
    await agreeing.dispute(work, actor, ending, speaker=source.speaker)
    return True


async def take_back(work: Work, actor: Person, placement: Placement) -> None:
    """What was heard is not so: one that waits for the city goes on; what both have settled a coordinator talks of."""
    ending = await of_placement(work, placement)
    if ending.placement.is_end_suppliers_word:
        await agreeing.goes_on_after_all(work, actor, ending)


def _ended_on(ending: Ending, reason: EndReason, heard_on: date) -> date:
    is_on_last_day = ending.last_on is not None and ending.last_on <= heard_on and not reason.is_early
    return ending.last_on if is_on_last_day and ending.last_on is not None else heard_on
