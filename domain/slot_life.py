"""A slot's life: from which status what can happen, and where it leads.

open ──claim──▶ reserved ──release──▶ open        open ──pause──▶ paused ──resume──▶ open
open, reserved or paused ──withdraw──▶ withdrawn  open, reserved or paused ──change or ask──▶ as it was
reserved ──start or go on──▶ reserved             (somebody has begun; or whoever has it is on it)
reserved ──find or unfind──▶ reserved             (the matcher has found somebody, or takes that back)
open, reserved or paused ──keep──▶ as it was      (the supplier says that it still holds)
open, reserved or paused ──adapt──▶ as it was     (somebody says what the workplace can be like)
reserved ──fill──▶ filled ──unfill──▶ reserved    (a start was taken back, or a place was left early)
filled or reserved ──close──▶ closed              (everyone who was in it has ended, and nobody else comes)
reserved ──hold──▶ closed                         (a visit or a lecture was held)
open, reserved or paused ──expire──▶ expired      (its time is over, and nobody has begun)
"""

from collections.abc import Collection
from enum import StrEnum

from domain.life import Life, Transition
from domain.placement import HAS_ENDED, LIVE, UNDER_WAY, PlacementStatus
from domain.slot import SlotStatus


class SlotEvent(StrEnum):
    """What can happen to a slot."""

    ASK = "ask"
    CLAIM = "claim"
    RELEASE = "release"
    PAUSE = "pause"
    RESUME = "resume"
    CHANGE = "change"
    ADAPT = "adapt"
    """Somebody says what the workplace can be like."""
    WITHDRAW = "withdraw"
    FIND = "find"
    """The matcher has found somebody; nobody writes about the slot from then on."""
    UNFIND = "unfind"
    START = "start"
    """A matcher says that somebody has begun."""
    FILL = "fill"
    UNFILL = "unfill"
    CLOSE = "close"
    """Everyone who was in it has ended, and nobody else comes."""
    HOLD = "hold"
    """A visit or a lecture was held."""
    GO_ON = "go_on"
    """Whoever has it says that they are on it."""
    KEEP = "keep"
    """The supplier says that it still holds."""
    EXPIRE = "expire"
    """Its time is over, and nobody has begun."""


_UNDER_OFFER = (SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED)

SLOT_LIFE = Life[SlotStatus, SlotEvent](
    {
        SlotEvent.ASK: Transition(_UNDER_OFFER),
        SlotEvent.CLAIM: Transition((SlotStatus.OPEN,), SlotStatus.RESERVED),
        SlotEvent.RELEASE: Transition((SlotStatus.RESERVED,), SlotStatus.OPEN),
        SlotEvent.PAUSE: Transition((SlotStatus.OPEN,), SlotStatus.PAUSED),
        SlotEvent.RESUME: Transition((SlotStatus.PAUSED,), SlotStatus.OPEN),
        SlotEvent.CHANGE: Transition(_UNDER_OFFER),
        SlotEvent.ADAPT: Transition(_UNDER_OFFER),
        SlotEvent.WITHDRAW: Transition(_UNDER_OFFER, SlotStatus.WITHDRAWN),
        SlotEvent.FIND: Transition((SlotStatus.RESERVED,)),
        SlotEvent.UNFIND: Transition((SlotStatus.RESERVED,)),
        SlotEvent.START: Transition((SlotStatus.RESERVED,)),
        SlotEvent.FILL: Transition((SlotStatus.RESERVED,), SlotStatus.FILLED),
        SlotEvent.UNFILL: Transition((SlotStatus.FILLED,), SlotStatus.RESERVED),
        SlotEvent.CLOSE: Transition((SlotStatus.FILLED, SlotStatus.RESERVED), SlotStatus.CLOSED),
        SlotEvent.HOLD: Transition((SlotStatus.RESERVED,), SlotStatus.CLOSED),
        SlotEvent.GO_ON: Transition((SlotStatus.RESERVED,)),
        SlotEvent.KEEP: Transition(_UNDER_OFFER),
        SlotEvent.EXPIRE: Transition(_UNDER_OFFER, SlotStatus.EXPIRED),
    }
)

_NOT_OVER = {*UNDER_WAY, *LIVE, PlacementStatus.DENIED} - set(HAS_ENDED)
"""Somebody is meant for it or in it, or a coordinator may yet say so."""


def is_done(placed: Collection[PlacementStatus], places: int, *, is_over: bool) -> bool:
    """Whether everyone who was in a slot has ended, and nobody else comes.

    That is so once its time is over; before that, only where each of its places was kept to its end: one that was left
    early can be filled again.
    """
    if not any(each in HAS_ENDED for each in placed) or any(each in _NOT_OVER for each in placed):
        return False
    return is_over or sum(each is PlacementStatus.COMPLETED for each in placed) >= places
