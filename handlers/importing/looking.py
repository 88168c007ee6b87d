"""Look at a file: read it, put its contracts together, compare them with what is here. Nothing is written."""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import date

from domain.contract_sheet import Column, Refusal
from domain.frozen import frozen
from handlers.handling.work import Work
from handlers.importing import duties, sandbox
from handlers.importing.already_here import AlreadyHere, found_here
from handlers.importing.comparing import Comparison, compared
from handlers.importing.duties import Duties, Plans
from handlers.importing.either import EitherList, PlanList, UnfitPlan, either_list
from handlers.importing.headings import Headings
from handlers.importing.interpreting import listing_of
from handlers.importing.list_in_file import FoundList
from handlers.importing.listed import Listing
from handlers.importing.plan import looking as plan_looking
from handlers.importing.plan.looking import MARK_DIGITS, PlanForecast, PlanSheet
from handlers.importing.sheet import Tab, UnreadableError
from messages.importing.importing import Note


@frozen
class Sheet:
    """What was read in a file, before anybody has asked what is here already.

    Attributes:
        unused: Headings that say nothing to the bot.
        notes: How it was read.
    """

    content: bytes
    listing: Listing
    unused: tuple[str, ...]
    notes: tuple[Note, ...] = ()


@frozen
class Forecast:
    """What was found, and what taking it in would do.

    Attributes:
        plans: What follows from the contracts that are new.
        today: The day on which it would.
        mark: A number that is another as soon as the file or anything of what it would do is.
    """

    sheet: Sheet
    comparison: Comparison
    known: AlreadyHere
    plans: Plans
    duties: Duties
    today: date
    mark: int


Unfit = Headings[Column] | EitherList | UnfitPlan | Refusal
"""Only the headings where some are missing or doubled, a refusal where it can't be read."""

Finding = Forecast | PlanForecast | Unfit


async def read(content: bytes) -> Sheet | PlanSheet | Unfit:
    """What is in the file. It takes its time, and belongs in no transaction."""
    try:
        tabs = await sandbox.read(content)
    except UnreadableError as error:
        return error.refusal
    return await asyncio.to_thread(_sheet, content, tabs)


async def forecast(work: Work, sheet: Sheet, before: Forecast | None = None) -> Forecast:
    """What taking it in would do; what was worked out `before` is not worked out again where it still holds."""
    today = work.city.today(work.now)
    known = await found_here(work.session, sheet.listing.contracts)
    comparison = compared(sheet.listing, known, today)
    if before is not None and (before.today, before.comparison.new) == (today, comparison.new):
        plans = before.plans
    else:
        plans = await duties.plans_for(work, comparison.new)
    counted = await duties.count(work, comparison, plans)
    return Forecast(sheet, comparison, known, plans, counted, today, _mark(sheet.content, comparison, counted))


def _sheet(content: bytes, tabs: Sequence[Tab]) -> Sheet | PlanSheet | Unfit:
    found = either_list(tabs)
    if isinstance(found, PlanList):
        return plan_looking.sheet_of(content, found.found)
    if not isinstance(found, FoundList):
        return found
    listing = listing_of(found.rows, found.headings.places)
    return Sheet(content, listing, found.headings.unused, found.notes)


def _mark(content: bytes, comparison: Comparison, counted: Duties) -> int:
    """Made as ever: a button that was shown before an update of the program still holds."""
    changed = [(each.contract.id, each.columns) for each in comparison.changed]
    new = [each.listed.registry_number for each in comparison.new]
    seen = repr((new, changed, comparison.unchanged, comparison.mistakes, counted))
    values, beside = [each.changes for each in comparison.changed], [each.beside for each in comparison.new]
    seen += repr((values, beside)) if any(values) or any(beside) else ""
    return int(hashlib.sha256(content + seen.encode()).hexdigest()[:MARK_DIGITS], 16)
