"""Who is told in the program when somebody can be reached otherwise than before, by another number or another person.

Houses above this one show where people can be reached, and this house does not know them: they put themselves in here.
"""

from collections.abc import Awaitable, Callable

from handlers.handling.work import Work
from storage.people.person import Person

Follow = Callable[[Work, Person], Awaitable[None]]
"""Shows anew, wherever it is shown, how somebody can be reached."""

FOLLOWED_BY: list[Follow] = []


def follows(follow: Follow) -> Follow:
    """Let it be done whenever somebody can be reached otherwise."""
    FOLLOWED_BY.append(follow)
    return follow


async def changed(work: Work, somebody: Person) -> None:
    """Somebody has other details now, or is away, or back, or has another deputy."""
    for follow in FOLLOWED_BY:
        await follow(work, somebody)
