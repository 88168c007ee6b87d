"""Which sort of list a file holds: contracts, or procurements that are planned."""

from collections.abc import Sequence

from domain.contract_sheet import Column, Refusal
from domain.frozen import frozen
from domain.plan_sheet import PlanColumn
from handlers.importing.contract_sort import CONTRACTS
from handlers.importing.headings import Headings, cell_at
from handlers.importing.list_in_file import FoundList, list_in
from handlers.importing.plan.sort import PLAN
from handlers.importing.sheet import Tab

FEWEST_COLUMNS = 2
"""A title alone makes no plan."""


@frozen
class EitherList:
    """It can't be told surely: it names suppliers, but lacks what a list of contracts must have.

    Attributes:
        headings: As it reads as a list of contracts.
    """

    headings: Headings[Column]


@frozen
class UnfitPlan:
    """It is a plan, but nothing can be read in it.

    Attributes:
        why: The headings where a column is there twice, or why there are no rows.
    """

    why: Headings[PlanColumn] | Refusal


@frozen
class PlanList:
    """A plan, and what is to be read of it."""

    found: FoundList[PlanColumn]


Either = FoundList[Column] | PlanList | Headings[Column] | EitherList | UnfitPlan | Refusal


def either_list(tabs: Sequence[Tab]) -> Either:
    """A list of contracts names suppliers; a plan has a title, no supplier, and at least as many columns of its own."""
    contracts = list_in(tabs, CONTRACTS)
    if isinstance(contracts, Refusal) or (isinstance(contracts, FoundList) and _names_suppliers(contracts)):
        return contracts
    plan = list_in(tabs, PLAN)
    if isinstance(contracts, FoundList):
        return PlanList(plan) if isinstance(plan, FoundList) else contracts
    if not _is_like_plan(plan, len(contracts.places)):
        return contracts
    if Column.SUPPLIER in contracts.places:
        return EitherList(contracts)
    return PlanList(plan) if isinstance(plan, FoundList) else UnfitPlan(plan)


def _names_suppliers(contracts: FoundList[Column]) -> bool:
    at = contracts.headings.places[Column.SUPPLIER]
    return any(cell_at(row, at) != "" for row in contracts.rows)


def _is_like_plan(plan: FoundList[PlanColumn] | Headings[PlanColumn] | Refusal, columns_of_contracts: int) -> bool:
    match plan:
        case Refusal():
            return plan in {Refusal.EMPTY, Refusal.TOO_MANY_ROWS}
        case FoundList(headings=headings):
            return len(headings.places) >= max(columns_of_contracts, FEWEST_COLUMNS)
    return not plan.missing and len(plan.places) >= max(columns_of_contracts, FEWEST_COLUMNS)
