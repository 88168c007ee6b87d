"""What the bot says to staff who fill in an offer for a supplier."""

from datetime import date

from domain.frozen import frozen
from domain.hearsay import HeardBy
from messages.slots.facts import SlotFacts
from messages.template import template


@template("everyone_heard_offer_summary")
@frozen
class HeardOfferSummary:
    """All answers, and who gave them, before they are sent."""

    slot: SlotFacts
    supplier: str
    speaker: str
    how: HeardBy
    on: date
    complaint: str
