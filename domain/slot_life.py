"""A slot's life: from which status what can happen, and where it leads.

open ──claim──▶ reserved ──release──▶ open        open ──pause──▶ paused ──resume──▶ open
open, reserved or paused ──withdraw──▶ withdrawn  open, reserved or paused ──change or ask──▶ as it was
reserved ──start──▶ reserved                      (somebody has begun; the supplier is asked)
reserved ──fill──▶ filled ──close──▶ closed       filled ──unfill──▶ reserved   (a start was taken back)
"""

from enum import StrEnum

from domain.life import Life, Way
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

SLOT_LIFE = Life[SlotStatus, SlotEvent](
    {
        SlotEvent.ASK: Way(_UNDER_OFFER),
        SlotEvent.CLAIM: Way((SlotStatus.OPEN,), SlotStatus.RESERVED),
        SlotEvent.RELEASE: Way((SlotStatus.RESERVED,), SlotStatus.OPEN),
        SlotEvent.PAUSE: Way((SlotStatus.OPEN,), SlotStatus.PAUSED),
        SlotEvent.RESUME: Way((SlotStatus.PAUSED,), SlotStatus.OPEN),
        SlotEvent.CHANGE: Way(_UNDER_OFFER),
        SlotEvent.WITHDRAW: Way(_UNDER_OFFER, SlotStatus.WITHDRAWN),
        SlotEvent.START: Way((SlotStatus.RESERVED,)),
        SlotEvent.FILL: Way((SlotStatus.RESERVED,), SlotStatus.FILLED),
        SlotEvent.UNFILL: Way((SlotStatus.FILLED,), SlotStatus.RESERVED),
        SlotEvent.CLOSE: Way((SlotStatus.FILLED,), SlotStatus.CLOSED),
    }
)
