"""Who is told in the program when a slot is no longer in the hands that it was in.

Houses above this one have things going on in a slot, and this house does not know them: they put themselves in here.
"""

from collections.abc import Awaitable, Callable

from handlers.handling.work import Work
from storage.people.person import Person
from storage.slots.slot import Slot

Follow = Callable[[Work, Person, Slot], Awaitable[None]]
"""Does what is left to do, given who did it and the slot as it is now."""

FOLLOWED_BY: list[Follow] = []


def follows(follow: Follow) -> Follow:
    """Let it be done whenever a slot is given back, taken back or handed on."""
    FOLLOWED_BY.append(follow)
    return follow


async def changed_hands(work: Work, actor: Person, slot: Slot) -> None:
    """The slot is somebody else's to go on with, or nobody's."""
    for follow in FOLLOWED_BY:
        await follow(work, actor, slot)
