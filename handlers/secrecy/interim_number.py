"""Numbers that stand in for a personal number until somebody has one: a letter is where the seventh digit would be.

Universities, student aid and regions give them to those who are new in the country (T, R, P and others), each by its
own rules, mostly without a check digit. So it is known by a day on which a grown-up may have been born and no contract
of today begins. From 2011 on the same writing is a registry number ("241101-S123"), unless a word before it says more.
"""

from collections.abc import Iterator

from domain.pattern import Pattern
from handlers.secrecy.birth_date import is_birth_date

_WRITTEN = Pattern(
    r"(?<!\d)(?P<day>(?:(?:18|19|20) ?)?\d\d(?P<gap>[ ./_-]{0,2})\d\d(?P=gap)\d\d) ?[+-]? ?[a-zåäö]\d{3}"
    r"(?![^\W_])"
)
_CALLED_SO = Pattern(r"(?:person|\bpnr|interim|reserv|samordning|\btf?[ -]?(?:nr|nummer)|född|\bborn)")
REACH = 40
"""So many characters before it its name may stand."""

RECENT_YEARS = range(11, 40)
"""A contract may begin in them, and hardly anybody who looks for work was born in them, in either century."""


def interim_numbers_in(searched: str) -> Iterator[tuple[int, int]]:
    """Where such a number begins and ends, in a text in its plain form."""
    for found in _WRITTEN.finditer(searched):
        digits = "".join(filter(str.isdecimal, found["day"]))
        before = searched[max(0, found.start() - REACH) : found.start()]
        if is_birth_date(digits) and (not _is_recent(digits) or _CALLED_SO.search(before) is not None):
            yield found.span()


def _is_recent(digits: str) -> bool:
    return digits[:-6] in ("", "20") and int(digits[-6:-4]) in RECENT_YEARS
