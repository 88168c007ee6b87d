"""What a cell of a plan means. What is not surely that is a slip, with its reason."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from domain.contract_sheet import LONGEST_TITLE, Slip
from domain.language import Language
from domain.pattern import Pattern
from domain.plan_sheet import SORTS_APART, PlanColumn
from domain.planned_start import period_meant
from domain.procurement import MOST_HEADCOUNT, Requirement
from domain.secrecy import FieldPolicy
from domain.slot import Trade
from domain.typed_amount import LEAST_VALUE, MOST_VALUE, understood_amount
from domain.typed_months import understood_months
from domain.typed_share import understood_share
from handlers.importing.day_in_cell import day_in
from handlers.importing.headings import plain
from handlers.importing.plan.sort import kronor_in, months_in
from handlers.importing.reader import Reading, any_text, one_of, read_by, registry_number
from handlers.importing.sheet import Cell
from messages.label import wordings

SURELY_MONTHS = 10
"""More than so many years nothing runs, so a larger bare number counts months."""

YES = {"ja", "j", "x", "1", "yes", "y", "sant", "true"}
NO = {"nej", "n", "no", "inga", "inget", "none", "falskt", "false"}
_HEADCOUNT = Pattern(
    r"(?:(?:ca|cirka|about)\.? )?(?P<number>\d{1,4})(?:[.,]0+)? ?"
    r"(?:st|pers|personer|anställda|årsarbetare|people|staff)?\.?"
)
_BETWEEN = Pattern(r"\s*(?:[,;/+&]|\boch\b|\band\b|\n)\s*")
_BEHIND = ("krav", "hänsyn", "requirements", "requirement", "considerations", "criteria")


def read(column: PlanColumn, cell: Cell, heading: str) -> Reading:
    """What a cell means in its column, below that heading."""
    reader = _READERS.get(column) or _BY_HEADING[column](heading)
    return read_by(reader, column, cell, nought_says=column is PlanColumn.LABOUR_SHARE)


def _amount_in(heading: str) -> Callable[[Cell, str], Reading]:
    unit = kronor_in(heading)

    def reader(cell: Cell, written: str) -> Reading:
        amount = round(cell * unit) if isinstance(cell, float) else understood_amount(written, unit=unit)
        if amount is None or not 0 <= amount <= MOST_VALUE:
            return Slip.NOT_AN_AMOUNT
        if not amount:
            return None
        return amount if amount >= LEAST_VALUE else Slip.AMOUNT_TOO_SMALL

    return reader


def _months_in(heading: str) -> Callable[[Cell, str], Reading]:
    unit = months_in(heading)

    def reader(cell: Cell, written: str) -> Reading:
        is_bare = isinstance(cell, float) or written.replace(",", ".").replace(".", "", 1).isdecimal()
        if is_bare and unit is None and float(written.replace(",", ".")) <= SURELY_MONTHS:
            return Slip.MONTHS_OR_YEARS
        months = understood_months(written, unit=unit or 1)
        return Slip.NOT_MONTHS if months is None else months

    return reader


def _start(cell: Cell, written: str) -> date | Slip:
    """A month or a quarter means its first day."""
    period = period_meant(written)
    day = period.first if period else day_in(cell, written)
    return Slip.NOT_A_START if isinstance(day, Slip) else day


def _headcount(_cell: Cell, written: str) -> int | Slip:
    match = _HEADCOUNT.fullmatch(written.casefold())
    number = int(match["number"]) if match else 0
    return number if 0 < number <= MOST_HEADCOUNT else Slip.NOT_A_HEADCOUNT


def _share(cell: Cell, written: str) -> int | Slip:
    """A spreadsheet keeps 40 % as 0.4; what it shows as 1 may be one percent or all of it."""
    if isinstance(cell, float) and 0 < cell <= 1:
        return round(cell * 100) if cell < 1 else Slip.NOT_A_SHARE
    share = understood_share(written)
    return Slip.NOT_A_SHARE if share is None else share


def _requirements(_cell: Cell, written: str) -> tuple[Requirement, ...] | Slip:
    """Several names of requirements, or that there are none."""
    if plain(written) in NO | {"ingakrav", "ingakravän", "noneyet"}:
        return ()
    found = [_sorts().get(_bare(part)) for part in _BETWEEN.split(written) if part]
    if not found or None in found:
        return Slip.NOT_A_REQUIREMENT
    return tuple(each for each in Requirement if each in found)


def _bare(name: str) -> str:
    """A requirement's name without what all are called: "Sociala krav" is "sociala"."""
    written = plain(name)
    return next((written.removesuffix(each) for each in _BEHIND if written.endswith(each) and written != each), written)


@cache
def _sorts() -> Mapping[str, Requirement]:
    """Each sort of requirement by its names, as headings may have them too."""
    named: dict[str, Requirement] = {}
    for words in map(wordings, Language):
        for column, requirement in SORTS_APART.items():
            others = words.get(f"plan_column_also.{column}", "").split(", ")
            named |= {_bare(name): requirement for name in (words[f"plan_column.{column}"], *others) if name}
    return named


def _yes_or_no(_cell: Cell, written: str) -> bool | Slip:
    if plain(written) in YES:
        return True
    return False if plain(written) in NO else Slip.NOT_YES_OR_NO


_READERS: Mapping[PlanColumn, Callable[[Cell, str], Reading]] = {
    PlanColumn.TITLE: any_text(LONGEST_TITLE, FieldPolicy.WORKPLACE_TEXT),
    PlanColumn.TRADE: one_of("trade", Trade, Slip.NOT_A_TRADE),
    PlanColumn.PLANNED_ON: _start,
    PlanColumn.HEADCOUNT: _headcount,
    PlanColumn.LABOUR_SHARE: _share,
    PlanColumn.REQUIREMENTS: _requirements,
    PlanColumn.REGISTRY_NUMBER: registry_number,
    **dict.fromkeys(SORTS_APART, _yes_or_no),
}
_BY_HEADING: Mapping[PlanColumn, Callable[[str], Callable[[Cell, str], Reading]]] = {
    PlanColumn.VALUE: _amount_in,
    PlanColumn.MONTHS: _months_in,
}
"""What these count, their heading may say."""
