"""Obligations: what follows from a contract, each with a day by which it is due."""

from enum import IntEnum, StrEnum

LONGEST_REASON = 300
"""Characters, of why something is waived or why there is nothing to offer."""

LONGEST_TITLE = 160
"""Characters, of what was agreed in the people's own words."""


class ObligationKind(StrEnum):
    """What is to be done."""

    START_UP = "start_up"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    ANNUAL_REVIEW = "annual_review"
    CLOSE_OUT = "close_out"
    PLACES = "places"
    """So many places of a kind by a day: an employment requirement."""
    ACTION = "action"
    """What was agreed in a meeting, or added by a coordinator, in words of their own."""


MEETINGS = (
    ObligationKind.START_UP,
    ObligationKind.FOLLOW_UP,
    ObligationKind.ANNUAL_REVIEW,
    ObligationKind.CLOSE_OUT,
)
"""These are fulfilled by a dialogue meeting that is held."""


class ObligationStatus(StrEnum):
    """How an obligation stands. None of these says that a promise was broken: people judge that."""

    OPEN = "open"
    ESCALATED = "escalated"
    """A coordinator has been asked to decide what happens now."""
    FORMAL = "formal"
    """A coordinator follows it up outside the bot, which is silent about it."""
    FULFILLED = "fulfilled"
    WAIVED = "waived"
    BEFORE = "before"
    """It was due before the contract came into Steget."""
    DROPPED = "dropped"
    """The contract has changed, and does not ask for it any more."""


TO_BE_DONE = (ObligationStatus.OPEN, ObligationStatus.ESCALATED, ObligationStatus.FORMAL)
"""Somebody still waits for it."""


class Rung(IntEnum):
    """The steps of the ladder for an obligation that is not fulfilled, the lowest first."""

    NONE = 0
    REMINDER = 1
    """Friendly, before the day."""
    NUDGE = 2
    """On the day."""
    SECOND_CONTACT = 3
    """The second contact of the contract hears of it too."""
    COORDINATOR = 4
    """The coordinator decides, with the whole history."""
