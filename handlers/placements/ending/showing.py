"""How the end of a placement stands, where somebody presses what was asked of it earlier."""

from domain.placement import PlacementStatus
from domain.role import Role
from handlers.handling.work import Work
from handlers.placements.ending import facts
from handlers.placements.ending.finding import Ending
from messages.message import Message
from messages.placements.end import EndNews, EndShown
from storage.people.person import Person
from storage.placements.ending import with_coordinators

_NEWS = {
    PlacementStatus.CONFIRMED: EndNews.RUNS,
    PlacementStatus.ENDING: EndNews.SAID,
    PlacementStatus.COMPLETED: EndNews.SETTLED,
    PlacementStatus.ENDED_EARLY: EndNews.SETTLED,
}


async def shown(  # noqa: PLR0913  how which placement stands, who has said it, and who reads it
    work: Work, viewer: Person, ending: Ending, news: EndNews, *, waits_for: str = "", told_by: str = ""
) -> Message:
    """How it stands, as far as this person's side is to know it."""
    told = await facts.of_ending(work, ending, is_to_supplier=viewer.role is Role.SUPPLIER)
    return Message(EndShown(told, news, waits_for, told_by))


async def as_it_is(work: Work, viewer: Person, ending: Ending) -> Message:
    """How it stands now, whatever was asked."""
    status = ending.placement.status
    news = _NEWS.get(status, EndNews.TAKEN_BACK)
    if status is PlacementStatus.ENDING and with_coordinators(ending.placement):
        news = EndNews.DISPUTED
    return await shown(work, viewer, ending, news)
