"""What the bot says of a year's parts, and of what a number is made of."""

from datetime import date

from domain.breakdown import Breakdown
from domain.frozen import frozen
from domain.funnel import Funnel
from domain.goal_state import GoalState
from domain.role import Role
from domain.slot import SlotKind, Trade
from messages.slots.facts import SlotPage
from messages.template import template


@frozen
class PartNamed:
    """What one part of a year is of.

    Attributes:
        supplier: Empty for a trade, and for what is under no contract.
        registry_number: Of a contract.
        trade: Of a trade.
    """

    supplier: str = ""
    registry_number: str = ""
    trade: Trade | None = None


@frozen
class PartLine:
    """One part of a year.

    Attributes:
        offered: Places that were offered that year.
        begun: Places in which somebody began that year; None where the reader does not learn how many.
        is_few: Where it is None: whether it is told to be small.
        earlier: How many of them began outside Steget; 0 where the number itself is not told.
    """

    named: PartNamed
    offered: int
    begun: int | None
    is_few: bool
    earlier: int


@template("everyone_breakdown_listed")
@frozen
class BreakdownListed:
    """A page of a year's parts.

    Attributes:
        role: Whose view it is.
    """

    by: Breakdown
    year: int
    on: date
    role: Role
    lines: tuple[PartLine, ...]
    number: int
    pages: int


@template("everyone_part_shown")
@frozen
class PartShown:
    """One part of a year, and the offers that its numbers are made of.

    Attributes:
        role: Whose view it is; a supplier learns nothing of what became of anybody afterwards.
    """

    named: PartNamed
    year: int
    role: Role
    steps: Funnel
    begun: int
    earlier: int
    page: SlotPage


@frozen
class PlacementLine:
    """One placement.

    Attributes:
        on: The day on which somebody began or is to begin; None where nobody has said.
    """

    code: str
    supplier: str
    kind: SlotKind
    on: date | None


@template("everyone_state_shown")
@frozen
class StateShown:
    """What one number of the overview is made of.

    Attributes:
        lines: The placements; none for what is offered.
        page: The offers with a free place; None for the other states.
    """

    state: GoalState
    year: int
    lines: tuple[PlacementLine, ...]
    page: SlotPage | None
    number: int
    pages: int
