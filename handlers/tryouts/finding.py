"""The tryout that a button names, for whoever presses it."""

from domain.access import may
from domain.action import Action
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage.people.person import Person
from storage.tryouts import tryout
from storage.tryouts.tryout import Tryout


async def theirs(work: Work, actor: Person, tryout_id: int, action: Action = Action.SEE_TRYOUT) -> Tryout:
    """It, removed or not. Raises NotTheirsError where there is none, or where they may not do that."""
    found = await tryout.find(work.session, tryout_id)
    if found is None or not may(actor.actor, action):
        raise NotTheirsError
    return found
