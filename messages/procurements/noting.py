"""What the bot says of procurements that come into the plan."""

from datetime import date

from domain.frozen import frozen
from domain.procurement import Requirement
from domain.slot import Trade
from messages.template import template


@frozen
class PlannedFacts:
    """A procurement as it is told; None where somebody was asked and did not know.

    Attributes:
        requirements: Those that are set already; None where nobody knows, empty where there are none.
    """

    title: str
    trade: Trade | None = None
    value: int | None = None
    planned_on: date | None = None
    months: int | None = None
    headcount: int | None = None
    labour_share: int | None = None
    requirements: tuple[Requirement, ...] | None = None
    registry_number: str | None = None


@template("coordinator_planned_checked")
@frozen
class PlannedChecked:
    """What will be noted of a procurement.

    Attributes:
        is_changed: It is in the plan already.
    """

    told: PlannedFacts
    is_changed: bool
    complaint: str


@template("coordinator_planned_noted")
@frozen
class PlannedNoted:
    """A procurement is in the plan, or what is known of it was changed."""

    title: str
    is_changed: bool


@template("coordinator_planned_number_taken")
@frozen
class PlannedNumberTaken:
    """The registry number is another procurement's.

    Attributes:
        is_away: That one will not be bought, somebody has said.
    """

    number: str
    title: str
    is_away: bool = False


@template("coordinator_plan_explained")
@frozen
class PlanExplained:
    """How a plan comes in as a file; the sheet to fill in is attached."""
