"""The buttons under what is said of meetings. What can be done with one is gathered in `WAYS`."""

from collections.abc import Callable

from domain.frozen import frozen
from domain.meeting import MeetingAnswer, MeetingStatus
from domain.meeting_life import MeetingEvent
from handlers.doorways import BOOK_MEETING, HEAR_MEETING
from handlers.handling.choices import Choice, numbered
from handlers.meetings.codes import (
    AGENDA,
    ATTENDANCE,
    CANCEL,
    CARD,
    COMING,
    CORRECT,
    HELD,
    KEEP_TIME,
    LIST,
    MOVE,
    NOT_COMING,
    NOT_HELD,
    OTHER_TIME,
    OUTCOME,
    RECORD,
    SUBSTITUTE,
)
from handlers.meetings.finding import FoundMeeting
from messages.button import data
from messages.label import Label
from messages.message import Rows
from storage.meetings.meeting import Attendee, Meeting


@frozen
class Way:
    """Something that can be done with a meeting: how it is named, what its button carries first, and when."""

    label: str
    code: str
    is_open: Callable[[FoundMeeting], bool]


def _may_come(found: FoundMeeting) -> bool:
    return found.is_viewer_asked and found.answer is not MeetingAnswer.COMING


def _may_decline(found: FoundMeeting) -> bool:
    return found.is_viewer_asked and found.answer is not MeetingAnswer.NOT_COMING


def _may_send_substitute(found: FoundMeeting) -> bool:
    return found.is_viewer_asked and found.answer is MeetingAnswer.NOT_COMING


def _may_tell(found: FoundMeeting) -> bool:
    return found.is_led_by_viewer and found.waits_for_outcome


def _may_move(found: FoundMeeting) -> bool:
    return found.is_led_by_viewer and found.may_happen(MeetingEvent.MOVE)


def _may_keep_time(found: FoundMeeting) -> bool:
    return found.is_led_by_viewer and found.is_ahead and found.is_other_time_wished


def _may_cancel(found: FoundMeeting) -> bool:
    return found.is_led_by_viewer and found.may_happen(MeetingEvent.CANCEL)


def _may_hear(found: FoundMeeting) -> bool:
    is_open = found.is_ahead or (found.meeting.status is MeetingStatus.HELD and found.meeting.confirmed_at is None)
    return found.is_led_by_viewer and is_open


def _may_read_outcome(found: FoundMeeting) -> bool:
    return found.is_led_by_viewer and found.has_outcome


def _has_record(found: FoundMeeting) -> bool:
    return found.meeting.status is MeetingStatus.HELD and found.meeting.confirmed_at is not None


def _may_prepare(found: FoundMeeting) -> bool:
    return found.meeting.status is MeetingStatus.PLANNED and not found.is_over


THREE_ANSWERS = (
    Way("meeting.coming", COMING, _may_come),
    Way("meeting.not_coming", NOT_COMING, _may_decline),
    Way("meeting.other_time", OTHER_TIME, lambda found: found.is_viewer_asked),
)
WAYS = (
    *THREE_ANSWERS,
    Way("meeting.stand_in", SUBSTITUTE, _may_send_substitute),
    Way("meeting.held", HELD, _may_tell),
    Way("meeting.not_held", NOT_HELD, _may_tell),
    Way("agenda.show", AGENDA, _may_prepare),
    Way("meeting.move", MOVE, _may_move),
    Way("meeting.keep_time", KEEP_TIME, _may_keep_time),
    Way("meeting.cancel", CANCEL, _may_cancel),
    Way("hearsay.enter", HEAR_MEETING, _may_hear),
    Way("outcome.show", OUTCOME, _may_read_outcome),
    Way("documents.record", RECORD, _has_record),
)
"""In the order in which a card shows them."""


def card_buttons(found: FoundMeeting) -> Rows:
    """What the viewer can do with the meeting now, and the way to the list."""
    meeting = found.meeting
    ways = [_choice(way, meeting) for way in WAYS if way.is_open(found)]
    attendance = [attendance_button(meeting)] if found.is_led_by_viewer else []
    return numbered([*ways, *attendance, (Label("meeting.to_list"), data(LIST, 0, 0))], in_a_row=2)


def invitation_buttons(meeting: Meeting) -> Rows:
    """The three answers to an invitation: comes, can't come, would like another time."""
    return numbered([_choice(way, meeting) for way in THREE_ANSWERS], in_a_row=2)


def answered_buttons(meeting: Meeting) -> Rows:
    """What whoever has called the meeting can do about an answer."""
    move = (Label("meeting.move"), data(MOVE, meeting.id, meeting.sequence))
    return numbered([move, show_button(meeting)], in_a_row=2)


def other_time_buttons(meeting: Meeting, attendee: Attendee) -> Rows:
    """What whoever has called the meeting can do where somebody would like another time: that one, or none."""
    move = (Label("meeting.move"), data(MOVE, meeting.id, meeting.sequence, attendee.person_id))
    keep = (Label("meeting.keep_time"), data(KEEP_TIME, meeting.id, meeting.sequence))
    return numbered([move, keep, show_button(meeting)], in_a_row=2)


def show_button(meeting: Meeting) -> Choice:
    """The way to the meeting's card."""
    return Label("meeting.show"), data(CARD, meeting.id)


def agenda_button(meeting: Meeting) -> Choice:
    """The way to the meeting's agenda."""
    return Label("agenda.show"), data(AGENDA, meeting.id)


def reminder_buttons(meeting: Meeting, *, is_asked: bool) -> Rows:
    """What is shown under a reminder: the three answers for who has not given any, else the meeting; and its agenda."""
    ways = [_choice(way, meeting) for way in THREE_ANSWERS] if is_asked else [show_button(meeting)]
    return numbered([*ways, agenda_button(meeting)], in_a_row=2)


def outcome_button(meeting: Meeting) -> Choice:
    """The way to how the meeting went."""
    return Label("outcome.show"), data(OUTCOME, meeting.id)


def record_button(meeting: Meeting) -> Choice:
    """The way to the record."""
    return Label("documents.record"), data(RECORD, meeting.id)


def correct_button(meeting: Meeting) -> Choice:
    """The way to correct the summary."""
    return Label("outcome.correct"), data(CORRECT, meeting.id)


def attendance_button(meeting: Meeting) -> Choice:
    """The way to all meetings with the supplier."""
    return Label("outcome.record"), data(ATTENDANCE, meeting.supplier_id, 0)


def book_button(contract_id: int = 0, obligation_id: int = 0) -> Choice:
    """The way to book one."""
    return Label("meeting.book"), data(BOOK_MEETING, contract_id, obligation_id)


def outcome_answers(meeting: Meeting) -> list[Choice]:
    """The answers to whether a meeting was held."""
    return [
        (Label("outcome.held"), data(HELD, meeting.id)),
        (Label("outcome.missed"), data(NOT_HELD, meeting.id)),
        (Label("outcome.move"), data(MOVE, meeting.id)),
    ]


def _choice(way: Way, meeting: Meeting) -> Choice:
    return Label(way.label), data(way.code, meeting.id, meeting.sequence)
