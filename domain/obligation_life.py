"""An obligation's life: from which status what can happen, and where it leads.

open ──escalate──▶ escalated ──follow up──▶ formal      fulfilled ──reverse──▶ open
open, escalated, formal or before ──fulfil──▶ fulfilled
open, escalated or formal ──waive──▶ waived ──move──▶ open
open, escalated, formal or before ──move──▶ open        (a new date begins the ladder again)
open or escalated ──drop──▶ dropped ──restore──▶ open   (the contract has changed)
"""

from enum import StrEnum

from domain.life import Life, Transition
from domain.obligation import TO_BE_DONE, ObligationStatus


class ObligationEvent(StrEnum):
    """What can happen to an obligation."""

    FULFIL = "fulfil"
    REVERSE = "reverse"
    """What had fulfilled it was undone."""
    ESCALATE = "escalate"
    MOVE = "move"
    WAIVE = "waive"
    FOLLOW_UP = "follow_up"
    DROP = "drop"
    RESTORE = "restore"


_OPEN, _ESCALATED, _FORMAL = TO_BE_DONE
_BEFORE, _WAIVED, _FULFILLED = ObligationStatus.BEFORE, ObligationStatus.WAIVED, ObligationStatus.FULFILLED
_DROPPED = ObligationStatus.DROPPED

OBLIGATION_LIFE = Life[ObligationStatus, ObligationEvent](
    {
        ObligationEvent.FULFIL: Transition((*TO_BE_DONE, _BEFORE), _FULFILLED),
        ObligationEvent.REVERSE: Transition((_FULFILLED,), _OPEN),
        ObligationEvent.ESCALATE: Transition((_OPEN,), _ESCALATED),
        ObligationEvent.MOVE: Transition((*TO_BE_DONE, _BEFORE, _WAIVED), _OPEN),
        ObligationEvent.WAIVE: Transition(TO_BE_DONE, _WAIVED),
        ObligationEvent.FOLLOW_UP: Transition((_ESCALATED,), _FORMAL),
        ObligationEvent.DROP: Transition((_OPEN, _ESCALATED), _DROPPED),
        ObligationEvent.RESTORE: Transition((_DROPPED,), _OPEN),
    }
)
