"""A procurement: what the city plans to buy, as far as its plan tells, and what was decided of it."""

from enum import StrEnum

LONGEST_DECISION_REASON = 500


class Requirement(StrEnum):
    """What a procurement asks for already, beside the goods or the work: the four sorts of the city's policy."""

    SOCIAL = "social"
    ENVIRONMENTAL = "environmental"
    HEALTH = "health"
    ETHICAL = "ethical"


class Level(StrEnum):
    """How far a procurement goes with social requirements (domain.md §9.8): basic, advanced, leading; or not."""

    NONE = "none"
    DIALOGUE = "dialogue"
    NUMBERS = "numbers"
    BONUS = "bonus"
