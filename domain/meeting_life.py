"""A meeting's life: from which status what can happen, and where it leads.

planned ──move──▶ planned          planned ──cancel──▶ cancelled
planned or not held ──hold──▶ held          planned or held ──miss──▶ not held
held ──agree──▶ held               (what was agreed is written down, or corrected)
"""

from enum import StrEnum

from domain.life import Life, Transition
from domain.meeting import MeetingStatus


class MeetingEvent(StrEnum):
    """What can happen to a meeting."""

    MOVE = "move"
    CANCEL = "cancel"
    HOLD = "hold"
    MISS = "miss"
    """It was not held."""
    AGREE = "agree"


_PLANNED, _HELD, _NOT_HELD = MeetingStatus.PLANNED, MeetingStatus.HELD, MeetingStatus.NOT_HELD

MEETING_LIFE = Life[MeetingStatus, MeetingEvent](
    {
        MeetingEvent.MOVE: Transition((_PLANNED,)),
        MeetingEvent.CANCEL: Transition((_PLANNED,), MeetingStatus.CANCELLED),
        MeetingEvent.HOLD: Transition((_PLANNED, _NOT_HELD), _HELD),
        MeetingEvent.MISS: Transition((_PLANNED, _HELD), _NOT_HELD),
        MeetingEvent.AGREE: Transition((_HELD,)),
    }
)
