"""Look at a file: read it, put its contracts together, compare them with what is here. Nothing is written."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from domain.contract_sheet import Refusal
from handlers.handling.work import Work
from handlers.importing import duties, sandbox
from handlers.importing.already_here import AlreadyHere, found_here
from handlers.importing.comparing import Comparison, compared
from handlers.importing.duties import Duties
from handlers.importing.headings import Headings, headings_of
from handlers.importing.interpreting import listing_of
from handlers.importing.listed import Listing
from handlers.importing.sheet import Row, UnreadableError

MARK_DIGITS = 15
"""Hexadecimal; as many as a button's number can carry."""


@dataclass(frozen=True)
class Forecast:
    """What was found, and what taking it in would do.

    Attributes:
        mark: A number that is another as soon as the file or anything of what it would do is.
        unused: Headings that say nothing to the bot.
    """

    comparison: Comparison
    known: AlreadyHere
    duties: Duties
    mark: int
    unused: tuple[str, ...]


Finding = Forecast | Headings | Refusal


async def look(work: Work, content: bytes) -> Finding:
    """What is in the file; only the headings where some are missing or doubled, a refusal where it can't be read."""
    try:
        rows = await sandbox.read(content)
    except UnreadableError as error:
        return error.refusal
    headings = headings_of(rows[0])
    if headings.missing or headings.doubled:
        return headings
    if len(rows) == 1:
        return Refusal.EMPTY
    listing = await asyncio.to_thread(_listing, rows, headings)
    return await _compared(work, content, listing, headings)


def _listing(rows: Sequence[Row], headings: Headings) -> Listing:
    return listing_of(rows[1:], headings.places)


async def _compared(work: Work, content: bytes, listing: Listing, headings: Headings) -> Forecast:
    known = await found_here(work.session, listing.contracts)
    comparison = compared(listing, known, work.city.today(work.now))
    counted = await duties.count(work, comparison, known)
    return Forecast(comparison, known, counted, _mark(content, comparison, counted), headings.unused)


def _mark(content: bytes, comparison: Comparison, counted: Duties) -> int:
    changed = [(each.contract.id, each.columns) for each in comparison.changed]
    new = [each.registry_number for each in comparison.new]
    seen = repr((new, changed, comparison.unchanged, comparison.mistakes, counted))
    return int(hashlib.sha256(content + seen.encode()).hexdigest()[:MARK_DIGITS], 16)
