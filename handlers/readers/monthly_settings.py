"""*Månadsbrev*: a reader sees whether it comes, and turns it off and on; pressing twice is pressing once."""

from domain.access import may
from domain.action import Action
from handlers.doorways import OVERVIEW
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.overview.standing_below import beside
from handlers.readers.codes import SET_MONTHLY
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.readers.monthly import MonthlyShown
from storage.people.person import Person

TURN_OFF: Choice = (Label("monthly.off"), data(SET_MONTHLY, 0))
TURN_ON: Choice = (Label("monthly.on"), data(SET_MONTHLY, 1))
TO_OVERVIEW: Choice = (Label("overview.to_overview"), data(OVERVIEW, 0))


async def show(_work: Work, actor: Person, press: Press) -> Answer:
    """*Månadsbrev* was pressed."""
    if not may(actor.actor, Action.GET_MONTHLY):
        raise NotTheirsError
    return beside(press, _shown(actor))


async def turn(work: Work, actor: Person, press: Press) -> Answer:
    """*Stäng av* or *Slå på* was pressed."""
    if not may(actor.actor, Action.GET_MONTHLY):
        raise NotTheirsError
    actor.monthly_off_at = None if press.number(0) == 1 else actor.monthly_off_at or work.now
    return beside(press, _shown(actor))


def _shown(actor: Person) -> Message:
    is_on = actor.monthly_off_at is None
    return Message(MonthlyShown(is_on), numbered([TURN_OFF if is_on else TURN_ON, TO_OVERVIEW]))
