"""Whether a start is its resident's first of the year: read from the wish's other placements, else the matcher says.

It is decided at the start and kept with it. While the wish is there, it is decided anew whenever one of its starts
comes or goes; once the wish is disposed of, what was decided stays.
"""

from datetime import date

from domain.new_resident import ResidentsStart, counted
from domain.placement import HAS_BEGUN, TOWARDS_GOAL
from domain.slot import SlotKind
from handlers.handling.work import Work
from storage.placements import link
from storage.placements import new_resident as stored
from storage.placements.placement import Placement


async def is_asked(work: Work, kind: SlotKind, placement: Placement | None = None) -> bool:
    """Whether only the matcher can say: nothing tells whose start it is, and it would count towards the goal."""
    if kind not in TOWARDS_GOAL:
        return False
    return placement is None or await link.wish_of(work.session, placement.id) is None


async def decide(work: Work, placement: Placement) -> None:
    """Let the resident count once in the year of this start, by whichever of their starts it is now."""
    wish = await link.wish_of(work.session, placement.id)
    if wish is None:
        return
    year = _day(work, placement).year
    starts = await stored.starts_of(work.session, wish.id, year, zone=work.city.hours.zone)
    first = counted(ResidentsStart(each.id, _day(work, each), each.status in HAS_BEGUN) for each in starts)
    await stored.note(work.session, {each.id for each in starts}, counted=first)


def _day(work: Work, placement: Placement) -> date:
    return placement.begun_on or work.city.today(placement.settled_at or placement.started_at or work.now)
