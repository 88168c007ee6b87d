"""A company's number in a cell: a Swedish one in any writing, or a foreign one, which can't be checked and says so."""

import re

from domain.contract_sheet import LONGEST_ORGANISATION_NUMBER, Slip
from domain.pattern import Pattern
from handlers.importing.sheet import Cell
from handlers.secrecy.plain_form import plain_form

DIGITS = 10
CENTURIES = ("16", "19", "20", "00")
"""What registers write before the ten digits: 16 before a company's, the century before a sole trader's."""

VAT_ENDS = "01"
COUNTRIES = (
    "at|be|bg|ch|cy|cz|de|dk|ee|el|es|eu|fi|fo|fr|gb|gr|hr|hu|ie|is|it|li|lt|lu|lv|mt|nl|no|pl|pt|ro|si|sk|uk|us|xi"
)

_BETWEEN_DIGITS = Pattern(r"(?<=\d)(?:[\s._-]+|/)(?=\d)")
_FOREIGN = Pattern(rf"(?P<country>{COUNTRIES})[\s:-]*(?P<number>[a-z]{{0,2}}[\s-]?\d[\da-z]{{4,12}}?) ?(?:mva)?")


def company_number(cell: Cell, written: str) -> str | Slip | None:
    """As 556016-0680, or FI12345678. A sole trader's is their personal number, and so is never shown again.

    Nothing but noughts is what systems write where nobody knew the number: it is nobody's.
    """
    joined = _BETWEEN_DIGITS.sub("", plain_form(written)[0]).strip()
    if (foreign := _FOREIGN.fullmatch(joined)) is not None:
        number = "".join(filter(str.isalnum, foreign["country"] + foreign["number"])).upper()
        return number if len(number) <= LONGEST_ORGANISATION_NUMBER else Slip.NOT_A_NUMBER_OF_A_COMPANY
    if joined and not joined.strip("0"):
        return None
    numbers = list(dict.fromkeys(re.findall(r"\d+", joined)))
    if len(numbers) != 1:
        return Slip.NOT_A_NUMBER_OF_A_COMPANY
    # A spreadsheet program that took it for a number has dropped the noughts before it.
    digits = _ten(numbers[0].zfill(DIGITS) if isinstance(cell, float) else numbers[0], is_vat=joined.startswith("se"))
    is_one = len(set(digits)) > 1 and _has_check_digit(digits)
    return f"{digits[:6]}-{digits[6:]}" if is_one else Slip.NOT_A_NUMBER_OF_A_COMPANY


def _has_check_digit(digits: str) -> bool:
    # Loaded by the first register that is sent, as in `handlers/secrecy/personal_number.py`.
    from stdnum.se import orgnr  # noqa: PLC0415

    return orgnr.is_valid(digits)


def is_foreign(number: str | None) -> bool:
    """Whether a number that was read is another country's."""
    return number is not None and number[:1].isalpha()


def _ten(digits: str, *, is_vat: bool) -> str:
    """The ten digits that name the company."""
    if is_vat and len(digits) > DIGITS and digits.endswith(VAT_ENDS):
        digits = digits.removesuffix(VAT_ENDS)
    is_long = len(digits) == DIGITS + len(CENTURIES[0]) and digits.startswith(CENTURIES)
    return digits[-DIGITS:] if is_long else digits
