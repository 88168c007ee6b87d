"""How the end of a placement stands, where somebody presses what was asked of it earlier."""

from domain.placement import PlacementStatus
from handlers.handling.work import Work
from handlers.placements.ending import facts
from handlers.placements.ending.finding import Ending
from messages.message import Message
from messages.placements.end import EndNews, EndShown
from storage.placements.ending import with_coordinators

_NEWS = {
    PlacementStatus.CONFIRMED: EndNews.RUNS,
    PlacementStatus.ENDING: EndNews.SAID,
    PlacementStatus.COMPLETED: EndNews.SETTLED,
    PlacementStatus.ENDED_EARLY: EndNews.SETTLED,
}


async def shown(work: Work, ending: Ending, news: EndNews, *, waits_for: str = "", told_by: str = "") -> EndShown:
    """How it stands."""
    return EndShown(await facts.of_ending(work, ending), news, waits_for, told_by)


async def as_it_is(work: Work, ending: Ending) -> Message:
    """How it stands now, whatever was asked."""
    status = ending.placement.status
    news = _NEWS.get(status, EndNews.TAKEN_BACK)
    if status is PlacementStatus.ENDING and with_coordinators(ending.placement):
        news = EndNews.DISPUTED
    return Message(await shown(work, ending, news))
