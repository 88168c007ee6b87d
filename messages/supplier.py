"""What the bot says to supplier contacts."""

from dataclasses import dataclass

from messages.slots.facts import SlotFacts, SlotNews, SlotPage, SlotStanding
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
    """The slot is with the matchers.

    Attributes:
        slot: What is offered.
        city: Whose matchers.
        plan_of: The number of the contract whose plan is done with it; empty where none is.
    """

    slot: SlotFacts
    city: str
    plan_of: str


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


@template("supplier_slots_listed")
@dataclass(frozen=True)
class SlotsListed:
    """The supplier's own slots."""

    page: SlotPage


@template("supplier_slot_card")
@dataclass(frozen=True)
class SlotCard:
    """One of the supplier's own slots, and what is happening with it."""

    standing: SlotStanding
    news: SlotNews | None


@template("supplier_withdrawal_summary")
@dataclass(frozen=True)
class WithdrawalSummary:
    """What happens if the slot is taken back, before it is done."""

    slot: SlotFacts | None
    reason: str
    matcher: str
    complaint: str


@template("supplier_slot_withdrawn")
@dataclass(frozen=True)
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


@template("supplier_slot_released")
@dataclass(frozen=True)
class SlotReleased:
    """The matcher who had the slot can't go on with it; it is open to others."""

    slot: SlotFacts
    matcher: str
    contact: str


@template("supplier_inquiry_asked")
@dataclass(frozen=True)
class InquiryAsked:
    """A matcher has a question about a slot."""

    slot: SlotFacts
    matcher: str
    question: str


@template("supplier_answer_sent")
@dataclass(frozen=True)
class AnswerSent:
    """The answer is passed on."""

    matcher: str
    is_addition: bool
