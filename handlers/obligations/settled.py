"""The one place that hears whenever an obligation is settled or opened again, whoever or whatever did it.

Whoever shows obligations that wait for a decision shows there how they stand now.
"""

from handlers.work import Work
from storage.obligation import Obligation


async def show(_work: Work, _obligation: Obligation) -> None:
    """Let what is shown of it elsewhere tell how it stands now."""
