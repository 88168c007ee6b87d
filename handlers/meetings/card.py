"""One meeting on a card: when and where, who has answered what, and what can be done now."""

from dataclasses import replace

from domain.action import Action
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.finding import FoundMeeting, theirs
from handlers.meetings.views import card_buttons
from messages.meetings.meeting import MeetingNews, MeetingShown
from messages.message import Message
from storage.people.person import Person

_WITHOUT_OTHERS = {
    MeetingNews.BOOKED: MeetingNews.BOOKED_ALONE,
    MeetingNews.MOVED: MeetingNews.MOVED_ALONE,
    MeetingNews.CANCELLED: MeetingNews.CANCELLED_ALONE,
}
"""What is said where nobody else is invited, and so nobody hears of it."""


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A meeting was chosen."""
    return await card(work, await theirs(work, actor, Action.SEE_MEETING, press.number(0)))


async def card(work: Work, found: FoundMeeting, news: MeetingNews | None = None) -> Message:
    """The card, with a word about what has just happened."""
    told = await facts.in_full(work, found.meeting, with_proposals=found.is_led_by_viewer)
    heard = await facts.heard_answer(work, found.meeting)
    if heard is not None and heard.name not in {each.name for each in told.invited}:
        told = replace(told, invited=(*told.invited, heard))
    own = found.attendee if found.is_viewer_asked else None
    shown = MeetingShown(
        told,
        has_begun=found.has_begun,
        is_invited=found.is_viewer_asked,
        answer=own.answer if own else None,
        news=news if news is None or told.others else _WITHOUT_OTHERS.get(news, news),
        is_over=found.is_over,
        proposal=(own.proposal or "") if own else "",
    )
    return Message(shown, card_buttons(found))
