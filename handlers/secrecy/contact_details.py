"""Phone numbers, e-mail addresses and what else leads straight to a person."""

import re

from handlers.secrecy.plain_form import plain_form

FEWEST_DIGITS, MOST_DIGITS = 8, 15
"""Of a phone number with its area or country code (E.164 allows 15)."""

FEWEST_AFTER_WORD = 5
"""Of a number that is called a phone number."""

_GAP = r"[ /()-]{0,3}"
_INTERNATIONAL = re.compile(rf"(?<![\d.,])(?:\+|(?<!\d)00) ?\d(?:{_GAP}\d){{6,14}}(?!\d)")
_NATIONAL = re.compile(rf"(?<![\d.,/-])(?<!\d )\(?0\d(?:{_GAP}\d){{6,9}}(?![.:]?\d)")
_CALLED_SO = re.compile(
    r"(?<![a-zåäö])(?:tel|tfn|telefon|telefonnr|telefonnummer|mobil|mobilnr|mobile|phone|ring|call|sms|swish|whatsapp)"
    r"\b[^\d\n]{0,15}(\d(?:[ -]?\d){4,14})(?!\d)"
)
_CLOCK_OR_DAY = re.compile(
    r"(?:[01]\d|2[0-4])[0-5]\d ?- ?(?:[01]\d|2[0-4])[0-5]\d|\d\d[ /-]\d\d[ /-](?:19|20)\d\d|\d\d-\d\d ?- ?\d\d-\d\d"
)
# Each part begins where a word does and never gives back what it took, so that no text takes long.
_NAME = r"(?<![\w.+-])[\w.+-]{1,64}+"
_HOST = r"[\w-]{1,63}+(?:\.[\w-]{1,63}+)+"
_EMAIL = re.compile(
    rf"{_NAME} ?@ ?{_HOST}"
    rf"|{_NAME} ?[(\[{{] ?(?:at|@|snabel-?a) ?[)\]}}] ?[\w.-]"
    rf"|{_NAME} snabel-?a [\w.-]"
    rf"|{_NAME} at [\w-]{{1,63}}+ (?:dot|punkt) [a-z]{{2}}"
    r"|(?<![\w@])@[a-z]\w{3}"
    r"|(?<![a-z])(?:t\.me|telegram\.me|wa\.me|linkedin\.com/in|facebook\.com|instagram\.com)/[\w.-]"
)


def has_phone(text: str) -> bool:
    """Whether there is a phone number in the text."""
    searched, _ = plain_form(text)
    numbers = (match for pattern in (_INTERNATIONAL, _NATIONAL) for match in pattern.finditer(searched))
    return any(map(_is_phone, numbers)) or _CALLED_SO.search(searched) is not None


def has_email(text: str) -> bool:
    """Whether there is an e-mail address in the text, a user name, or the address of somebody's own page."""
    searched, _ = plain_form(text)
    return _EMAIL.search(searched) is not None


def _is_phone(match: re.Match[str]) -> bool:
    digits = sum(map(str.isdigit, match[0]))
    return FEWEST_DIGITS <= digits <= MOST_DIGITS and not _CLOCK_OR_DAY.match(match[0])
