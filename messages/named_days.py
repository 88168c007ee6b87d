"""The days that a question's words name: the example of how one is written, and those that a complaint is about."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.language import Language
from messages import formats

WEEK = timedelta(days=7)
NONE_NAMED = dict.fromkeys(("numeric", "short", "weekday", "in_full", "week", "first", "second"), "")


def named_days(language: Language, example: date | None, days: Sequence[date] = ()) -> dict[str, str]:
    """What stands in a wording for {numeric}, {short}, {weekday}, {in_full} and {week}, all of the example.

    The week is the one after the example's, so that none of it has passed. {first} and {second} are the days that a
    complaint names.
    """
    in_words = zip(("first", "second"), (formats.weekday(day, language) for day in days), strict=False)
    return NONE_NAMED | dict(in_words) | (_as_example(language, example) if example is not None else {})


def _as_example(language: Language, day: date) -> dict[str, str]:
    return {
        "numeric": formats.numeric_day(day),
        "short": formats.short_day(day, language),
        "weekday": formats.weekday_and_day(day, language),
        "in_full": formats.weekday(day, language),
        "week": str((day + WEEK).isocalendar().week),
    }
