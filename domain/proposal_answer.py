"""What a supplier can answer to a proposed placement, from lists: nothing about a resident is ever written freely."""

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
