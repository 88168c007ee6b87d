"""The buttons under what is said of meetings. What can be done with one is gathered in `WAYS`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.access import Action, may
from domain.meeting import MeetingAnswer, MeetingStatus
from handlers.doorways import BOOK_MEETING
from handlers.handling.choices import Choice, numbered
from handlers.meetings.codes import (
    CANCEL,
    CARD,
    COMING,
    HELD,
    LIST,
    MOVE,
    NOT_COMING,
    NOT_HELD,
    OTHER_TIME,
    OUTCOME,
    RECORD,
    STAND_IN,
)
from handlers.meetings.seat import Seat
from messages.button import data
from messages.label import Label
from messages.message import Rows
from storage.meetings.meeting import Meeting
from storage.people.person import Person


@dataclass(frozen=True)
class Viewed:
    """A meeting as somebody looks at it."""

    seat: Seat
    viewer: Person
    now: datetime

    @property
    def is_ahead(self) -> bool:
        """Whether it is planned and has not begun."""
        meeting = self.seat.meeting
        return meeting.status is MeetingStatus.PLANNED and meeting.starts_at > self.now

    @property
    def is_asked(self) -> bool:
        """Whether the viewer can still say if they come."""
        return self.is_ahead and self.seat.may_answer(self.viewer)

    @property
    def answer(self) -> MeetingAnswer | None:
        """What was answered for the viewer's seat."""
        return self.seat.attendee.answer if self.seat.attendee else None

    @property
    def leads(self) -> bool:
        """Whether the viewer may move or cancel it."""
        return may(self.viewer.actor, Action.SCHEDULE_MEETING)

    @property
    def waits_for_outcome(self) -> bool:
        """Whether it has begun, and nobody has told yet how it went."""
        return self.leads and self.seat.meeting.status is MeetingStatus.PLANNED and not self.is_ahead

    @property
    def has_outcome(self) -> bool:
        """Whether it is told how it went, to somebody who may read and correct that."""
        return self.leads and self.seat.meeting.status in {MeetingStatus.HELD, MeetingStatus.NOT_HELD}


@dataclass(frozen=True)
class Way:
    """Something that can be done with a meeting: how it is named, what its button carries first, and when."""

    label: str
    code: str
    is_open: Callable[[Viewed], bool]


ANSWERS = (
    Way("meeting.coming", COMING, lambda seen: seen.is_asked and seen.answer is not MeetingAnswer.COMING),
    Way("meeting.not_coming", NOT_COMING, lambda seen: seen.is_asked and seen.answer is not MeetingAnswer.NOT_COMING),
    Way("meeting.other_time", OTHER_TIME, lambda seen: seen.is_asked),
    Way("meeting.stand_in", STAND_IN, lambda seen: seen.is_asked and seen.answer is MeetingAnswer.NOT_COMING),
)
WAYS = (
    *ANSWERS,
    Way("meeting.held", HELD, lambda seen: seen.waits_for_outcome),
    Way("meeting.not_held", NOT_HELD, lambda seen: seen.waits_for_outcome),
    Way("meeting.move", MOVE, lambda seen: (seen.leads and seen.is_ahead) or seen.waits_for_outcome),
    Way("meeting.cancel", CANCEL, lambda seen: seen.leads and seen.is_ahead),
    Way("outcome.show", OUTCOME, lambda seen: seen.has_outcome),
)
"""In the order in which a card shows them."""


def card_buttons(seen: Viewed) -> Rows:
    """What the viewer can do with the meeting now, and the way to the list."""
    meeting = seen.seat.meeting
    ways = [(Label(way.label), data(way.code, meeting.id, meeting.sequence)) for way in WAYS if way.is_open(seen)]
    record = [(Label("outcome.record"), data(RECORD, meeting.supplier_id, 0))] if seen.leads else []
    return numbered([*ways, *record, (Label("meeting.to_list"), data(LIST, 0, 0))], in_a_row=2)


def invitation_buttons(meeting: Meeting) -> Rows:
    """The three answers."""
    ways = ANSWERS[:3]
    return numbered([(Label(way.label), data(way.code, meeting.id, meeting.sequence)) for way in ways], in_a_row=2)


def show_button(meeting: Meeting) -> Choice:
    """The way to the meeting's card."""
    return Label("meeting.show"), data(CARD, meeting.id)


def answered_buttons(meeting: Meeting) -> Rows:
    """What whoever has called the meeting can do about an answer."""
    move = (Label("meeting.move"), data(MOVE, meeting.id, meeting.sequence))
    return numbered([move, show_button(meeting)], in_a_row=2)


def book_button(contract_id: int = 0, obligation_id: int = 0) -> Choice:
    """The way to book one."""
    return Label("meeting.book"), data(BOOK_MEETING, contract_id, obligation_id)
