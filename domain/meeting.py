"""Dialogue meetings: the kinds, how one stands, and what those who are asked can answer."""

from datetime import timedelta
from enum import StrEnum

from domain.obligation import ObligationKind

LONGEST_PLACE = 400
"""Characters, of where a meeting is; the link of a meeting online can be long."""

LONGEST_REASON = 300
"""Characters, of why a meeting is moved or cancelled, and of another time that would suit somebody."""

USUAL_LENGTH = timedelta(minutes=60)
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=8)


class MeetingKind(StrEnum):
    """What a meeting is for."""

    START_UP = "start_up"
    FOLLOW_UP = "follow_up"
    ANNUAL_REVIEW = "annual_review"
    CLOSE_OUT = "close_out"
    OTHER = "other"


FULFILS: dict[MeetingKind, ObligationKind] = {
    MeetingKind.START_UP: ObligationKind.START_UP,
    MeetingKind.FOLLOW_UP: ObligationKind.FOLLOW_UP,
    MeetingKind.ANNUAL_REVIEW: ObligationKind.ANNUAL_REVIEW,
    MeetingKind.CLOSE_OUT: ObligationKind.CLOSE_OUT,
}
"""The obligation that is fulfilled when a meeting of that kind is held; any other meeting fulfils none."""


class MeetingStatus(StrEnum):
    """How a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


class MeetingAnswer(StrEnum):
    """What somebody who is asked to a meeting has answered."""

    COMING = "coming"
    NOT_COMING = "not_coming"
    OTHER_TIME = "other_time"
