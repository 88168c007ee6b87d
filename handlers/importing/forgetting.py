"""Forget files that nobody has dealt with."""

from datetime import timedelta

from handlers.handling.work import Work
from storage.importing import sent_file

KEPT_FOR = timedelta(days=1)


async def wipe_old(work: Work) -> bool:
    """Wipe what was sent a day ago; nothing is ever left for a next round."""
    await sent_file.wipe_old(work.session, before=work.now - KEPT_FOR)
    return False
