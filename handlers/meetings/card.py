"""One meeting on a card: when and where, who has answered what, and what can be done now."""

from dataclasses import replace

from domain.access import Action
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.finding import FoundMeeting, theirs
from handlers.meetings.views import card_buttons
from messages.meetings.meeting import MeetingNews, MeetingShown
from messages.message import Message
from storage.people.person import Person


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A meeting was chosen."""
    return await card(work, await theirs(work, actor, Action.SEE_MEETING, press.number(0)))


async def card(work: Work, found: FoundMeeting, news: MeetingNews | None = None) -> Message:
    """The card, with a word about what has just happened."""
    told, heard = await facts.in_full(work, found.meeting), await facts.heard_answer(work, found.meeting)
    if heard is not None and heard.name not in {each.name for each in told.invited}:
        told = replace(told, invited=(*told.invited, heard))
    shown = MeetingShown(
        told,
        has_begun=found.has_begun,
        is_invited=found.is_viewer_asked,
        answer=found.answer if found.is_viewer_asked else None,
        news=news,
    )
    return Message(shown, card_buttons(found))
