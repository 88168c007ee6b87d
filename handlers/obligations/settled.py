"""The one place that hears whenever an obligation is settled or opened again, whoever or whatever did it.

Whoever shows obligations that wait for somebody registers here, and shows there how they stand now.
"""

from collections.abc import Awaitable, Callable

from handlers.handling.work import Work
from storage.obligations.obligation import Obligation

Show = Callable[[Work, Obligation], Awaitable[None]]

_SHOWN: list[Show] = []


def shown_by(show: Show) -> Show:
    """Let it hear of every obligation that is settled or opened again."""
    _SHOWN.append(show)
    return show


async def show(work: Work, obligation: Obligation) -> None:
    """Let what is shown of it elsewhere tell how it stands now."""
    for each in _SHOWN:
        await each(work, obligation)
