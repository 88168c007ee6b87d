"""*Vi vill bidra* under a broadcast: it is counted, and leads to the ways to contribute."""

from domain.access import may
from domain.action import Action
from handlers.doorways import WAYS
from handlers.handling.answer import Answer, NotTheirsError, Onward
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.button import data
from storage.broadcasts import broadcast
from storage.broadcasts import press as presses
from storage.people.person import Person


async def go(work: Work, actor: Person, press: Press) -> Answer:
    """It was pressed; a second time is no news, and leads there too."""
    if not may(actor.actor, Action.GET_BROADCASTS):
        raise NotTheirsError
    found = await broadcast.find(work.session, press.number(0))
    if found is None or found.accepted_at is None:
        raise NotTheirsError
    await presses.note(work.session, found.id, actor.id, now=work.now)
    return Onward(data(WAYS))
