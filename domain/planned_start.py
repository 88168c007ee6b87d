"""Understand when a contract is to begin, as plans say it: in a month or a quarter, which means its first day."""

import re
from datetime import date

from domain.day_words import MONTHS, any_of
from domain.folded import folded
from domain.quarter import Quarter
from domain.registry_number import DASHES

_QUARTER = re.compile(r"(?:q|kv|kvartal|quarter)\.? ?(?P<quarter>[1-4])[ ,/-]+(?P<year>20\d\d)")
_YEAR_FIRST = re.compile(r"(?P<year>20\d\d)[ ,/-]*(?:q|kv|kvartal|quarter)\.? ?(?P<quarter>[1-4])")
_MONTH = re.compile(rf"(?P<month>{any_of(MONTHS)})\.?,? (?P<year>20\d\d)")
_IN_FIGURES = re.compile(r"(?P<year>20\d\d)[-/](?P<month>0?[1-9]|1[0-2])")


def first_day_meant(text: str) -> date | None:
    """The first day of the month or quarter that the text names with its year; None where it names none surely."""
    words = " ".join(folded(text.translate(DASHES)).split()).strip(" .")
    if (found := _QUARTER.fullmatch(words) or _YEAR_FIRST.fullmatch(words)) is not None:
        return Quarter(int(found["year"]), int(found["quarter"])).begins_on
    if (found := _IN_FIGURES.fullmatch(words)) is not None:
        return date(int(found["year"]), int(found["month"]), 1)
    found = _MONTH.fullmatch(words)
    return date(int(found["year"]), MONTHS[found["month"]], 1) if found else None
