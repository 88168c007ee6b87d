"""A procurement: what the city plans to buy, as far as its plan tells, and what was decided of it."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import Trade

LONGEST_DECISION_REASON = 500
MOST_HEADCOUNT = 1_000


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


@frozen
class ProcurementFacts:
    """What is known of a procurement that is planned; None for what nobody has said.

    Attributes:
        value: Kronor.
        planned_on: When the contract is to begin.
        months: How long it is to run, options not counted.
        headcount: How many people the work needs at once.
        labour_share: How many percent of its value are people's work.
        requirements: The sorts of requirements that are set already.
    """

    title: str = ""
    trade: Trade | None = None
    value: int | None = None
    planned_on: date | None = None
    months: int | None = None
    headcount: int | None = None
    labour_share: int | None = None
    requirements: tuple[Requirement, ...] | None = None
    registry_number: str | None = None

    @property
    def work_a_month(self) -> int | None:
        """What its work costs a month, in kronor; the city knows what an employee costs, no rule here does."""
        if self.value is None or self.labour_share is None or not self.months:
            return None
        return self.value * self.labour_share // 100 // self.months
