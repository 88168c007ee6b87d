"""Phone numbers, in the writings of Sweden and of other countries."""

import re

from domain.pattern import Pattern
from handlers.secrecy.plain_form import plain_form

FEWEST_DIGITS, MOST_DIGITS = 8, 15
"""Of a phone number with its area or country code (E.164 allows 15)."""

_GAP = r"[ ./()_-]{0,3}"
_DASHED_GAP = r"[ /()_:-]{0,3}"
_CODED = Pattern(
    rf"(?<![\d.,])(?:\+ ?|(?<!\d)00 ?)[1-9](?:{_GAP}\d){{6,14}}(?!\d)"
    rf"|(?<![\d.,/-])(?<!\d )\(?0[1-9](?:{_DASHED_GAP}\d){{6,9}}(?![.:]?\d)"
)
_SHAPED = Pattern(
    # A mobile number, also behind a house number, and with its country code but no plus
    r"(?<![\d.,/-])07[02369]\d?[ -]\d{2,3}[ -]?\d{2}[ -]?\d{2,3}(?!\d)|(?<!\d)467[02369]\d{7}(?!\d)"
    # With dots, where a group of three tells it from hours: 070.174.06.35
    r"|(?<![\d.,])0[1-9]\d?\d?\.\d{3}\.\d{2,3}\.\d{2}(?!\d)"
    # North America: (555) 123-4567
    r"|(?<![\d-])\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[.-]\d{4}(?!\d)"
)
_CALLED_SO = Pattern(
    r"(?:(?<![a-zåäö])(?:(?:tele?|tele?fon|tfn|mobil|mob|mobile|phone)(?:nr|nummer|numret|[ ]number)?"
    r"|ring|call|sms|sms:a|swish|swisha|whatsapp|(?:hans|hennes|mitt|his|her|my) (?:nummer|number))\b)"
    # A post code or a weight is no phone number
    r"[^\d\n]{0,15}(?!\d{3} ?\d\d [a-zåäö])(?![\d ]{5,9}(?:kg|kr|sek|ton|liter|st|mil)\b)\d(?:[ -]?\d){4,14}(?!\d)"
)

_HOUR = r"(?:[0-2]\d|3[01])(?:[.: ]?[0-5]\d)?"
"""Or a day of the month; "07", "0730", "07.30", "31"."""
_DAY = r"(?:0[1-9]|[12]\d|3[01])[ /.-](?:0[1-9]|1[0-2])(?:[ /.-](?:20)?\d\d)?"
_HOURS_OR_DAYS = Pattern(rf"(?:{_HOUR}|{_DAY})(?: ?[/(),-]+ ?(?:{_HOUR}|{_DAY}))+|{_DAY}|(?:{_HOUR} ?- ?{_HOUR} ?)+")


def is_in(text: str) -> bool:
    """Whether there is a phone number in the text."""
    searched, _ = plain_form(text)
    return any(map(_is_phone, _CODED.finditer(searched))) or any(
        pattern.search(searched) for pattern in (_SHAPED, _CALLED_SO)
    )


def _is_phone(match: re.Match[str]) -> bool:
    digits = sum(map(str.isdecimal, match[0]))
    return FEWEST_DIGITS <= digits <= MOST_DIGITS and not _HOURS_OR_DAYS.fullmatch(match[0].lstrip("+ "))
