"""What a plan lists: procurements, a row each, and what is wrong with the others."""

from datetime import date

from domain.contract_sheet import Slip
from domain.frozen import frozen
from domain.plan_sheet import PlanColumn
from domain.procurement import Requirement
from domain.slot import Trade


@frozen
class PlanMistake:
    """Something that is wrong in a row.

    Attributes:
        about: What it does not agree with, where it is wrong for that alone.
    """

    row: int
    column: PlanColumn
    slip: Slip
    about: str = ""


@frozen
class SaidOfRequirements:
    """What a row says of the requirements that are set already.

    Attributes:
        all_of_them: Those in the column for all; None where that is blank.
        with_yes: Those whose own column says yes.
        with_no: Those whose own column says no.
        is_no_to_all: Every such column that the list has says no.
    """

    all_of_them: tuple[Requirement, ...] | None = None
    with_yes: tuple[Requirement, ...] = ()
    with_no: tuple[Requirement, ...] = ()
    is_no_to_all: bool = False

    def after(self, known: tuple[Requirement, ...] | None) -> tuple[Requirement, ...] | None:
        """What is set in the end; what the row leaves blank it does not speak of."""
        before = known if self.all_of_them is None else self.all_of_them
        if before is None and not self.with_yes:
            return () if self.is_no_to_all else None
        wanted = {*(before or ()), *self.with_yes} - {*self.with_no}
        return tuple(each for each in Requirement if each in wanted)


@frozen
class ListedProcurement:
    """One row: what it leaves blank is None, and may be known already."""

    row: int
    title: str
    trade: Trade | None = None
    value: int | None = None
    planned_on: date | None = None
    months: int | None = None
    headcount: int | None = None
    labour_share: int | None = None
    requirements: SaidOfRequirements = SaidOfRequirements()
    registry_number: str | None = None


@frozen
class PlanListing:
    """All of a plan.

    Attributes:
        procurements: The rows that are right.
        mistakes: What is wrong, in the order of the rows.
        wrong: In how many rows something is.
    """

    procurements: tuple[ListedProcurement, ...]
    mistakes: tuple[PlanMistake, ...]
    wrong: int
