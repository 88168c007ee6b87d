"""What the bot says to supplier contacts."""

from dataclasses import dataclass

from messages.slot_facts import SlotFacts
from messages.template import template


@template("supplier_report_summary")
@dataclass(frozen=True)
class Summary:
    """All answers, before they are sent."""

    slot: SlotFacts
    complaint: str


@template("supplier_slot_sent")
@dataclass(frozen=True)
class SlotSent:
    """The slot is with the matchers."""

    slot: SlotFacts
    city: str


@template("supplier_slot_claimed")
@dataclass(frozen=True)
class SlotClaimed:
    """A matcher has taken the slot on and will be in touch."""

    slot: SlotFacts
    matcher: str
    contact: str


@template("supplier_slot_waiting")
@dataclass(frozen=True)
class SlotWaiting:
    """Nobody has taken the slot on yet; the matchers have been asked again."""

    slot: SlotFacts
    contact: str


@template("supplier_slot_undone")
@dataclass(frozen=True)
class SlotUndone:
    """The supplier has taken the slot back, before anybody took it on."""

    slot: SlotFacts


@template("supplier_undo_too_late")
@dataclass(frozen=True)
class UndoTooLate:
    """It can't be undone any more, but withdrawn with a reason."""

    slot: SlotFacts
