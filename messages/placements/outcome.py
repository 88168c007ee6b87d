"""What the bot asks the city's people about what became of somebody; no supplier ever reads it."""

from datetime import date

from domain.frozen import frozen
from domain.outcome import Outcome, OutcomeAfter
from messages.slots.facts import SlotFacts
from messages.template import template


@template("matcher_outcome_asked")
@frozen
class OutcomeAsked:
    """What became of somebody, with what each answer means; once it is said, that.

    Attributes:
        slot: Where they were.
        code: How the matcher knows whom it is about.
        after: How long after it is.
        ended_on: When the placement ended; None where it goes on, and is counted from its start.
        is_hired: The supplier said at the end that it has employed the person.
        outcome: What was said; None where nothing was.
        changeable_until: The day until which it can be changed.
    """

    slot: SlotFacts
    code: str
    after: OutcomeAfter
    ended_on: date | None
    is_hired: bool
    outcome: Outcome | None = None
    changeable_until: date | None = None
    is_again: bool = False
