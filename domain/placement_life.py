"""A placement's life: from which status what can happen, and where it leads.

started ──confirm──▶ confirmed          started ──deny──▶ denied
started or confirmed ──undo──▶ undone          (the matcher takes it back)
confirmed or denied ──reopen──▶ started        (what was heard of the supplier about it is not so)
"""

from enum import StrEnum

from domain.life import Life, Transition
from domain.placement import PlacementStatus


class PlacementEvent(StrEnum):
    """What can happen to a placement."""

    CONFIRM = "confirm"
    DENY = "deny"
    UNDO = "undo"
    REOPEN = "reopen"


_STARTED, _CONFIRMED = PlacementStatus.STARTED, PlacementStatus.CONFIRMED

PLACEMENT_LIFE = Life[PlacementStatus, PlacementEvent](
    {
        PlacementEvent.CONFIRM: Transition((_STARTED,), _CONFIRMED),
        PlacementEvent.DENY: Transition((_STARTED,), PlacementStatus.DENIED),
        PlacementEvent.UNDO: Transition((_STARTED, _CONFIRMED), PlacementStatus.UNDONE),
        PlacementEvent.REOPEN: Transition((_CONFIRMED, PlacementStatus.DENIED), _STARTED),
    }
)
