"""A placement's life: from which status what can happen, and where it leads. What is not listed is refused.

started ──confirm──▶ confirmed          started ──deny──▶ denied
started or confirmed ──undo──▶ undone          (the matcher takes it back)
"""

from enum import StrEnum

from domain.placement import PlacementStatus


class PlacementEvent(StrEnum):
    """What can happen to a placement."""

    CONFIRM = "confirm"
    DENY = "deny"
    UNDO = "undo"


_STARTED, _CONFIRMED, _DENIED = PlacementStatus.STARTED, PlacementStatus.CONFIRMED, PlacementStatus.DENIED

_LIFE: dict[PlacementEvent, dict[PlacementStatus, PlacementStatus]] = {
    PlacementEvent.CONFIRM: {_STARTED: _CONFIRMED},
    PlacementEvent.DENY: {_STARTED: _DENIED},
    PlacementEvent.UNDO: dict.fromkeys((_STARTED, _CONFIRMED), PlacementStatus.UNDONE),
}


def status_after(status: PlacementStatus, event: PlacementEvent) -> PlacementStatus | None:
    """The status that the event leads to; None where it can't happen to a placement in that status."""
    return _LIFE[event].get(status)


def statuses_before(event: PlacementEvent) -> tuple[PlacementStatus, ...]:
    """The statuses in which the event can happen: what a guarded update asks for."""
    return tuple(_LIFE[event])


def leads_to(event: PlacementEvent) -> PlacementStatus:
    """The one status that the event leads to, wherever it happens."""
    (status,) = set(_LIFE[event].values())
    return status
