"""Dialogue meetings: the kinds, how one stands, and what those who are asked can answer."""

from datetime import timedelta
from enum import StrEnum

from domain.obligation import MEETINGS, ObligationKind

LONGEST_PLACE = 400
"""Characters, of where a meeting is; the link of a meeting online can be long."""

LONGEST_REASON = 300
"""Characters, of why a meeting is moved or cancelled, and of another time that would suit somebody."""

LONGEST_STAND_IN = 120
"""Characters, of who comes to a meeting in somebody's place."""

USUAL_LENGTH = timedelta(minutes=60)
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=8)


class MeetingKind(StrEnum):
    """What a meeting is for: what an obligation asks for, by the same name, or something else."""

    START_UP = "start_up"
    FOLLOW_UP = "follow_up"
    ANNUAL_REVIEW = "annual_review"
    CLOSE_OUT = "close_out"
    OTHER = "other"


FULFILS: dict[MeetingKind, ObligationKind] = {MeetingKind(kind.value): kind for kind in MEETINGS}
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
