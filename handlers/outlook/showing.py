"""*Det som skickas framöver*: what a leader sees of the weeks ahead, whenever they want to."""

from domain.access import may
from domain.action import Action
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.outlook import codes, views
from handlers.outlook.gathering import gathered
from handlers.outlook.views import View
from messages.outlook.outlook import OutlookOf
from storage.people.person import Person


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """The weeks, and a page of those who will hear something."""
    return views.overview(await _view(work, actor), press.number(0))


async def show_one(work: Work, actor: Person, press: Press) -> Answer:
    """What one of them will hear."""
    return views.of_one(await _view(work, actor), press.number(0), press.number(1))


async def hand_out(work: Work, actor: Person, _press: Press) -> Answer:
    """All of it, as a file."""
    return Below(views.sheet(await _view(work, actor)))


async def _view(work: Work, actor: Person) -> View:
    if not may(actor.actor, Action.LEAD_CONTRACT):
        raise NotTheirsError
    said = await gathered(work)
    return View(OutlookOf.NOW, said, work.city.hours, codes.SHOW, codes.ONE, codes.SHEET)
