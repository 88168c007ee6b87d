"""After meetings: ask the organiser how they went, and see to it that what was agreed is confirmed."""

from domain.meeting_outcome import confirmation_waits_until, next_asking
from handlers.form import asking
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.meetings import codes, outcome, passing_on
from handlers.meetings.outcome_facts import named
from handlers.people import notice, recipient
from messages.button import data
from messages.label import Label
from messages.meetings.outcome import MeetingUnconfirmed, OutcomeAsked
from messages.message import Message
from storage import outbox
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.outbox import Lane, Ring
from storage.people import person

AT_ONCE = 20


async def ask(work: Work) -> bool:
    """Ask how meetings went that are over, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await outcomes.to_ask_about(work.session, now=work.now, at_most=AT_ONCE)
    for meeting in due:
        await _ask(work, meeting)
    return len(due) == AT_ONCE


async def ask_to_confirm(work: Work) -> bool:
    """Remind suppliers of what waits for their word, once, and then tell the organiser; says whether there is more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await outcomes.to_be_confirmed(work.session, now=work.now, at_most=AT_ONCE)
    for meeting in due:
        await (_tell_organiser(work, meeting) if meeting.is_confirmation_reminded else _remind(work, meeting))
    return len(due) == AT_ONCE


async def _ask(work: Work, meeting: Meeting) -> None:
    """One message at a time has the buttons, however often it is asked."""
    earlier = await outbox.said_about(work.session, meeting.reference, key_begins=outcome.asking_key(meeting))
    for row in earlier:
        await work.take_buttons_away(row.id)
    question = Message(OutcomeAsked(await named(work, meeting), bool(earlier)), outcome.asking_buttons(meeting))
    organiser = await person.find(work.session, meeting.organised_by)
    for each in await recipient.in_place_of(work, organiser):
        await work.tell(
            each.person,
            each.gets(question),
            lane=Lane.DUTY,
            ring=Ring.IN_WORKING_HOURS,
            key=f"{outcome.asking_key(meeting)}{int(work.now.timestamp())}:{each.person.id}",
            about=meeting.reference,
        )
        await asking.show_again(work, each.person)
    meeting.ask_at = next_asking(work.now, work.city.hours, is_first=not earlier)


async def _remind(work: Work, meeting: Meeting) -> None:
    if await passing_on.send(work, meeting, is_again=True):
        meeting.is_confirmation_reminded = True
        meeting.confirm_at = confirmation_waits_until(work.now, work.city.hours)
    else:
        await _tell_organiser(work, meeting, is_nobody_in=True)


async def _tell_organiser(work: Work, meeting: Meeting, *, is_nobody_in: bool = False) -> None:
    meeting.confirm_at = None
    organiser = await person.find(work.session, meeting.organised_by)
    told = MeetingUnconfirmed(await named(work, meeting), is_nobody_in)
    buttons = numbered([(Label("outcome.show"), data(codes.OUTCOME, meeting.id))])
    await notice.tell(work, organiser, Message(told, buttons), about=meeting.reference)
