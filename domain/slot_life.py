"""A slot's life: from which status what can happen, and where it leads.

open ──claim──▶ reserved ──release──▶ open        open ──pause──▶ paused ──resume──▶ open
open, reserved or paused ──withdraw──▶ withdrawn  open, reserved or paused ──change or ask──▶ as it was
reserved ──start──▶ reserved                      (somebody has begun; the supplier is asked)
reserved ──find or unfind──▶ reserved             (the matcher has found somebody, or takes that back)
reserved ──fill──▶ filled ──close──▶ closed       filled ──unfill──▶ reserved   (a start was taken back)
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
    WITHDRAW = "withdraw"
    FIND = "find"
    """The matcher has found somebody; nobody writes about the slot from then on."""
    UNFIND = "unfind"
    START = "start"
    """A matcher says that somebody has begun."""
    FILL = "fill"
    UNFILL = "unfill"
    CLOSE = "close"


_UNDER_OFFER = (SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED)

SLOT_LIFE = Life[SlotStatus, SlotEvent](
    {
        SlotEvent.ASK: Transition(_UNDER_OFFER),
        SlotEvent.CLAIM: Transition((SlotStatus.OPEN,), SlotStatus.RESERVED),
        SlotEvent.RELEASE: Transition((SlotStatus.RESERVED,), SlotStatus.OPEN),
        SlotEvent.PAUSE: Transition((SlotStatus.OPEN,), SlotStatus.PAUSED),
        SlotEvent.RESUME: Transition((SlotStatus.PAUSED,), SlotStatus.OPEN),
        SlotEvent.CHANGE: Transition(_UNDER_OFFER),
        SlotEvent.WITHDRAW: Transition(_UNDER_OFFER, SlotStatus.WITHDRAWN),
        SlotEvent.FIND: Transition((SlotStatus.RESERVED,)),
        SlotEvent.UNFIND: Transition((SlotStatus.RESERVED,)),
        SlotEvent.START: Transition((SlotStatus.RESERVED,)),
        SlotEvent.FILL: Transition((SlotStatus.RESERVED,), SlotStatus.FILLED),
        SlotEvent.UNFILL: Transition((SlotStatus.FILLED,), SlotStatus.RESERVED),
        SlotEvent.CLOSE: Transition((SlotStatus.FILLED,), SlotStatus.CLOSED),
    }
)
