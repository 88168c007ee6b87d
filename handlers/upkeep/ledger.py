"""Seal the ledger."""

from handlers.handling.work import Work
from storage import ledger

AT_ONCE = 500


async def seal(work: Work) -> bool:
    """Chain what was written since the last time; says whether there may be more."""
    return await ledger.seal(work.session, at_most=AT_ONCE) == AT_ONCE
