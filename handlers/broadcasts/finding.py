"""The broadcast that a button is about, for those who may send one."""

from domain.access import may
from domain.action import Action
from handlers.handling.answer import NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from storage.broadcasts import broadcast
from storage.broadcasts.broadcast import Broadcast
from storage.people.person import Person


async def theirs(work: Work, actor: Person, press: Press) -> Broadcast:
    """It, as it is now, and held until the end of the transaction. Raises NotTheirsError for whoever may send none."""
    if not may(actor.actor, Action.BROADCAST):
        raise NotTheirsError
    found = await broadcast.held(work.session, press.number(0))
    if found is None:
        raise NotTheirsError
    return found
