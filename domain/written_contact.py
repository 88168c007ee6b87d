"""Where somebody can be reached, as people write it: an e-mail address, one phone number or two."""

import re

from domain.contact import JOINED, LONGEST_EMAIL, LONGEST_PHONE, is_same_phone
from domain.contract_sheet import Slip
from domain.pattern import Pattern

_EMAIL = Pattern(r"[^\s@<>,;:\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\".]{2,}")
_AROUND_EMAIL = Pattern(r"(?:[^@<>]*<)?\s*(?:mailto:)?\s*([^<>?\s]*)(?:\?[^>]*)?\s*>?[;,.]?", re.IGNORECASE)
_BESIDE_EMAIL = Pattern(
    r"^[\"'‘’“”]|[\"'‘’“”]$|#mailto:.*$|(?<=\S) \([^()@]*\)$|"
    r"^(?:e-?post(?:adress)?|e-?mail|mail|mejl|smtp)[.: ]+(?=\S+@)",
    re.IGNORECASE,
)
"""What people and programs write before and behind an address."""

_BETWEEN_EMAILS = Pattern(r"[;,/\s]+(?:(?:och|eller|and|or) )?")

PHONE_IN_LINE = Pattern(r"\+?\d[\d ()/.-]{5,}\d")
EMAIL_IN_LINE = Pattern(r"[^\s,;<>()]+@[^\s,;<>()]+\.[^\s,;<>()]+")
"""As they stand in a line with a name."""

_PHONE = Pattern(r"\+?[\d\s()/.–-]{5,}")
_WORDS_AT_PHONE = Pattern(
    r"(?i)(?:\b(?:tele?|telefon|tfn|mob|mobil|direkt|dir|växel|vx|arb|arbete|phone|mobile)(?:\.?(?:nr|nummer))?\b|"
    r"\b(?:callto|nr)\b|☎|📞|(?<!\w)[tm](?=[.: ]*[+\d(]))[.:]*"
)
_BETWEEN_PHONES = Pattern(r"\s*(?:[/,;\n\r]+|\b(?:och|eller|el|samt|alt|alternativt|and|or)\b\.?)\s*")
_WRITTEN_OTHERWISE = str.maketrans(dict.fromkeys("‐‑‒—−", "-"))
SHORTEST_PHONE, MOST_DIGITS = 7, 15

COUNTRY = "46"
WITH_COUNTRY = 10
"""So many digits at least has a number that begins with the country's; one of Lund, 046, has fewer."""

MOBILE_WITHOUT_NOUGHT = Pattern(r"7\d{8}")


def email_written(written: str) -> str | Slip:
    """An address, also out of a link or from behind a name; of two it can't be known which is meant."""
    if written.count("@") > 1:
        parts = [part for part in _BETWEEN_EMAILS.split(written) if "@" in part]
        if len({_bare_email(part).casefold() for part in parts}) > 1:
            return Slip.TWO_EMAILS
        written = parts[0]
    found = _bare_email(written)
    return found if len(found) <= LONGEST_EMAIL and _EMAIL.fullmatch(found) else Slip.NOT_AN_EMAIL


def phone_written(written: str) -> str | Slip:
    """A number, or as many of several as there is room for, each as it is written; several may stand in lines."""
    said = _WORDS_AT_PHONE.sub("", written.translate(_WRITTEN_OTHERWISE)).replace("()", "").strip()
    parts = [" ".join(part.split()) for part in _BETWEEN_PHONES.split(said) if part.strip()]
    if not all(map(_is_phone, parts)):
        parts = [" ".join(said.split())]  # "042/10 50 00" is one number
    if not parts or not all(map(_is_phone, parts)):
        return Slip.NOT_A_PHONE
    kept = _dialled(parts[0])
    for part in parts[1:]:
        if any(is_same_phone(part, before) for before in kept.split(JOINED)):
            continue
        more = f"{kept}{JOINED}{_dialled(part)}"
        kept = more if len(more) <= LONGEST_PHONE else kept
    return kept


def _bare_email(written: str) -> str:
    bare = _BESIDE_EMAIL.sub("", _BESIDE_EMAIL.sub("", written)).strip()
    match = _AROUND_EMAIL.fullmatch(bare)
    return match[1].rstrip(".,;") if match else bare


def _is_phone(part: str) -> bool:
    digits = sum(map(str.isdecimal, part))
    is_one = _PHONE.fullmatch(part) is not None and SHORTEST_PHONE <= len(part) <= LONGEST_PHONE
    return is_one and digits <= MOST_DIGITS


def _dialled(part: str) -> str:
    """A number of which a spreadsheet program, or whoever wrote it, left out the plus or the nought before it."""
    if part.isdecimal() and part.startswith(COUNTRY) and len(part) >= WITH_COUNTRY:
        return f"+{part}"
    return f"0{part}" if MOBILE_WITHOUT_NOUGHT.fullmatch(part) else part
