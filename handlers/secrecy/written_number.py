"""How people write ten digits, or twelve, that may be a personal number: where in a text such a writing stands.

It says what looks like one. Whether it is one, the day and the check digit tell.
"""

import re
from collections.abc import Iterator

from domain.pattern import Pattern

# One sort of gap within the day, or "24/11-05/12 2026" and "06-14 14-22" would be taken for numbers.
_CENTURY = r"(?:(?:18|19|20) ?)?"
_DAY = rf"{_CENTURY}\d\d(?P<gap>[ ./_-]{{0,3}})\d\d(?P=gap)\d\d|(?:18|19|20)\d\d[ ./_-]\d{{4}}"
_LAST_FOUR = r"\d\d ?\d\d(?!\d|[./-]\d\d[./-]\d\d(?!\d))"
"""But not the year of a second day: "2026-11-24 - 2027-01-31"."""

_LAST_FOUR_NAMED = r"\D{0,10}(?:sista|fyra|last|four)\D{1,25}"
_USUAL = rf"(?<!\d)(?P<number>(?:{_DAY})(?:[\W_]{{0,8}}|{_LAST_FOUR_NAMED}){_LAST_FOUR})"
_SPREAD = r"(?<!\d)(?<!\d )(?P<number>(?:\d[ ._-]{1,3}){9}\d|(?:\d[ ._-]{1,3}){11}\d)(?! ?\d)"

# Behind the day the same gap again, or a hyphen. "2012-0456-02" begins with a year; "08-1228-9874" is a phone, so is
# what has a country's code before it; "2411/05/0012" is a registry number; behind four digits of an account come more.
_NO_YEAR = r"(?!(?:19|20)(?:0[1-9]|1[0-2])\D)"
_NO_PHONE = r"(?!08-)(?<!\+\d )(?<!\+\d\d )(?<!\+\d\d\d )"
_SAME_OR_HYPHEN = rf"(?:(?P=gap)|[\W_]{{0,3}}[+-][\W_]{{0,3}}){_LAST_FOUR}"
_DAY_APART = rf"(?<!\d){_NO_YEAR}(?P<number>{_CENTURY}\d{{4}}(?P<gap>[ ._-]{{1,3}})\d\d{_SAME_OR_HYPHEN})"
_YEAR_APART = rf"(?<!\d){_NO_PHONE}(?P<number>{_CENTURY}\d\d(?P<gap>[ ._-]{{1,3}})\d{{4}}{_SAME_OR_HYPHEN})(?! \d{{4}})"
_LAST_APART = r"(?<!\d)(?P<number>(?:18|19|20)?\d{6}[+-](?:\d\d-\d\d|\d{3}-\d))(?!\d)"
# By itself, and with no 0 before it, as phone numbers have: "811 228 9874", "8112-289874", "198 112 289 874".
_GROUPED = (
    rf"(?<![\d+])(?<!\d[ -]){_NO_YEAR}"
    r"(?P<number>[1-9]\d{1,9}(?P<gap>[ -])\d{1,9}(?:(?P=gap)\d{1,9}){0,2})(?![ -]?\d)"
)

_WRITINGS = tuple(f"(?={writing})" for writing in (_USUAL, _SPREAD, _DAY_APART, _YEAR_APART, _LAST_APART, _GROUPED))
"""Each looks ahead only, so that none hides another that begins within it."""

_PLANNED_DAY = Pattern(r"20(?:2[5-9]|[3-9]\d)[./-]\d\d[./-]\d\d[^\w-]*[ ][^\w-]*\d\d ?\d\d")
"""A day of the years in which places are offered, and behind it an hour or a sum: "2026-11-24 0800"."""

_TIME_OF_FILE = Pattern(r"20[2-9]\d([._-]?)\d\d\1\d\d[_ ](?:[01]\d|2[0-3])[0-5]\d")
"""As in the name of a file that a camera or a scanner made: "20240112_0930"."""


def numbers_written_in(searched: str) -> Iterator[tuple[int, int]]:
    """Where what may be a number begins and ends, in a text in its plain form."""
    for writing in _WRITINGS:
        for found in re.finditer(writing, searched):
            if not (_PLANNED_DAY.fullmatch(found["number"]) or _TIME_OF_FILE.fullmatch(found["number"])):
                yield found.span("number")
