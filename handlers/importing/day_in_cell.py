"""The day that a cell means: a contract's start, its end or that it has none, the last day of a requirement."""

import re
from datetime import date, timedelta

from domain.contract_sheet import End, Slip
from domain.typed_date import understood
from handlers.importing.headings import plain
from handlers.importing.sheet import Cell

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
ANOTHER_DAY = date(2031, 7, 4)
"""Seen from two days so far apart, only a text that says its year means the same."""

EXCEL_BEGINS = date(1899, 12, 30)
"""Day 0 of a spreadsheet, for cells that hold a day but are not shown as one."""

OPEN_ENDS = {
    *("tillsvidare", "tv", "löpande", "löpandeavtal", "löpertillsvidare", "gällertillsvidare", "ingetslut"),
    *("ingetslutdatum", "tillsvidareavtal", "untilfurthernotice", "ongoing", "noend", "noenddate", "openended"),
}
NO_DAY_OF_A_CONTRACT = date(2099, 12, 31)
"""Systems that must have a day write this, or 9999-12-31, where there is no end."""

_TIME_BEHIND = re.compile(r"[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?$")
_SHORT_YEAR = re.compile(r"^(\d{1,2}/\d{1,2})-(\d\d)$")
"""Only here two figures are surely the year: "30/11-28", and not "28-11-30"."""

_YEAR = re.compile(r"(?:19|20|99)\d{2}")
_MAY_GO_ON = re.compile(
    r"option|förl|prolong|exten|möjlig|därefter|längst|\+ *\d|\d *\+|tills ?vidare|\bt\.? ?v\b|löpande|ongoing|further",
    re.IGNORECASE,
)


def day_in(cell: Cell, written: str) -> date | Slip:
    """A day of a year that a contract may have."""
    found = _day_written(cell, written)
    return found if found is not None and EARLIEST <= found <= LATEST else Slip.NOT_A_DAY


def end_in(cell: Cell, written: str) -> date | End | Slip:
    """The last day, or that there is none; a blank cell says neither."""
    day = _day_written(cell, written)
    if plain(written) in OPEN_ENDS or (day is not None and day >= NO_DAY_OF_A_CONTRACT):
        return End.OPEN
    if day is None and _YEAR.search(written) and _MAY_GO_ON.search(written):
        return Slip.END_WITH_OPTION
    found = day_in(cell, written)
    return Slip.NOT_AN_END if found is Slip.NOT_A_DAY else found


def _day_written(cell: Cell, written: str) -> date | None:
    match cell:
        case date():
            return cell
        case float():
            # A day that is written as 20260301 is read below.
            if 0 < cell <= (date.max - EXCEL_BEGINS).days:
                return EXCEL_BEGINS + timedelta(days=int(cell))
    without_time = _SHORT_YEAR.sub(r"\1-20\2", _TIME_BEHIND.sub("", written))
    days = understood(without_time, EARLIEST)
    says_its_year = days == understood(without_time, ANOTHER_DAY)
    return days.first if days is not None and says_its_year and days.first == days.last else None
