"""Forget pictures that hardly anybody asks for again: the same numbers draw the same picture."""

from datetime import timedelta

from handlers.handling.work import Work
from storage.overview import picture

KEPT_FOR = timedelta(days=30)
AT_ONCE = 100


async def forget_old(work: Work) -> bool:
    """Delete what was drawn long ago; says whether there may be more."""
    return await picture.forget(work.session, before=work.now - KEPT_FOR, at_most=AT_ONCE) == AT_ONCE
