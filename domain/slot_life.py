"""A slot's life: from which status what can happen, and where it leads. What is not listed is refused.

open ──claim──▶ reserved ──release──▶ open        open ──pause──▶ paused ──resume──▶ open
open, reserved or paused ──withdraw──▶ withdrawn  open, reserved or paused ──change or ask──▶ as it was
reserved ──start──▶ reserved                      (somebody has begun; the supplier is asked)
reserved ──fill──▶ filled ──close──▶ closed       filled ──unfill──▶ reserved   (a start was taken back)
"""

from enum import StrEnum

from domain.slot import SlotStatus


class SlotEvent(StrEnum):
    """What can happen to a slot."""

    ASK = "ask"
    CLAIM = "claim"
    RELEASE = "release"
    PAUSE = "pause"
    RESUME = "resume"
    CHANGE = "change"
    WITHDRAW = "withdraw"
    START = "start"
    """A matcher says that somebody has begun."""
    FILL = "fill"
    UNFILL = "unfill"
    CLOSE = "close"


_UNDER_OFFER = (SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED)

_LIFE: dict[SlotEvent, dict[SlotStatus, SlotStatus]] = {
    SlotEvent.ASK: {status: status for status in _UNDER_OFFER},
    SlotEvent.CLAIM: {SlotStatus.OPEN: SlotStatus.RESERVED},
    SlotEvent.RELEASE: {SlotStatus.RESERVED: SlotStatus.OPEN},
    SlotEvent.PAUSE: {SlotStatus.OPEN: SlotStatus.PAUSED},
    SlotEvent.RESUME: {SlotStatus.PAUSED: SlotStatus.OPEN},
    SlotEvent.CHANGE: {status: status for status in _UNDER_OFFER},
    SlotEvent.WITHDRAW: dict.fromkeys(_UNDER_OFFER, SlotStatus.WITHDRAWN),
    SlotEvent.START: {SlotStatus.RESERVED: SlotStatus.RESERVED},
    SlotEvent.FILL: {SlotStatus.RESERVED: SlotStatus.FILLED},
    SlotEvent.UNFILL: {SlotStatus.FILLED: SlotStatus.RESERVED},
    SlotEvent.CLOSE: {SlotStatus.FILLED: SlotStatus.CLOSED},
}


def status_after(status: SlotStatus, event: SlotEvent) -> SlotStatus | None:
    """The status that the event leads to; None where it can't happen to a slot in that status."""
    return _LIFE[event].get(status)


def statuses_before(event: SlotEvent) -> tuple[SlotStatus, ...]:
    """The statuses in which the event can happen: what a guarded update asks for."""
    return tuple(_LIFE[event])
