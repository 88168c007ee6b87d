"""What the bot says of procurements that come into the plan."""

from domain.frozen import frozen
from domain.procurement import ProcurementFacts
from messages.template import template


@template("coordinator_planned_checked")
@frozen
class PlannedChecked:
    """What will be noted of a procurement.

    Attributes:
        is_changed: It is in the plan already.
        has_namesake: Another one in the plan has the same title.
    """

    told: ProcurementFacts
    is_changed: bool
    complaint: str
    has_namesake: bool = False


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
