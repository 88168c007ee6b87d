"""A meeting's life: from which status what can happen, and where it leads. What is not listed is refused.

planned ──move──▶ planned          planned ──cancel──▶ cancelled
planned or not held ──hold──▶ held          planned or held ──miss──▶ not held
held ──agree──▶ held               (what was agreed is written down, or corrected)
"""

from enum import StrEnum

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

_LIFE: dict[MeetingEvent, dict[MeetingStatus, MeetingStatus]] = {
    MeetingEvent.MOVE: {_PLANNED: _PLANNED},
    MeetingEvent.CANCEL: {_PLANNED: MeetingStatus.CANCELLED},
    MeetingEvent.HOLD: dict.fromkeys((_PLANNED, _NOT_HELD), _HELD),
    MeetingEvent.MISS: dict.fromkeys((_PLANNED, _HELD), _NOT_HELD),
    MeetingEvent.AGREE: {_HELD: _HELD},
}


def status_after(status: MeetingStatus, event: MeetingEvent) -> MeetingStatus | None:
    """The status that the event leads to; None where it can't happen to a meeting in that status."""
    return _LIFE[event].get(status)


def leads_to(event: MeetingEvent) -> MeetingStatus:
    """The one status that the event leads to, wherever it happens."""
    (status,) = set(_LIFE[event].values())
    return status


def statuses_before(event: MeetingEvent) -> tuple[MeetingStatus, ...]:
    """The statuses in which the event can happen: what a guarded update asks for."""
    return tuple(_LIFE[event])
