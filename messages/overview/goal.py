"""What the bot says of goals themselves: setting one, and all that were ever set."""

from datetime import date

from domain.frozen import frozen
from domain.slot import SlotKind
from messages.template import template


@frozen
class GoalLine:
    """One of them.

    Attributes:
        set_by: Empty where nobody has: it is of a city that is made up.
        replaced_on: None for the one that is in force.
    """

    year: int
    number: int
    kinds: tuple[SlotKind, ...]
    decided_on: date
    registry_number: str
    set_by: str
    set_on: date
    replaced_on: date | None


@template("everyone_goals_listed")
@frozen
class GoalsListed:
    """A page of all goals that were ever set.

    Attributes:
        is_news: One was set just now.
    """

    goals: tuple[GoalLine, ...]
    number: int
    pages: int
    is_news: bool = False


@template("coordinator_goal_checked")
@frozen
class GoalChecked:
    """What will be the year's goal.

    Attributes:
        before: The number that it replaces; None where the year has no goal yet.
    """

    year: int
    number: int
    kinds: tuple[SlotKind, ...]
    decided_on: date
    registry_number: str
    before: int | None
    complaint: str
