"""What a file would change in a contract, in words: "Slut: tills vidare (var 30 november 2028)"."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from domain.contract_sheet import Column
from domain.frozen import frozen
from domain.language import Language
from domain.plan_sheet import PlanColumn
from domain.slot import SlotKind
from messages import formats
from messages.label import Label, wordings


@frozen
class ChangeLine:
    """One thing that would be otherwise; days and codes as they are kept.

    Attributes:
        before: Empty where there was nothing.
        after: Empty where there would be nothing.
    """

    column: Column
    before: str
    after: str


@frozen
class PlanChangeLine:
    """The same of a procurement that is planned."""

    column: PlanColumn
    before: str
    after: str


NOTHING_SET = "none"
"""How it is written that there are no requirements; where nobody knows, nothing is."""


@frozen
class NewLine:
    """A contract that would be new, as it is named in a list.

    Attributes:
        named: Its number, its title and its supplier.
        is_foreign: Whether the supplier's organisation number is another country's, which nobody can check here.
    """

    named: str
    is_foreign: bool


@frozen
class ChangedLine:
    """A contract that would be otherwise, as it is named in a list.

    Attributes:
        named: Its number and its supplier.
        more: How many changes there are besides.
    """

    named: str
    changes: tuple[ChangeLine, ...]
    more: int


@frozen
class NewRow:
    """A contract that would be new, as it stands in a sheet."""

    number: str
    title: str
    supplier: str


@frozen
class ChangedRow:
    """A contract that would be otherwise, as it stands in a sheet: a row for each change."""

    number: str
    supplier: str
    changes: tuple[ChangeLine, ...]


def changed(line: ChangeLine | PlanChangeLine, language: Language) -> str:
    """What it would be, and what it was."""
    before, after = value(line.before, line.column, language), value(line.after, line.column, language)
    words = wordings(language)
    if not before:
        return after or words["import_change.filled"]
    return f"{after or words['import_change.nothing']} ({words['import_change.was']} {before})"


def value(written: str, column: Column | PlanColumn, language: Language) -> str:
    """What stands there, in words; as it is where it is in people's own."""
    if not written:
        return wordings(language)[f"no_value.{column}"] if column in {Column.ENDS_ON, Column.PLACES} else ""
    with suppress(ValueError, KeyError):
        return _WORDED.get(column, _as_it_is)(written, language)
    return written


def _as_it_is(written: str, _language: Language) -> str:
    return written


def _day(written: str, language: Language) -> str:
    return formats.day(date.fromisoformat(written), language)


def _amount(written: str, language: Language) -> str:
    return formats.kronor(int(written), language)


def _requirement(written: str, language: Language) -> str:
    """So many of a kind by a day, as "2 internship 2027-06-01"."""
    number, kind, day = written.split(" ")
    table = "places_one" if number == "1" else "places_many"
    places = Label(f"{table}.{SlotKind(kind)}", text=number).worded(language)
    return f"{places}, {wordings(language)['import_change.by']} {_day(day, language)}"


def _choice(table: str) -> Callable[[str, Language], str]:
    return lambda written, language: wordings(language)[f"{table}.{written}"]


def _months(written: str, language: Language) -> str:
    return Label("planned.month" if written == "1" else "planned.months", text=written).worded(language)


def _share(written: str, _language: Language) -> str:
    return f"{written} %"


def _requirements(written: str, language: Language) -> str:
    """Several, by their codes, or that there are none."""
    words = wordings(language)
    if written == NOTHING_SET:
        return words["planned.nothing_set"]
    return ", ".join(words[f"requirement.{code}"].lower() for code in written.split(" "))


_WORDED: Mapping[Column | PlanColumn, Callable[[str, Language], str]] = {
    Column.STARTS_ON: _day,
    Column.ENDS_ON: _day,
    Column.VALUE: _amount,
    Column.PLACES: _requirement,
    Column.TRADE: _choice("trade"),
    Column.CLAUSE: _choice("clause"),
    Column.CADENCE: _choice("cadence"),
    Column.COUNTING: _choice("counting"),
    Column.COUNTS_FROM: _choice("counts_from"),
    PlanColumn.PLANNED_ON: _day,
    PlanColumn.MONTHS: _months,
    PlanColumn.LABOUR_SHARE: _share,
    PlanColumn.REQUIREMENTS: _requirements,
}
