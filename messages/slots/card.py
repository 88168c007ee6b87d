"""What the bot says of one slot to somebody who looks at it."""

from dataclasses import dataclass

from messages.slots.facts import SlotNews, SlotStanding
from messages.template import template


@template("supplier_slot_card")
@dataclass(frozen=True)
class SupplierSlotCard:
    """One of the supplier's own slots, and what is happening with it."""

    standing: SlotStanding
    news: SlotNews | None


@template("matcher_slot_card")
@dataclass(frozen=True)
class MatcherSlotCard:
    """One slot, and how it stands for this matcher."""

    standing: SlotStanding
    news: SlotNews | None


@template("coordinator_slot_card")
@dataclass(frozen=True)
class CoordinatorSlotCard:
    """One slot and how it stands, to look at."""

    standing: SlotStanding
    news: SlotNews | None
