"""A slot's life: from which status what can happen, and where it leads.

open ──claim──▶ reserved ──release──▶ open        open ──pause──▶ paused ──resume──▶ open
open, reserved or paused ──withdraw──▶ withdrawn  open, reserved or paused ──change or ask──▶ as it was
reserved ──start or go on──▶ reserved             (somebody has begun; or whoever has it is on it)
reserved ──find or unfind──▶ reserved             (the matcher has found somebody, or takes that back)
open, reserved or paused ──keep──▶ as it was      (the supplier says that it still holds)
open, reserved or paused ──adapt──▶ as it was     (somebody says what the workplace can be like)
reserved ──fill──▶ filled ──close──▶ closed       filled ──unfill──▶ reserved   (a start was taken back)
reserved ──hold──▶ closed                         (a visit or a lecture was held)
open, reserved or paused ──expire──▶ expired      (its time is over, and nobody has begun)
"""

from enum import StrEnum

from domain.life import Life, Transition
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
        SlotEvent.CLOSE: Transition((SlotStatus.FILLED,), SlotStatus.CLOSED),
        SlotEvent.HOLD: Transition((SlotStatus.RESERVED,), SlotStatus.CLOSED),
        SlotEvent.GO_ON: Transition((SlotStatus.RESERVED,)),
        SlotEvent.KEEP: Transition(_UNDER_OFFER),
        SlotEvent.EXPIRE: Transition(_UNDER_OFFER, SlotStatus.EXPIRED),
    }
)
