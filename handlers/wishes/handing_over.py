"""A matcher leaves, and their wishes are somebody else's to find a place for."""

from domain.ledger_event import LedgerEvent
from domain.role import Role
from handlers.handling.work import Work
from handlers.people import recipient
from storage.people.person import Person
from storage.wishes import wish as wishes


async def hand_over(work: Work, actor: Person, leaver: Person, heir: Person) -> bool:
    """Let the heir have every wish of the leaver's; says whether there was any."""
    theirs = await wishes.of_matcher(work.session, leaver.id)
    for wish in theirs:
        wish.matcher_id = heir.id
        await work.record(LedgerEvent.WISH_CHANGED, actor=actor, about=wish.reference)
    return bool(theirs)


async def heir_of(work: Work, leaver: Person) -> Person | None:
    """Which matcher has a leaver's wishes where nobody was chosen to take over; None where there is no other."""
    if leaver.role is not Role.MATCHER or not await wishes.are_there(work.session, leaver.id):
        return None
    others = [each for each in await recipient.present(work, Role.MATCHER) if each.id != leaver.id]
    return others[0] if others else None
