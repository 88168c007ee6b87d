"""What a cell means: a text, a day, an amount, one of a list. What is not surely that is a slip, with its reason."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from domain.contact import LONGEST_NAME
from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import (
    LONGEST_AREA_OF_COMPANY,
    LONGEST_TITLE,
    Column,
    Slip,
)
from domain.language import Language
from domain.pattern import Pattern
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.secrecy import FieldPolicy, Verdict, judged
from domain.slot import SlotKind, Trade
from domain.typed_number import understood_number
from handlers.importing.company_number import company_number
from handlers.importing.day_in_cell import day_in, end_in
from handlers.importing.headings import plain
from handlers.importing.how_often import cadence, counted_from, counting
from handlers.importing.person_in_cell import person
from handlers.importing.reached_at import email, phone
from handlers.importing.sheet import Broken, Cell, Formula
from handlers.importing.usual_words import CADENCES, COUNTED_FROM, COUNTINGS
from handlers.secrecy import personal_number
from handlers.secrecy.reading import found_in
from messages.label import wordings

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet program would work such a text out, once it stands in a file again."""

NUMBER_WITH_SIGN = Pattern(r"[+-][\d\s().,/-]+(?:kr)?")
NOTHING_BUT = " -–—−._"
"""Signs that people draw where they have nothing to write."""

NOUGHT, UNKNOWN = "0", "?"
"""In a text these stand where another program, or whoever wrote it, knew nothing; as a number 0 says something."""

SAYS_NOTHING = {"saknas", "uppgiftsaknas", "na", "ejangivet", "ejangiven", "okänt", "okänd", "ejaktuellt", "null"}
"""Words for a blank. Where a day belongs, "saknas" may mean that there is no end, so there they are asked about."""

_ERROR = Pattern(r"#(?:[A-ZÅÄÖ]+(?:/[A-Z0]+)?[!?]|N/A|#+)")
"""What a spreadsheet program shows of a broken cell, in the text that it saves: #REF!, #VÄRDE!, #SAKNAS!, ####."""

_NO_DECIMALS = Pattern(r"(?<=\d{5})[.,]0$")
"""Behind a long number that another program has taken for an amount: 46701740635.0."""

PHONES = (Column.PHONE, Column.SECOND_CONTACT_PHONE)
NUMBERS = (Column.PLACES, Column.VALUE)
DAYS = (Column.STARTS_ON, Column.ENDS_ON, Column.DUE_ON)

MOST_KRONOR = 10**12
MOST_REQUIRED = 500

_CURRENCY = Pattern(r"^(?:sek|kr)|(?:sek|kr\.?|kronor|:-|,-)$")
_AMOUNT = Pattern(r"(?P<whole>\d+|\d{1,3}(?:(?P<mark>[.,])\d{3})(?:(?P=mark)\d{3})*)(?:[.,]\d{1,2})?")
_COUNT = Pattern(
    r"(?P<number>\d{1,4}|[a-zåäö]+)(?:[.,]0+)? ?(?:st|styck(?:en)?|personer|(?:praktik|lärlings)?plats(?:er)?)?\.?"
)
_REWRITTEN = Pattern(r"\d[.,]\d+E[+-]?\d+", re.IGNORECASE)
"""What a spreadsheet program makes of a long number: 2,02612E+11."""

Reading = Any
"""The value that the cell means, None for nothing, or a Slip."""


def read(column: Column, cell: Cell) -> Reading:
    """What a cell means in its column."""
    return read_by(_READERS[column], column, cell, nought_says=column in NUMBERS)


def read_by(reader: Callable[[Cell, str], Reading], column: StrEnum, cell: Cell, *, nought_says: bool) -> Reading:
    """What the reader makes of a cell, unless that is blank or broken; `nought_says` where 0 is no blank."""
    if isinstance(cell, Formula):
        return Slip.FORMULA
    written = text(cell)
    if isinstance(cell, Broken) or _ERROR.fullmatch(written):
        return Slip.BROKEN
    if not written.strip(NOTHING_BUT) or _says_nothing(column, written, nought_says=nought_says):
        return None
    if isinstance(cell, str) and cell.startswith(BEGINS_FORMULA) and not _is_number(column, cell):
        return Slip.FORMULA
    return reader(cell, written)


def _says_nothing(column: StrEnum, written: str, *, nought_says: bool) -> bool:
    if column in DAYS:
        return False
    is_blank = plain(written) in SAYS_NOTHING or not written.strip(f"{NOTHING_BUT}{UNKNOWN}")
    return is_blank or (written == NOUGHT and not nought_says)


def _is_number(column: StrEnum, cell: str) -> bool:
    """Whether what begins with a sign is a number; what is read as a phone is nothing else."""
    return column in PHONES or NUMBER_WITH_SIGN.fullmatch(cell.lower()) is not None


def text(cell: Cell) -> str:
    """A cell as people would write it, with single spaces."""
    match cell:
        case date():
            return cell.isoformat()
        case float():
            return str(int(cell)) if cell.is_integer() else str(cell)
        case Formula() | Broken():
            return ""
        case str():
            return _without_decimals(" ".join(cell.split()))


def _without_decimals(written: str) -> str:
    bare = _NO_DECIMALS.sub("", written)
    return bare if bare.isdecimal() else written


def any_text(longest: int, policy: FieldPolicy | None = None) -> Callable[[Cell, str], str | Slip]:
    """A text of a certain length; the policy says what else must not stand in it."""

    def reader(_cell: Cell, written: str) -> str | Slip:
        if len(written) > longest:
            return Slip.TOO_LONG
        is_private = policy is not None and judged(found_in(written), policy).verdict is Verdict.STOPS
        return Slip.PRIVATE if is_private or personal_number.is_in(written) else written

    return reader


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
    number = understood_number(match["number"]) if match else None
    return number if number is not None and number <= MOST_REQUIRED else Slip.NOT_A_COUNT


def registry_number(cell: Cell, written: str) -> str | Slip:
    """A number such as 2026-11 becomes a day in a spreadsheet, and what it was can't be known."""
    if isinstance(cell, date) or _REWRITTEN.fullmatch(written):
        return Slip.REWRITTEN
    return any_text(LONGEST_REGISTRY_NUMBER)(cell, written)


def one_of(table: str, kinds: type[Any], slip: Slip) -> Callable[[Cell, str], Any]:
    """One of a fixed list, by its name in either language."""

    @cache
    def names() -> dict[str, Any]:
        return {plain(wordings(language)[f"{table}.{kind}"]): kind for language in Language for kind in kinds}

    def reader(_cell: Cell, written: str) -> Any:
        return names().get(plain(written), slip)

    return reader


def _usually(
    table: str,
    kinds: type[Any],
    writings: Mapping[StrEnum, tuple[str, ...]],
    in_words: Callable[[str], StrEnum | None],
    slip: Slip,
) -> Callable[[Cell, str], Any]:
    """One of a few, by its name in either language or as people usually write it."""
    by_name = one_of(table, kinds, slip)
    usual = {plain(writing): kind for kind, some in writings.items() for writing in some}

    def reader(cell: Cell, written: str) -> Any:
        return usual.get(plain(written)) or in_words(written) or by_name(cell, written)

    return reader


_READERS: dict[Column, Callable[[Cell, str], Reading]] = {
    Column.SUPPLIER: any_text(LONGEST_NAME),
    Column.ORGANISATION_NUMBER: company_number,
    Column.TRADE: one_of("trade", Trade, Slip.NOT_A_TRADE),
    Column.AREA: any_text(LONGEST_AREA_OF_COMPANY, FieldPolicy.PLACE),
    Column.REGISTRY_NUMBER: registry_number,
    Column.TITLE: any_text(LONGEST_TITLE, FieldPolicy.WORKPLACE_TEXT),
    Column.VALUE: _amount,
    Column.STARTS_ON: day_in,
    Column.ENDS_ON: end_in,
    Column.CLAUSE: one_of("clause", Clause, Slip.NOT_A_CLAUSE),
    Column.PLACES: _count,
    Column.SLOT_KIND: one_of("kind", SlotKind, Slip.NOT_A_KIND),
    Column.DUE_ON: day_in,
    Column.COUNTING: _usually("counting", Counting, COUNTINGS, counting, Slip.NOT_COUNTED),
    Column.COUNTS_FROM: _usually("counts_from", CountsFrom, COUNTED_FROM, counted_from, Slip.NOT_COUNTED_FROM),
    Column.CADENCE: _usually("cadence", Cadence, CADENCES, cadence, Slip.NOT_A_CADENCE),
    Column.CONTACT: person,
    Column.EMAIL: email,
    Column.PHONE: phone,
    Column.SECOND_CONTACT: person,
    Column.SECOND_CONTACT_EMAIL: email,
    Column.SECOND_CONTACT_PHONE: phone,
}
