"""What the bot says to a supplier contact who reports a slot."""

from domain.frozen import frozen
from domain.slot import SlotKind
from messages.slots.facts import SlotFacts
from messages.template import template


@template("supplier_report_summary")
@frozen
class ReportSummary:
    """All answers, before they are sent."""

    slot: SlotFacts
    complaint: str


@template("supplier_slot_sent")
@frozen
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
@frozen
class OfferHeard:
    """A supplier has written that there is something to offer; the button under it begins the report.

    Attributes:
        kind: Which kind was named; None where none was, or several.
    """

    kind: SlotKind | None


@template("supplier_slot_undone")
@frozen
class SlotUndone:
    """The supplier has taken the slot back, before anybody took it on."""

    slot: SlotFacts
