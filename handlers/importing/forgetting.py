"""Forget files that nobody has dealt with, and what was staged of files."""

from datetime import timedelta

from handlers.handling.work import Work
from storage.importing import sent_file, staging

KEPT_FOR = timedelta(days=1)

CONTRACTS_AT_ONCE = 100
"""In one transaction; what is left comes in the next."""


async def wipe_old(work: Work) -> bool:
    """Wipe what was sent a day ago; nothing is ever left for a next round."""
    await sent_file.wipe_old(work.session, before=work.now - KEPT_FOR)
    return False


async def sweep(work: Work) -> bool:
    """Remove what was staged and is in, or never will be; says whether there may be more."""
    return await staging.sweep(work.session, before=work.now - KEPT_FOR, at_most=CONTRACTS_AT_ONCE)
