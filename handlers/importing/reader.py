"""What a cell means: a text, a day, an amount, one of a list. What is not surely that is a slip, with its reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from stdnum.se import orgnr

from domain.contact import LONGEST_EMAIL, LONGEST_NAME, LONGEST_PHONE
from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import (
    LONGEST_AREA_OF_COMPANY,
    LONGEST_REGISTRY_NUMBER,
    LONGEST_TITLE,
    Column,
    End,
    Slip,
)
from domain.language import Language
from domain.secrecy import FieldPolicy, Verdict, judged
from domain.slot import SlotKind, Trade
from domain.typed_date import understood
from handlers.importing.headings import plain
from handlers.importing.sheet import Cell, Formula
from handlers.importing.usual_words import CADENCES, COUNTED_FROM, COUNTINGS
from handlers.secrecy import personal_number
from handlers.secrecy.reading import found_in
from messages.label import wordings

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet program would work such a text out, once it stands in a file again."""

NUMBER_WITH_SIGN = re.compile(r"[+-][\d\s().,/-]+(?:kr)?")
NOTHING = {"", "-", "–", "—"}

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
OPEN_ENDS = {
    "tillsvidare",
    "tv",
    "löpande",
    "löpandeavtal",
    "ingetslutdatum",
    "untilfurthernotice",
    "ongoing",
    "openended",
}
NO_DAY_OF_A_CONTRACT = date(2099, 12, 31)
"""Systems that must have a day write this, or 9999-12-31, where there is no end."""

MOST_KRONOR = 10**12
MOST_REQUIRED = 500
EXCEL_BEGINS = date(1899, 12, 30)
"""Day 0 of a spreadsheet, for cells that hold a day but are not shown as one."""

_TIME_BEHIND = re.compile(r"[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$")
_CURRENCY = re.compile(r"^(?:sek|kr)|(?:sek|kr\.?|:-|,-)$")
_AMOUNT = re.compile(r"(?P<whole>\d+|\d{1,3}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3})*)(?:[.,]\d{1,2})?")
_EMAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\".]{2,}")
_PHONE = re.compile(r"\+?[\d\s()/–-]{5,}")
_COUNT = re.compile(r"(\d{1,4}) ?(?:st)?\.?")
_COMPANY = re.compile(r"(?:16|19|20)?(\d{10})")
_DIGITS_OF_COMPANY = 10
_SHORTEST_PHONE = 7

Reading = Any
"""The value that the cell means, None for nothing, or a Slip."""


def read(column: Column, cell: Cell) -> Reading:
    """What a cell means in its column."""
    if isinstance(cell, Formula):
        return Slip.FORMULA
    written = text(cell)
    if written in NOTHING:
        return None
    if isinstance(cell, str) and cell.startswith(BEGINS_FORMULA) and not NUMBER_WITH_SIGN.fullmatch(cell.lower()):
        return Slip.FORMULA
    return _READERS[column](cell, written)


def text(cell: Cell) -> str:
    """A cell as people would write it, with single spaces."""
    match cell:
        case date():
            return cell.isoformat()
        case float():
            return str(int(cell)) if cell.is_integer() else str(cell)
        case Formula():
            return ""
        case str():
            return " ".join(cell.split())


def _text(longest: int, policy: FieldPolicy | None = None) -> Callable[[Cell, str], str | Slip]:
    """A text of a certain length; the policy says what else must not stand in it."""

    def reader(_cell: Cell, written: str) -> str | Slip:
        if len(written) > longest:
            return Slip.TOO_LONG
        is_private = policy is not None and judged(found_in(written), policy).verdict is Verdict.STOPS
        return Slip.PRIVATE if is_private or personal_number.is_in(written) else written

    return reader


def _day(cell: Cell, written: str) -> date | Slip:
    found = _day_written(cell, written)
    return found if found is not None and EARLIEST <= found <= LATEST else Slip.NOT_A_DAY


def _day_written(cell: Cell, written: str) -> date | None:
    match cell:
        case date():
            return cell
        case float():
            # A day that is written as 20260301 is read below.
            if 0 < cell < (LATEST - EXCEL_BEGINS).days:
                return EXCEL_BEGINS + timedelta(days=int(cell))
    without_time = _TIME_BEHIND.sub("", written)
    if not re.search(r"\d{4}", without_time):
        return None  # a contract runs for years, so a day without its year could be any
    days = understood(without_time, EARLIEST)
    return days.first if days is not None and days.first == days.last else None


def _end(cell: Cell, written: str) -> date | End | Slip:
    """The last day, or that there is none; a blank cell says neither."""
    day = _day_written(cell, written)
    if plain(written) in OPEN_ENDS or (day is not None and day >= NO_DAY_OF_A_CONTRACT):
        return End.OPEN
    return _day(cell, written)


def _amount(cell: Cell, written: str) -> int | Slip:
    if isinstance(cell, float):
        return round(cell) if 0 <= cell <= MOST_KRONOR else Slip.NOT_AN_AMOUNT
    match = _AMOUNT.fullmatch(_CURRENCY.sub("", "".join(written.casefold().split())))
    if match is None:
        return Slip.NOT_AN_AMOUNT
    kronor = int(re.sub(r"\D", "", match["whole"]))
    return kronor if kronor <= MOST_KRONOR else Slip.NOT_AN_AMOUNT


def _count(_cell: Cell, written: str) -> int | Slip:
    match = _COUNT.fullmatch(written.casefold())
    return int(match[1]) if match and int(match[1]) <= MOST_REQUIRED else Slip.NOT_A_COUNT


def _company_number(cell: Cell, written: str) -> str | Slip:
    """As 556016-0680. A sole trader's is their personal number, and so is never shown again."""
    digits = re.sub(r"[\s–-]", "", written)
    if isinstance(cell, float):
        digits = digits.zfill(_DIGITS_OF_COMPANY)
    match = _COMPANY.fullmatch(digits)
    if match is None or not orgnr.is_valid(match[1]):
        return Slip.NOT_A_NUMBER_OF_A_COMPANY
    return f"{match[1][:6]}-{match[1][6:]}"


def _email(_cell: Cell, written: str) -> str | Slip:
    is_one = len(written) <= LONGEST_EMAIL and _EMAIL.fullmatch(written)
    return written if is_one else Slip.NOT_AN_EMAIL


def _phone(cell: Cell, written: str) -> str | Slip:
    is_one = _PHONE.fullmatch(written) and _SHORTEST_PHONE <= len(written) <= LONGEST_PHONE
    if not is_one:
        return Slip.NOT_A_PHONE
    # A spreadsheet program that took it for a number has dropped the nought before it.
    return f"0{written}" if isinstance(cell, float) else written


def _listed(table: str, kinds: type[Any], slip: Slip) -> Callable[[Cell, str], Any]:
    """One of a fixed list, by its name in either language."""

    @cache
    def names() -> dict[str, Any]:
        return {plain(wordings(language)[f"{table}.{kind}"]): kind for language in Language for kind in kinds}

    def reader(_cell: Cell, written: str) -> Any:
        return names().get(plain(written), slip)

    return reader


def _usually(
    table: str, kinds: type[Any], writings: Mapping[StrEnum, tuple[str, ...]], slip: Slip
) -> Callable[[Cell, str], Any]:
    """One of a few, by its name in either language or as people usually write it."""
    by_name = _listed(table, kinds, slip)
    usual = {plain(writing): kind for kind, some in writings.items() for writing in some}
    return lambda cell, written: usual.get(plain(written)) or by_name(cell, written)


_READERS: dict[Column, Callable[[Cell, str], Reading]] = {
    Column.SUPPLIER: _text(LONGEST_NAME),
    Column.ORGANISATION_NUMBER: _company_number,
    Column.TRADE: _listed("trade", Trade, Slip.NOT_A_TRADE),
    Column.AREA: _text(LONGEST_AREA_OF_COMPANY, FieldPolicy.PLACE),
    Column.REGISTRY_NUMBER: _text(LONGEST_REGISTRY_NUMBER),
    Column.TITLE: _text(LONGEST_TITLE, FieldPolicy.WORKPLACE_TEXT),
    Column.VALUE: _amount,
    Column.STARTS_ON: _day,
    Column.ENDS_ON: _end,
    Column.CLAUSE: _listed("clause", Clause, Slip.NOT_A_CLAUSE),
    Column.PLACES: _count,
    Column.SLOT_KIND: _listed("kind", SlotKind, Slip.NOT_A_KIND),
    Column.DUE_ON: _day,
    Column.COUNTING: _usually("counting", Counting, COUNTINGS, Slip.NOT_COUNTED),
    Column.COUNTS_FROM: _usually("counts_from", CountsFrom, COUNTED_FROM, Slip.NOT_COUNTED_FROM),
    Column.CADENCE: _usually("cadence", Cadence, CADENCES, Slip.NOT_A_CADENCE),
    Column.CONTACT: _text(LONGEST_NAME),
    Column.EMAIL: _email,
    Column.PHONE: _phone,
    Column.SECOND_CONTACT: _text(LONGEST_NAME),
    Column.SECOND_CONTACT_EMAIL: _email,
    Column.SECOND_CONTACT_PHONE: _phone,
}
