"""After a meeting its organiser is asked how it went, until somebody has told."""

from collections.abc import Sequence

from domain.meeting_outcome import next_asking
from handlers.form import asking
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.views import outcome_answers
from handlers.people import recipient
from messages.meetings.outcome import OutcomeAsked, OutcomeTold
from messages.message import Message
from storage import outbox
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.outbox import Lane, OutboxRow, Ring
from storage.people import person
from storage.people.person import Person

AT_ONCE = 20


async def ask(work: Work) -> bool:
    """Ask how meetings went that are over, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await outcomes.to_ask_about(work.session, now=work.now, at_most=AT_ONCE)
    for meeting in due:
        await _ask(work, meeting)
    return len(due) == AT_ONCE


async def close(work: Work, meeting: Meeting, *, is_held: bool, by: Person, except_at: int = 0) -> None:
    """Everyone who was asked sees that it is told, and by whom; no button is left that asks once more.

    `except_at` is the message that says more than that already.
    """
    told = Message(OutcomeTold(await facts.named(work, meeting), is_held, by.name))
    for row in await _asked(work, meeting):
        if row.id != except_at and await work.has_buttons(row.id):
            await work.edit(row.id, told)


async def _ask(work: Work, meeting: Meeting) -> None:
    """One message at a time has the buttons, however often it is asked."""
    earlier = await _asked(work, meeting)
    for row in earlier:
        await work.take_buttons_away(row.id)
    question = OutcomeAsked(await facts.named(work, meeting), is_again=bool(earlier))
    await _tell_organiser(work, meeting, Message(question, numbered(outcome_answers(meeting))))
    meeting.ask_at = next_asking(work.now, work.city.hours, is_first=not earlier)


async def _tell_organiser(work: Work, meeting: Meeting, question: Message) -> None:
    organiser = await person.find(work.session, meeting.organised_by)
    for each in await recipient.in_place_of(work, organiser):
        await work.tell(
            each.person,
            each.gets(question),
            lane=Lane.DUTY,
            ring=Ring.IN_WORKING_HOURS,
            key=f"{_key(meeting)}{int(work.now.timestamp())}:{each.person.id}",
            about=meeting.reference,
        )
        await asking.show_again(work, each.person)


async def _asked(work: Work, meeting: Meeting) -> Sequence[OutboxRow]:
    return await outbox.said_about(work.session, meeting.reference, key_begins=_key(meeting))


def _key(meeting: Meeting) -> str:
    """How the keys of the questions begin; of a meeting that is moved they begin anew."""
    return f"outcome:{meeting.id}:{int(meeting.starts_at.timestamp())}:"
