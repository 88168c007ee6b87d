"""The two sides that write to each other about a slot: who is on which, and who hears what is meant for somebody."""

from collections.abc import Sequence

from domain.action import Action
from domain.role import Role
from domain.turn.turn import Side
from handlers.handling.work import Work
from handlers.people import company, recipient
from handlers.people.recipient import Recipient
from storage.people import person
from storage.people.person import Person
from storage.slots.slot import Slot


def side_of(somebody: Person) -> Side:
    """Whose side somebody is on when they write: the supplier's, or the city's, for which its matchers write."""
    return Side.SUPPLIER if somebody.role is Role.SUPPLIER else Side.MATCHER


def action_of(asker: Person) -> Action:
    """What somebody does who writes about a slot."""
    return Action.WRITE_TO_MATCHER if side_of(asker) is Side.SUPPLIER else Action.ASK_ABOUT_SLOT


async def holder_of(work: Work, slot: Slot) -> Person | None:
    """The matcher who has the slot."""
    return None if slot.claimed_by is None else await person.find(work.session, slot.claimed_by)


async def hearing(work: Work, addressee: Person) -> Sequence[Recipient]:
    """Who hears what is written to somebody: they, or whoever stands in. At a company it is nobody outside it."""
    if side_of(addressee) is Side.MATCHER:
        return await recipient.in_place_of(work, addressee)
    to = await company.acting_for(work, addressee)
    return [] if to is None else [to]
