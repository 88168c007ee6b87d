"""The list of procurements that are planned: which columns it has, and in which unit a column counts."""

from domain.pattern import Pattern
from domain.plan_sheet import MOST_PLANNED_ROWS, NEEDED, PlanColumn
from handlers.importing.list_sort import ListSort

THOUSAND, MILLION, MONTHS_OF_YEAR = 1_000, 1_000_000, 12
UNITS = "tkr, mkr, mnkr, tsek, ksek, msek, i tkr, i mkr, i mnkr, i tusental kronor, i miljoner kronor, i miljoner"
"""Amounts may be told in these, so a heading that names one is ours."""

_IN_THOUSANDS = Pattern(r"(?i)\b(?:tkr|tsek|ksek|tusen\w*)\b")
_IN_MILLIONS = Pattern(r"(?i)\b(?:mkr|mnkr|msek|milj\w*)\b")
_IN_MONTHS = Pattern(r"(?i)mån|month")
_IN_YEARS = Pattern(r"(?i)\bår\b|\byears?\b")

PLAN = ListSort(
    columns=PlanColumn,
    words="plan_column",
    needed=NEEDED,
    days=(PlanColumn.PLANNED_ON,),
    known_by=(PlanColumn.REGISTRY_NUMBER, PlanColumn.TITLE, PlanColumn.PLANNED_ON),
    most_rows=MOST_PLANNED_ROWS,
    other_unit=Pattern(r"(?i)\b(?:euro?|usd|dollar|timmar|hours)\b|€"),
    another=Pattern(r"(?i)\binkl|\bincl|\bmed option|\bmed förl|\bmax|nuvarande|befintlig|gammal|current"),
    extra=UNITS,
)


def kronor_in(heading: str) -> int:
    """What an amount below that heading counts where it names no unit itself."""
    if _IN_MILLIONS.search(heading):
        return MILLION
    return THOUSAND if _IN_THOUSANDS.search(heading) else 1


def months_in(heading: str) -> int | None:
    """What a bare number below that heading counts; None where the heading doesn't say."""
    if _IN_MONTHS.search(heading):
        return 1
    return MONTHS_OF_YEAR if _IN_YEARS.search(heading) else None
