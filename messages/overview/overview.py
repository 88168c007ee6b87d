"""What the bot says of a year: how far it is to the goal, in the words of the picture above it."""

from datetime import date

from domain.frozen import frozen
from domain.slot import SlotKind
from domain.way_to_goal import WayToGoal
from messages.pictures.goal import GoalPicture
from messages.pictures.year import YearPicture
from messages.template import template


@frozen
class GoalDecided:
    """By what the year's goal is one."""

    decided_on: date
    registry_number: str


@frozen
class OwnPlacements:
    """What a matcher has done this year, and what waits for them.

    Attributes:
        confirmed: Starts in what they have taken on, as both sides say.
        begun: Starts that the supplier has not confirmed.
        under_way: Residents proposed or agreed.
        waiting: Offers in which the next thing is theirs to do.
    """

    confirmed: int
    begun: int
    under_way: int
    waiting: int

    @property
    def is_something(self) -> bool:
        """Whether there is anything of theirs to tell of."""
        return any((self.confirmed, self.begun, self.under_way, self.waiting))


@template("everyone_overview_shown")
@frozen
class OverviewShown:
    """How far the city is, all of the picture in words.

    Attributes:
        kinds: The kinds of places that count towards the goal.
        decided: None where no goal is set.
        way: None where nothing can be reckoned.
        own: What is a matcher's own.
        tells_small: Whether small numbers are told: to staff, and to nobody who may take them elsewhere.
    """

    picture: GoalPicture
    kinds: tuple[SlotKind, ...]
    decided: GoalDecided | None
    way: WayToGoal | None
    own: OwnPlacements | None
    tells_small: bool


@frozen
class OwnYear:
    """What a supplier has given in a year, in places and starts, never in residents.

    Attributes:
        offered: Places that it offered this year.
        taken: Those of them that a matcher has, or had.
        begun: Places in which somebody began this year, as both sides say.
        unconfirmed: Starts that it has not confirmed.
        earlier: How many more began outside Steget.
    """

    offered: int
    taken: int
    begun: int
    unconfirmed: int
    earlier: int

    @property
    def total(self) -> int:
        """All that began."""
        return self.begun + self.earlier


@template("supplier_overview_shown")
@frozen
class SupplierOverview:
    """What a supplier has given, and how far the city is.

    Attributes:
        goal: The city's; None where none is set.
        picture: The city's; None where its numbers would tell of single people with other suppliers.
    """

    year: int
    on: date
    own: OwnYear
    goal: int | None
    kinds: tuple[SlotKind, ...]
    picture: GoalPicture | None


@template("everyone_year_shown")
@frozen
class YearShown:
    """A year month by month, all of the picture in words."""

    picture: YearPicture
