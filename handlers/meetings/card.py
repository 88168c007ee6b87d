"""One meeting on a card: when and where, who has answered what, and what can be done now."""

from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts, seat
from handlers.meetings.seat import Seat
from handlers.meetings.views import Viewed, card_buttons
from messages.meetings.meeting import MeetingNews, MeetingShown
from messages.message import Message
from storage.people.person import Person


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A meeting was chosen."""
    return await card(work, actor, await seat.theirs(work, actor, press.number(0)))


async def card(work: Work, viewer: Person, found: Seat, news: MeetingNews | None = None) -> Message:
    """The card, with a word about what has just happened."""
    seen = Viewed(found, viewer, work.now)
    shown = MeetingShown(
        await facts.of_meeting(work, found.meeting),
        has_begun=found.meeting.starts_at <= work.now,
        is_invited=seen.is_asked,
        answer=seen.answer if seen.is_asked else None,
        news=news,
    )
    return Message(shown, card_buttons(seen))
