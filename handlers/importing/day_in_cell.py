"""The day that a cell means: a contract's start, its end or that it has none, the last day of a requirement."""

import re
from datetime import date, timedelta

from domain.contract_sheet import End, Slip
from domain.day_words import MONTHS, any_of
from domain.folded import folded
from domain.pattern import Pattern
from domain.registry_number import DASHES
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

_TIME_BEHIND = Pattern(
    r"(?: |T|,? kl\.? ?)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?(?:Z| ?[AP]M|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_SHORT_YEAR = Pattern(r"(\d{1,2}[/.]\d{1,2}|\d{1,2}(?: |-)?[a-zåäö]{3,9}\.?) ?[-'’ ] ?([0-6]\d)", re.IGNORECASE)
"""A day whose year has two figures, which stand last and apart: 30/11-28, 30 nov -28."""

_MONTH_BETWEEN = Pattern(r"(\d{1,2})-([a-zåäö]{3,9})-(\d{4})|(\d{1,2})-([a-zåäö]{3,9}) (\d{4})", re.IGNORECASE)
_APART = Pattern(r"(?<=\d) - (?=\d{2}(?:$|\D))")
EITHER = Pattern(r"(\d{1,2})/(\d{1,2})/(\d{4})(?=$|[ T])")
"""Read as in the chat, the day first, unless the other days in the file say otherwise: see `slashed_days`."""

_YEAR = Pattern(r"(?:19|20|99)\d{2}")
_SAYS_NO_END = Pattern(
    r"tills ?v(?:idare|\b)|\bt\.? ?v\b|löpande|obegräns|(?:ej|inte|icke) tidsbegräns|utan slut|inget slut|ongoing|"
    r"until further|open.?ended",
    re.IGNORECASE,
)
_NOTICE = Pattern(r"\d+ ?(?:mån\w*|months?|år|dagar\w*|days?|veck\w+|weeks?)", re.IGNORECASE)
_OF_NOTICE = Pattern(r"uppsäg|notice", re.IGNORECASE)
_MAY_END = Pattern(
    rf"\d|dock|langst|option|forl|prolong|exten|mojlig|darefter|sedan|\b{any_of(MONTHS)}\b", re.IGNORECASE
)
_MAY_GO_ON = Pattern(
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
    if plain(written) in OPEN_ENDS or _says_no_end(written) or (day is not None and day >= NO_DAY_OF_A_CONTRACT):
        return End.OPEN
    if day is None and _YEAR.search(written) and _MAY_GO_ON.search(written):
        return Slip.END_WITH_OPTION
    found = day_in(cell, written)
    return Slip.NOT_AN_END if found is Slip.NOT_A_DAY else found


def _says_no_end(written: str) -> bool:
    """Whether it says so in more words, as with the time of notice: "löpande, uppsägning 3 mån"."""
    without_notice = _NOTICE.sub("", written) if _OF_NOTICE.search(written) else written
    return _SAYS_NO_END.search(written) is not None and _MAY_END.search(folded(without_notice)) is None


def _day_written(cell: Cell, written: str) -> date | None:
    match cell:
        case date():
            return cell
        case float():
            # A day that is written as 20260301 is read below.
            if 0 < cell <= (date.max - EXCEL_BEGINS).days:
                return EXCEL_BEGINS + timedelta(days=int(cell))
    bare = _in_full(_TIME_BEHIND.sub("", written.translate(DASHES)))
    days = understood(bare, EARLIEST)
    says_its_year = days == understood(bare, ANOTHER_DAY)
    return days.first if days is not None and says_its_year and days.first == days.last else None


def _in_full(written: str) -> str:
    """A day with all four figures of its year, and no signs within that chat does not know."""
    whole = _APART.sub("-", written.rstrip("."))
    if (short := _SHORT_YEAR.fullmatch(whole)) is not None:
        whole = f"{short[1]} 20{short[2]}"
    return _MONTH_BETWEEN.sub(lambda found: " ".join(filter(None, found.groups())), whole)
