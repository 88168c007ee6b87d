"""What the bot says of one slot to somebody who looks at it."""

from domain.frozen import frozen
from messages.slots.facts import SlotNews, SlotStanding
from messages.template import template


@template("supplier_slot_card")
@frozen
class SupplierSlotCard:
    """One of the supplier's own slots, and what is happening with it.

    Attributes:
        reach: Whom at the city to call or write to about it; empty where nobody has it.
        city_contact: Whom to turn to where nothing is known of that one.
    """

    standing: SlotStanding
    news: SlotNews | None
    reach: str = ""
    city_contact: str = ""


@template("matcher_slot_card")
@frozen
class MatcherSlotCard:
    """One slot, and how it stands for this matcher.

    Attributes:
        reach: Whom at the supplier to call or write to, for whoever has it; empty for everybody else.
        city_contact: Whom to turn to where nothing is known of that one.
    """

    standing: SlotStanding
    news: SlotNews | None
    reach: str = ""
    city_contact: str = ""


@template("coordinator_slot_card")
@frozen
class CoordinatorSlotCard:
    """One slot and how it stands, to look at."""

    standing: SlotStanding
    news: SlotNews | None
