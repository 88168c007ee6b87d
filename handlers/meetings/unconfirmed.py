"""See to it that what was agreed is confirmed: the supplier is reminded once, and then the organiser hears.

What the supplier has said does not hold waits for the organiser, and for nobody else.
"""

from domain.meeting_outcome import confirmation_waits_until
from domain.turn import meeting as rule
from domain.turn.meeting import Summary
from domain.turn.turn import Side
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.meetings import facts, summaries, turn
from handlers.meetings.views import correct_button, outcome_button
from handlers.people import notice
from messages.meetings.outcome import MeetingUnconfirmed, SummaryUncorrected
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
        await _go_on(work, meeting)
    return len(due) == AT_ONCE


async def _go_on(work: Work, meeting: Meeting) -> None:
    """Remind whoever's turn it is; what the organiser is to put right is never asked of the supplier."""
    now = await turn.facts_of(work, meeting)
    if now.summary is Summary.DISPUTED:
        await _tell_of_dispute(work, meeting)
    elif rule.turn_of(now).side is Side.COORDINATOR:
        await _tell_organiser(work, meeting, is_nobody_in=True)
    elif meeting.is_confirmation_reminded:
        await _tell_organiser(work, meeting)
    else:
        await _remind(work, meeting)


async def _remind(work: Work, meeting: Meeting) -> None:
    await summaries.leave_without_buttons(work, meeting)
    await summaries.send_to_supplier(work, meeting, is_again=True)
    meeting.is_confirmation_reminded = True
    meeting.confirm_at = confirmation_waits_until(work.now, work.city.hours)


async def _tell_of_dispute(work: Work, meeting: Meeting) -> None:
    """Each week, until it is corrected or confirmed as it is: nobody else can do anything."""
    meeting.confirm_at = confirmation_waits_until(work.now, work.city.hours)
    organiser = await person.find(work.session, meeting.organised_by)
    correct = numbered([correct_button(meeting), outcome_button(meeting)])
    told = Message(SummaryUncorrected(await facts.named(work, meeting)), correct)
    await notice.tell(work, organiser, told, about=meeting.reference)


async def _tell_organiser(work: Work, meeting: Meeting, *, is_nobody_in: bool = False) -> None:
    meeting.confirm_at = None
    organiser = await person.find(work.session, meeting.organised_by)
    told = Message(
        MeetingUnconfirmed(await facts.named(work, meeting), is_nobody_in), numbered([outcome_button(meeting)])
    )
    await notice.tell(work, organiser, told, about=meeting.reference)
