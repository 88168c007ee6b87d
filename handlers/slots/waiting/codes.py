"""What the buttons of offers that wait carry, and how their messages are found again."""

from messages.button import data
from messages.label import Label
from storage.slots.slot import Slot

ASSIGN = "wg"
"""Carries the slot's id, its revision and the matcher's id."""

ON_IT = "wj"
STILL, NEW_DAY = "wy", "wd"
HELD, NOT_HELD, PLAN_DAY = "wh", "wn", "wpd"
EXPLAIN = "we"
RENEW = "wr"
"""These carry the slot's id and revision, as the other buttons of its card do."""

REASON = "wx"
"""Carries the slot's id, and the place of the reason among all."""


def key(slot: Slot, ends: str) -> str:
    """Names a message that asks about the slot."""
    return f"{key_begins(slot.id)}{slot.revision}:{ends}"


def key_begins(slot_id: int) -> str:
    """How the keys of all messages begin that ask about the slot."""
    return f"offer:{slot_id}:"


def way(label: str, code: str, slot: Slot) -> tuple[Label, str]:
    """A choice about the slot."""
    return Label(label), data(code, slot.id, slot.revision)
