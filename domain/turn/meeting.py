"""Whose turn it is in a dialogue meeting: what waits for its organiser is never counted against the supplier."""

from datetime import date
from enum import StrEnum
from typing import assert_never

from domain.frozen import frozen
from domain.meeting import MeetingStatus
from domain.turn.turn import Side, Turn


class SupplierAnswer(StrEnum):
    """What the supplier's people say of an invitation, taken together: what asks most of the organiser comes first."""

    OTHER_TIME = "other_time"
    """Somebody would like another time, and nobody has answered that yet."""
    NONE = "none"
    """Somebody has not answered, and nobody comes yet."""
    COMING = "coming"
    NOT_COMING = "not_coming"
    """Everybody has said that they can't, and nobody comes instead."""
    NOT_ASKED = "not_asked"
    """Nobody from the supplier is asked in Steget."""


class Hour(StrEnum):
    """Where the clock is, as to the meeting."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Summary(StrEnum):
    """How the summary of a meeting that was held stands."""

    NOT_WRITTEN = "not_written"
    SENT = "sent"
    """Somebody at the supplier has it, and can say that it is right."""
    NOBODY_TO_READ = "nobody_to_read"
    """Nobody at the supplier can be reached in Steget."""
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"


@frozen
class MeetingFacts:
    """What the rule needs to know of a meeting.

    Attributes:
        on: Its day.
        answer: What the supplier says of it, while it is ahead.
        summary: How its summary stands, once it was held.
    """

    status: MeetingStatus
    on: date
    hour: Hour = Hour.BEFORE
    answer: SupplierAnswer = SupplierAnswer.NONE
    summary: Summary = Summary.NOT_WRITTEN


def turn_of(meeting: MeetingFacts) -> Turn:
    """Whose turn it is. What a meeting was to fulfil goes on by its own rule where the meeting is not held."""
    match meeting.status:
        case MeetingStatus.PLANNED:
            return _of_planned(meeting)
        case MeetingStatus.HELD:
            return Turn(_of_summary(meeting.summary))
        case MeetingStatus.NOT_HELD | MeetingStatus.CANCELLED:
            return Turn(Side.NOBODY)
    assert_never(meeting.status)


def _of_planned(meeting: MeetingFacts) -> Turn:
    """Once it is over, only its organiser can tell how it went, whatever was answered before."""
    match meeting.hour:
        case Hour.AFTER:
            return Turn(Side.COORDINATOR)
        case Hour.DURING:
            return Turn(Side.NOBODY, until=meeting.on)
        case Hour.BEFORE:
            return _of_invitation(meeting)
    assert_never(meeting.hour)


def _of_invitation(meeting: MeetingFacts) -> Turn:
    match meeting.answer:
        case SupplierAnswer.NONE:
            return Turn(Side.SUPPLIER)
        case SupplierAnswer.OTHER_TIME | SupplierAnswer.NOT_COMING | SupplierAnswer.NOT_ASKED:
            return Turn(Side.COORDINATOR)
        case SupplierAnswer.COMING:
            return Turn(Side.NOBODY, until=meeting.on)
    assert_never(meeting.answer)


def _of_summary(summary: Summary) -> Side:
    match summary:
        case Summary.NOT_WRITTEN | Summary.NOBODY_TO_READ | Summary.DISPUTED:
            return Side.COORDINATOR
        case Summary.SENT:
            return Side.SUPPLIER
        case Summary.CONFIRMED:
            return Side.NOBODY
    assert_never(summary)
