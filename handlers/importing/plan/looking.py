"""Look at a plan: compare it with what is here. Nothing is written."""

import hashlib

from domain.frozen import frozen
from domain.plan_sheet import PlanColumn
from handlers.handling.work import Work
from handlers.importing.list_in_file import FoundList
from handlers.importing.plan.comparing import PlanComparison, compared, found_here
from handlers.importing.plan.interpreting import listing_of
from handlers.importing.plan.listed import PlanListing
from messages.importing.importing import Note

MARK_DIGITS = 15
"""Hexadecimal; as many as a button's number can carry."""


@frozen
class PlanSheet:
    """What was read in a plan, before anybody has asked what is here already.

    Attributes:
        unused: Headings that say nothing to the bot.
        notes: How it was read.
    """

    content: bytes
    listing: PlanListing
    unused: tuple[str, ...]
    notes: tuple[Note, ...]


@frozen
class PlanForecast:
    """What taking the plan in would do.

    Attributes:
        mark: A number that is another as soon as the file or anything of what it would do is.
    """

    sheet: PlanSheet
    comparison: PlanComparison
    mark: int


def sheet_of(content: bytes, found: FoundList[PlanColumn]) -> PlanSheet:
    """What the list in the file says."""
    return PlanSheet(content, listing_of(found), found.headings.unused, found.notes)


async def forecast(work: Work, sheet: PlanSheet) -> PlanForecast:
    """What taking it in would do now."""
    comparison = compared(sheet.listing, await found_here(work.session, sheet.listing.procurements))
    return PlanForecast(sheet, comparison, _mark(sheet.content, comparison))


def _mark(content: bytes, comparison: PlanComparison) -> int:
    changed = [(each.here.id, each.before, each.after) for each in comparison.changed]
    seen = repr((comparison.new, changed, comparison.unchanged, comparison.away, comparison.mistakes))
    return int(hashlib.sha256(content + seen.encode()).hexdigest()[:MARK_DIGITS], 16)
