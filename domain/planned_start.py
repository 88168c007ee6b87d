"""Understand when a contract is to begin, as plans say it: in a month or a quarter."""

from calendar import monthrange
from datetime import date

from domain.day_words import MONTHS, any_of
from domain.folded import folded
from domain.pattern import Pattern
from domain.quarter import Quarter
from domain.registry_number import DASHES
from domain.typed_date import Days

_QUARTER = Pattern(r"(?:q|kv|kvartal|quarter)\.? ?(?P<quarter>[1-4])[ ,/-]+(?P<year>20\d\d)")
_YEAR_FIRST = Pattern(r"(?P<year>20\d\d)[ ,/-]*(?:q|kv|kvartal|quarter)\.? ?(?P<quarter>[1-4])")
_MONTH = Pattern(rf"(?P<month>{any_of(MONTHS)})\.?,? (?P<year>20\d\d)")
_IN_FIGURES = Pattern(r"(?P<year>20\d\d)[-/](?P<month>0?[1-9]|1[0-2])")


def period_meant(text: str) -> Days | None:
    """The month or quarter that the text names with its year; None where it names none surely."""
    words = " ".join(folded(text.translate(DASHES)).split()).strip(" .")
    if (found := _QUARTER.fullmatch(words) or _YEAR_FIRST.fullmatch(words)) is not None:
        quarter = Quarter(int(found["year"]), int(found["quarter"]))
        return Days(quarter.begins_on, quarter.ends_on)
    if (found := _IN_FIGURES.fullmatch(words)) is not None:
        return _month(int(found["year"]), int(found["month"]))
    found = _MONTH.fullmatch(words)
    return _month(int(found["year"]), MONTHS[found["month"]]) if found else None


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
