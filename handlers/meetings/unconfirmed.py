"""See to it that what was agreed is confirmed: the supplier is reminded once, and then the organiser hears."""

from domain.meeting_outcome import confirmation_waits_until
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.meetings import facts, summaries
from handlers.meetings.views import outcome_button
from handlers.people import notice
from messages.meetings.outcome import MeetingUnconfirmed
from messages.message import Message
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.people import person

AT_ONCE = 20


async def remind(work: Work) -> bool:
    """Go through what has waited long enough for the supplier's word; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await outcomes.to_be_confirmed(work.session, now=work.now, at_most=AT_ONCE)
    for meeting in due:
        await (_tell_organiser(work, meeting) if meeting.is_confirmation_reminded else _remind(work, meeting))
    return len(due) == AT_ONCE


async def _remind(work: Work, meeting: Meeting) -> None:
    await summaries.leave_without_buttons(work, meeting)
    if await summaries.send_to_supplier(work, meeting, is_again=True):
        meeting.is_confirmation_reminded = True
        meeting.confirm_at = confirmation_waits_until(work.now, work.city.hours)
    else:
        await _tell_organiser(work, meeting, is_nobody_in=True)


async def _tell_organiser(work: Work, meeting: Meeting, *, is_nobody_in: bool = False) -> None:
    meeting.confirm_at = None
    organiser = await person.find(work.session, meeting.organised_by)
    told = Message(
        MeetingUnconfirmed(await facts.named(work, meeting), is_nobody_in), numbered([outcome_button(meeting)])
    )
    await notice.tell(work, organiser, told, about=meeting.reference)
