"""What a supplier can answer to a proposed placement, from lists: nothing about a resident is ever written freely."""

from collections.abc import Mapping
from enum import StrEnum


class DeclineReason(StrEnum):
    """Why nothing came of a proposal, as the supplier or the matcher says."""

    NO_TIME = "no_time"
    """Nobody can be a supervisor just now."""
    START_DAY = "start_day"
    HOURS = "hours"
    TASKS = "tasks"
    """The tasks and the proposal don't fit each other."""
    LANGUAGE = "language"
    LICENCE = "licence"
    TAKEN = "taken"
    """The place has gone to somebody else."""
    CHANGED_MIND = "changed_mind"
    """Only for the matcher: the person wants something else."""
    OTHER = "other"


class WantsToKnow(StrEnum):
    """What a supplier may ask before it answers. The matcher answers from a list, or by phone."""

    START_DAY = "start_day"
    HOURS = "hours"
    SWEDISH = "swedish"
    LICENCE = "licence"
    ADAPTATIONS = "adaptations"
    AGREEMENT = "agreement"
    """Who decides, who pays, who insures."""


SUPPLIER_DECLINES = (
    DeclineReason.NO_TIME,
    DeclineReason.START_DAY,
    DeclineReason.HOURS,
    DeclineReason.TASKS,
    DeclineReason.LANGUAGE,
    DeclineReason.LICENCE,
    DeclineReason.TAKEN,
    DeclineReason.OTHER,
)
"""What a supplier chooses from."""

MATCHER_WITHDRAWS = (
    DeclineReason.START_DAY,
    DeclineReason.HOURS,
    DeclineReason.TASKS,
    DeclineReason.LANGUAGE,
    DeclineReason.LICENCE,
    DeclineReason.CHANGED_MIND,
    DeclineReason.OTHER,
)
"""What a matcher chooses from."""

TELLS_OF_A_PERSON = (DeclineReason.LANGUAGE, DeclineReason.LICENCE, DeclineReason.CHANGED_MIND)
"""Why a matcher lets it be is told to the supplier only where it says nothing of a person."""


class ToldAnswer(StrEnum):
    """What a matcher answers a supplier who wants to know more. None of it says why."""

    AS_PROPOSED = "as_proposed"
    EARLIER = "earlier"
    LATER = "later"
    AS_OFFERED = "as_offered"
    MORNINGS = "mornings"
    AFTERNOONS = "afternoons"
    SIMPLE_SWEDISH = "simple_swedish"
    GOOD_SWEDISH = "good_swedish"
    FLUENT_SWEDISH = "fluent_swedish"
    LICENCE = "licence"
    NO_LICENCE = "no_licence"
    NOTHING_SPECIAL = "nothing_special"
    WHEN_YOU_MEET = "when_you_meet"
    AS_USUAL = "as_usual"
    CALLS = "calls"
    """They say it by phone."""


ANSWERS: Mapping[WantsToKnow, tuple[ToldAnswer, ...]] = {
    WantsToKnow.START_DAY: (ToldAnswer.AS_PROPOSED, ToldAnswer.EARLIER, ToldAnswer.LATER),
    WantsToKnow.HOURS: (ToldAnswer.AS_OFFERED, ToldAnswer.MORNINGS, ToldAnswer.AFTERNOONS),
    WantsToKnow.SWEDISH: (ToldAnswer.SIMPLE_SWEDISH, ToldAnswer.GOOD_SWEDISH, ToldAnswer.FLUENT_SWEDISH),
    WantsToKnow.LICENCE: (ToldAnswer.LICENCE, ToldAnswer.NO_LICENCE),
    WantsToKnow.ADAPTATIONS: (ToldAnswer.NOTHING_SPECIAL, ToldAnswer.WHEN_YOU_MEET),
    WantsToKnow.AGREEMENT: (ToldAnswer.AS_USUAL, ToldAnswer.WHEN_YOU_MEET),
}
"""What can be answered to what, beside that the matcher calls."""
