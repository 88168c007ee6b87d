"""What the bot says when a supplier takes a slot back."""

from domain.frozen import frozen
from messages.slots.facts import SlotFacts
from messages.template import template


@template("supplier_withdrawal_summary")
@frozen
class WithdrawalSummary:
    """What happens if the slot is taken back, before it is done.

    Attributes:
        begun: In how many of its places somebody has begun.
    """

    slot: SlotFacts | None
    reason: str
    matcher: str
    complaint: str
    begun: int = 0


@template("supplier_slot_withdrawn")
@frozen
class SlotWithdrawn:
    """The slot is taken back, for a reason.

    Attributes:
        slot: What was offered.
        reason: Why.
        plan_of: The number of the contract whose plan is open again; empty where none is.
    """

    slot: SlotFacts
    reason: str
    plan_of: str


@template("matcher_slot_withdrawn")
@frozen
class ClaimedSlotWithdrawn:
    """The supplier has taken back a slot that this matcher had."""

    slot: SlotFacts
    reason: str
