"""Forget updates when nobody can need them any more."""

from datetime import timedelta

from handlers.handling.work import Work
from storage import inbox

KEPT_FOR = timedelta(days=14)
"""As long as Telegram could repeat an update's number, so that repeats are known."""
AT_ONCE = 100


async def forget_old(work: Work) -> bool:
    """Delete what was handled long ago; says whether there may be more."""
    return await inbox.forget_handled(work.session, before=work.now - KEPT_FOR, at_most=AT_ONCE) == AT_ONCE
