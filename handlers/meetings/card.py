"""One meeting on a card: when and where, who has answered what, and what can be done now."""

from handlers.meetings import facts, seat
from handlers.meetings.seat import Seat
from handlers.meetings.views import Viewed, card_buttons
from handlers.press import Press
from handlers.work import Work
from messages.meeting import MeetingNews, MeetingShown
from messages.message import Message
from storage.person import Person


async def show(work: Work, actor: Person, press: Press) -> None:
    """A meeting was chosen."""
    found = await seat.found(work, actor, press.number(0))
    if found is not None:
        await show_in_place(work, actor, press, await card(work, actor, found))


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


async def show_in_place(work: Work, actor: Person, press: Press, message: Message) -> None:
    """Let the message that was pressed show it; where that isn't known, say it anew."""
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)
