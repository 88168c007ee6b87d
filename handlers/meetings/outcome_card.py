"""How a meeting went, on a card, and what can be done about it now."""

from collections.abc import Sequence

from domain.action import Action
from domain.meeting import MeetingStatus
from domain.meeting_outcome import MissReason
from domain.turn.meeting import Summary
from handlers.doorways import BOOK_MEETING, HEAR_MEETING
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts, fulfilling, turn
from handlers.meetings.codes import HELD, NOT_HELD, REASON
from handlers.meetings.finding import FoundMeeting, theirs
from handlers.meetings.views import attendance_button, correct_button, outcome_answers, record_button
from messages.button import data
from messages.label import Label
from messages.meetings.outcome import MeetingOutcome, OutcomeNews
from messages.message import Message
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """The way to the card was pressed."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    return await outcome_card(work, found.meeting)


def why_not(found: FoundMeeting) -> OutcomeNews:
    """What is said above the card where something can't be told of the meeting now."""
    return OutcomeNews.MEANWHILE if found.has_begun else OutcomeNews.NOT_YET


async def outcome_card(
    work: Work,
    meeting: Meeting,
    news: OutcomeNews | None = None,
    *,
    told: Sequence[Person] = (),
    is_nobody_in: bool = False,
) -> Message:
    """How the meeting went, as it is known now."""
    is_held, summary = meeting.status is MeetingStatus.HELD, await turn.summary_of(work, meeting)
    outcome = MeetingOutcome(
        meeting=await facts.named(work, meeting),
        status=meeting.status,
        record=await facts.summary(work, meeting) if is_held else None,
        reason=meeting.miss_reason,
        told=tuple(each.name for each in told),
        is_nobody_in=is_nobody_in or summary is Summary.NOBODY_TO_READ,
        confirmed_by=await facts.confirmed_by(work, meeting),
        news=news,
        is_disputed=summary is Summary.DISPUTED,
    )
    return Message(outcome, numbered([*await _ways(work, meeting), attendance_button(meeting)]))


async def _ways(work: Work, meeting: Meeting) -> list[Choice]:
    match meeting.status:
        case MeetingStatus.PLANNED if meeting.starts_at <= work.now:
            return outcome_answers(meeting)
        case MeetingStatus.HELD:
            hear = (Label("hearsay.enter"), data(HEAR_MEETING, meeting.id))
            word = [hear] if meeting.confirmed_at is None else [record_button(meeting)]
            missed = (Label("outcome.missed_after_all"), data(NOT_HELD, meeting.id))
            return [*word, correct_button(meeting), missed]
        case MeetingStatus.NOT_HELD:
            unmet = await fulfilling.first_to_be_done(work, meeting)
            book = (Label("outcome.book"), data(BOOK_MEETING, meeting.contract_id, unmet.id if unmet else 0))
            return [book, *_reasons(meeting), (Label("outcome.held_after_all"), data(HELD, meeting.id))]
        case _:
            return []


def _reasons(meeting: Meeting) -> list[Choice]:
    """Why it was not held, to choose from. Nobody has to say why, and who has said it is not asked again."""
    if meeting.miss_reason is not None:
        return []
    return [
        (Label(f"miss_reason.{reason}"), data(REASON, meeting.id, place)) for place, reason in enumerate(MissReason)
    ]
