"""Who gets what would come to somebody: they themselves, or whoever stands in for them.

Only news goes this way. The answer to the person in front of the bot is always theirs.
"""

from collections.abc import Sequence
from dataclasses import replace

from domain.frozen import frozen
from domain.role import Role
from handlers.handling.work import Work
from messages.label import Label
from messages.message import Message
from storage.people import absence, person
from storage.people.person import Person

MOST_STEPS = 2
"""To the deputy, and where that one is away too, to the deputy's own; further on nobody knows what it is about."""


@frozen
class Recipient:
    """Somebody who gets a piece of news.

    Attributes:
        person: Who gets it.
        for_whom: The line that says whom it was for; None where it is their own.
    """

    person: Person
    for_whom: Label | None = None

    def gets(self, message: Message) -> Message:
        """The message as this recipient gets it."""
        return replace(message, for_whom=self.for_whom) if self.for_whom else message


async def in_place_of(work: Work, addressee: Person) -> Sequence[Recipient]:
    """The addressee where they are here; else their deputy, and where nobody is, the coordinators."""
    acting = await acting_for(work, addressee)
    if acting is not None:
        return [acting]
    nobody = Label("for_whom.nobody", text=addressee.name)
    return [Recipient(each, nobody) for each in await coordinators(work) if each.id != addressee.id]


async def acting_for(work: Work, addressee: Person) -> Recipient | None:
    """The addressee where they are here, else their deputy; None where neither is."""
    if await is_here(work, addressee):
        return Recipient(addressee)
    deputy = await _deputy_here(work, addressee)
    return None if deputy is None else Recipient(deputy, Label("for_whom.deputy", text=addressee.name))


async def present(work: Work, role: Role) -> Sequence[Person]:
    """Everyone in that role who can act now: with access, in reach and not away."""
    return await absence.present_in_role(work.session, role, today=work.city.today(work.now))


async def coordinators(work: Work) -> Sequence[Person]:
    """The coordinators who are here; where all are away, all of them, so that nothing is lost."""
    here = await present(work, Role.COORDINATOR)
    return here or await person.active_in_role(work.session, Role.COORDINATOR)


def is_in_reach(somebody: Person) -> bool:
    """Whether they have access, and Telegram has not refused to reach them."""
    return somebody.ended_at is None and somebody.unreachable_at is None


async def _deputy_here(work: Work, addressee: Person) -> Person | None:
    passed_over = addressee
    for _ in range(MOST_STEPS):
        deputy = await absence.deputy_of(work.session, passed_over.id)
        if deputy is None or deputy.id == addressee.id:
            return None
        if await is_here(work, deputy):
            return deputy
        passed_over = deputy
    return None


async def is_here(work: Work, somebody: Person) -> bool:
    """Whether they can act now: with access, in reach and not away."""
    if not is_in_reach(somebody):
        return False
    return await absence.back_on(work.session, somebody.id, today=work.city.today(work.now)) is None
