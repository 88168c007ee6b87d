"""How long a matcher and a supplier write to each other about an offer: until somebody is found or proposed for it.

From then on there would be a person to write about, and nothing about a person may be written here.
"""

from datetime import timedelta
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from domain.turn.turn import Side

UNDO_FINDING_FOR = timedelta(minutes=10)
"""So long a matcher may take back that they have found somebody."""


class WritingEnd(StrEnum):
    """Why somebody can't write about an offer, or not any more."""

    FOUND = "found"
    """The matcher has found somebody."""
    PROPOSED = "proposed"
    """Somebody is proposed for it, and what becomes of that is said by buttons."""
    BEGUN = "begun"
    """Somebody has begun."""
    OVER = "over"
    """It is not under offer any more."""
    NOBODY = "nobody"
    """No matcher has it, so that the supplier has nobody to write to."""


@frozen
class WritingFacts:
    """How an offer stands.

    Attributes:
        status: Where it is on its way.
        is_held: A matcher has it.
        is_found: That matcher has found somebody.
        is_proposed: Somebody is proposed for a place in it, and nobody has said yet that nothing came of it.
        has_begun: Somebody has begun, as the matcher says, and nobody has said otherwise.
    """

    status: SlotStatus
    is_held: bool
    is_found: bool
    has_begun: bool
    is_proposed: bool = False


def end_of_writing(facts: WritingFacts) -> WritingEnd | None:
    """Why nobody writes about it any more; None where people do."""
    if facts.has_begun or facts.status in {SlotStatus.FILLED, SlotStatus.CLOSED}:
        return WritingEnd.BEGUN
    if not SLOT_LIFE.allows(facts.status, SlotEvent.ASK):
        return WritingEnd.OVER
    if facts.is_proposed:
        return WritingEnd.PROPOSED
    return WritingEnd.FOUND if facts.is_found else None


def end_of_asking(facts: WritingFacts, asker: Side) -> WritingEnd | None:
    """Why that side can't begin to write about it; None where it can."""
    end = end_of_writing(facts)
    has_nobody = asker is Side.SUPPLIER and not facts.is_held
    return WritingEnd.NOBODY if end is None and has_nobody else end
