"""A placement's life: from which status what can happen, and where it leads.

It is drawn in docs/placements.md; a test compares the two.
"""

from enum import StrEnum

from domain.life import Life, Transition
from domain.placement import UNDER_WAY, PlacementStatus


class PlacementEvent(StrEnum):
    """What can happen to a placement."""

    INTEREST = "interest"
    DECLINE = "decline"
    RECONSIDER = "reconsider"
    WITHDRAW = "withdraw"
    INTRODUCE = "introduce"
    AGREE = "agree"
    ASK_AGAIN = "ask_again"
    START = "start"
    CONFIRM = "confirm"
    DENY = "deny"
    UNDO = "undo"
    SETTLE = "settle"
    REOPEN = "reopen"
    EXTEND = "extend"
    """It goes on until another day than the one that was planned."""
    END = "end"
    GO_ON = "go_on"
    COMPLETE = "complete"
    END_EARLY = "end_early"


_PROPOSED, _INTERESTED, _INTRODUCED, _AGREED = UNDER_WAY
_STARTED, _CONFIRMED, _ENDING = PlacementStatus.STARTED, PlacementStatus.CONFIRMED, PlacementStatus.ENDING

PLACEMENT_LIFE = Life[PlacementStatus, PlacementEvent](
    {
        PlacementEvent.INTEREST: Transition((_PROPOSED,), _INTERESTED),
        PlacementEvent.DECLINE: Transition(UNDER_WAY, PlacementStatus.DECLINED),
        PlacementEvent.RECONSIDER: Transition((PlacementStatus.DECLINED,), _INTERESTED),
        PlacementEvent.WITHDRAW: Transition(UNDER_WAY, PlacementStatus.WITHDRAWN),
        PlacementEvent.INTRODUCE: Transition((_INTERESTED,), _INTRODUCED),
        PlacementEvent.AGREE: Transition((_INTERESTED, _INTRODUCED, _AGREED), _AGREED),
        PlacementEvent.ASK_AGAIN: Transition((_INTERESTED, PlacementStatus.DECLINED), _PROPOSED),
        PlacementEvent.START: Transition((_INTERESTED, _INTRODUCED, _AGREED), _STARTED),
        PlacementEvent.CONFIRM: Transition((_STARTED,), _CONFIRMED),
        PlacementEvent.DENY: Transition((_STARTED,), PlacementStatus.DENIED),
        PlacementEvent.UNDO: Transition((_STARTED, _CONFIRMED, PlacementStatus.DENIED), PlacementStatus.UNDONE),
        PlacementEvent.SETTLE: Transition((PlacementStatus.DENIED,), _CONFIRMED),
        PlacementEvent.REOPEN: Transition((_CONFIRMED, PlacementStatus.DENIED), _STARTED),
        PlacementEvent.EXTEND: Transition((_CONFIRMED,), _CONFIRMED),
        PlacementEvent.END: Transition((_CONFIRMED,), _ENDING),
        PlacementEvent.GO_ON: Transition((_ENDING,), _CONFIRMED),
        PlacementEvent.COMPLETE: Transition((_ENDING,), PlacementStatus.COMPLETED),
        PlacementEvent.END_EARLY: Transition((_ENDING,), PlacementStatus.ENDED_EARLY),
    }
)
