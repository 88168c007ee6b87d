"""An obligation's life: from which status what can happen, and where it leads. What is not listed is refused.

open ──escalate──▶ escalated ──follow up──▶ formal      fulfilled ──reverse──▶ open
open, escalated, formal or before ──fulfil──▶ fulfilled
open, escalated or formal ──waive──▶ waived ──move──▶ open
open, escalated, formal or before ──move──▶ open        (a new date begins the ladder again)
open or escalated ──drop──▶ dropped ──restore──▶ open   (the contract has changed)
"""

from enum import StrEnum

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

_LIFE: dict[ObligationEvent, dict[ObligationStatus, ObligationStatus]] = {
    ObligationEvent.FULFIL: dict.fromkeys((*TO_BE_DONE, _BEFORE), _FULFILLED),
    ObligationEvent.REVERSE: {_FULFILLED: _OPEN},
    ObligationEvent.ESCALATE: {_OPEN: _ESCALATED},
    ObligationEvent.MOVE: dict.fromkeys((*TO_BE_DONE, _BEFORE, _WAIVED), _OPEN),
    ObligationEvent.WAIVE: dict.fromkeys(TO_BE_DONE, _WAIVED),
    ObligationEvent.FOLLOW_UP: {_ESCALATED: _FORMAL},
    ObligationEvent.DROP: dict.fromkeys((_OPEN, _ESCALATED), _DROPPED),
    ObligationEvent.RESTORE: {_DROPPED: _OPEN},
}


def status_after(status: ObligationStatus, event: ObligationEvent) -> ObligationStatus | None:
    """The status that the event leads to; None where it can't happen to an obligation in that status."""
    return _LIFE[event].get(status)


def statuses_before(event: ObligationEvent) -> tuple[ObligationStatus, ...]:
    """The statuses in which the event can happen: what a guarded update asks for."""
    return tuple(_LIFE[event])


def leads_to(event: ObligationEvent) -> ObligationStatus:
    """The one status that the event leads to, wherever it happens."""
    (status,) = set(_LIFE[event].values())
    return status
