"""What the bot says to a supplier contact who reports a slot."""

from dataclasses import dataclass

from domain.slot import SlotKind
from messages.slots.facts import SlotFacts
from messages.template import template


@template("supplier_report_summary")
@dataclass(frozen=True)
class ReportSummary:
    """All answers, before they are sent."""

    slot: SlotFacts
    complaint: str


@template("supplier_slot_sent")
@dataclass(frozen=True)
class SlotSent:
    """The slot is with the matchers.

    Attributes:
        slot: What is offered.
        city: Whose matchers.
        plan_of: The number of the contract whose plan is done with it; empty where none is.
    """

    slot: SlotFacts
    city: str
    plan_of: str


@template("supplier_offer_heard")
@dataclass(frozen=True)
class OfferHeard:
    """A supplier has written that there is something to offer; the button under it begins the report.

    Attributes:
        kind: Which kind was named; None where none was, or several.
    """

    kind: SlotKind | None


@template("supplier_slot_undone")
@dataclass(frozen=True)
class SlotUndone:
    """The supplier has taken the slot back, before anybody took it on."""

    slot: SlotFacts
