"""A matcher leaves, and their wishes are somebody else's to find a place for."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from storage.people.person import Person
from storage.wishes import wish as wishes


async def hand_over(work: Work, actor: Person, leaver: Person, heir: Person) -> bool:
    """Let the heir have every wish of the leaver's; says whether there was any."""
    theirs = await wishes.of_matcher(work.session, leaver.id)
    for wish in theirs:
        wish.matcher_id = heir.id
        await work.record(LedgerEvent.WISH_CHANGED, actor=actor, about=wish.reference)
    return bool(theirs)
