"""*Tiden står fast*: whoever would like another time hears that the meeting stays, and is asked anew."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts, telling
from handlers.meetings.card import card
from handlers.meetings.finding import refreshed, theirs
from handlers.meetings.recording import record
from handlers.meetings.views import invitation_buttons
from messages.meetings.meeting import MeetingNews, TimeKept
from messages.message import Message
from storage.meetings import answer as meeting_answer
from storage.meetings.meeting import Meeting
from storage.people import person
from storage.people.person import Person


async def keep(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed, under what somebody has proposed."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if not found.is_ahead or found.meeting.sequence != press.number(1):
        return await card(work, found, MeetingNews.MEANWHILE)
    wished = await meeting_answer.ask_who_would_like_another_time(work.session, found.meeting.id)
    await meeting_answer.remind_of_other_time(work.session, found.meeting.id, at=None)
    if not wished:
        return await card(work, await refreshed(work, found), MeetingNews.MEANWHILE)
    await record(work, found.meeting, LedgerEvent.MEETING_TIME_KEPT, actor)
    await _tell(work, found.meeting, wished)
    return await card(work, await refreshed(work, found), MeetingNews.TIME_KEPT)


async def _tell(work: Work, meeting: Meeting, wished: list[int]) -> None:
    kept = Message(TimeKept(await facts.in_full(work, meeting)), invitation_buttons(meeting))
    for each in wished:
        addressee = await person.find(work.session, each)
        # However often the time stays, each time is told.
        part = int(work.now.timestamp())
        await telling.tell(work, addressee, kept, meeting, telling.NEWS, part=part)
