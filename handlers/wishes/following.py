"""Who is told in the program when a wish is disposed of, so that nothing of it is kept anywhere.

Houses above this one have things going on for a wish, and this house does not know them: they put themselves in here.
"""

from collections.abc import Awaitable, Callable

from handlers.handling.work import Work
from storage.wishes.wish import Wish

Forget = Callable[[Work, Wish], Awaitable[None]]
"""Forgets what is kept of the wish, while its row is still there."""

FORGOTTEN_BY: list[Forget] = []


def forgets(forget: Forget) -> Forget:
    """Let it be done whenever a wish is disposed of."""
    FORGOTTEN_BY.append(forget)
    return forget


async def is_disposed_of(work: Work, wish: Wish) -> None:
    """The wish is about to be no more."""
    for forget in FORGOTTEN_BY:
        await forget(work, wish)
