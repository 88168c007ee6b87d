"""How the year picture is drawn: a stair with a step a month, and the words below."""

from collections.abc import Sequence
from dataclasses import astuple
from datetime import date
from itertools import accumulate
from typing import Any

from domain.language import Language
from domain.slot import SlotKind
from messages import formats
from messages.label import wordings
from messages.pictures.year import Starts, YearPicture

KINDS = (SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP, SlotKind.EMPLOYMENT)
"""In the order of the fields of `Starts`."""

WIDEST_NEWS = 4
"""Characters of what is new in a month, as "+120", that have room above its step."""


def year_facts(picture: YearPicture, language: Language) -> dict[str, Any]:
    """All that the picture shows, in words."""
    worded = wordings(language)
    goal = None if picture.goal is None else formats.number(picture.goal, language)
    return {
        "language": language.value,
        "head": _head(picture, language),
        "title": worded["picture.year_title"].format(year=picture.year),
        "steps": _steps(picture, language),
        "goal": picture.goal,
        "line": worded["picture.goal_line"].format(goal=goal),
        "legend": _legend(picture, language),
        "note": _beside(picture, language),
        "day": formats.day(picture.on, language),
        "source": worded["picture.source"],
    }


def _happened(picture: YearPicture) -> Sequence[Starts]:
    """The months that have begun, each with what it has given so far."""
    until = date(picture.year, 12, 31) if picture.on.year > picture.year else picture.on
    return picture.months[: until.month if until.year == picture.year else 0]


def _steps(picture: YearPicture, language: Language) -> list[dict[str, Any]]:
    """What stands before January if there is any, and each month; one that is still to come has no height."""
    months = [formats.month_short(date(picture.year, month, 1), language) for month in range(1, 13)]
    new = [_of_kinds(picture.earlier), *map(_of_kinds, _happened(picture))]
    heights = list(accumulate(map(sum, new)))
    happened = [
        {"name": name, "below": height - sum(kinds), "new": kinds, "news": _news(sum(kinds), language)}
        for name, kinds, height in zip([wordings(language)["picture.before"], *months], new, heights, strict=False)
    ]
    to_come = [{"name": name, "below": 0, "new": [0] * len(KINDS), "news": ""} for name in months[len(new) - 1 :]]
    return [*happened, *to_come][0 if heights[0] else 1 :]


def _news(number: int, language: Language) -> str:
    news = f"+{formats.number(number, language)}" if number else ""
    return news if len(news) <= WIDEST_NEWS else ""


def _of_kinds(starts: Starts) -> list[int]:
    return [max(0, number) for number in astuple(starts)]


def _in_all(picture: YearPicture) -> list[int]:
    each = [_of_kinds(picture.earlier), *map(_of_kinds, _happened(picture))]
    return [sum(of_kind) for of_kind in zip(*each, strict=True)]


def _head(picture: YearPicture, language: Language) -> str:
    number = formats.number(sum(_in_all(picture)), language)
    if picture.goal is None:
        return number
    goal = formats.number(picture.goal, language)
    return wordings(language)["picture.goal_head"].format(number=number, goal=goal)


def _legend(picture: YearPicture, language: Language) -> list[dict[str, str]]:
    return [
        {
            "name": kind.value,
            "number": formats.number(number, language),
            "words": _noun(kind, number, language),
        }
        for kind, number in zip(KINDS, _in_all(picture), strict=True)
    ]


def _beside(picture: YearPicture, language: Language) -> str | None:
    """What is counted beside the residents; None where there is none of it."""
    each = {
        SlotKind.MENTOR: picture.mentors,
        SlotKind.STUDY_VISIT: picture.visits,
        SlotKind.LECTURE: picture.lectures,
    }
    things = [_counted(kind, number, language) for kind, number in each.items() if number]
    return wordings(language)["picture.beside"].format(things=", ".join(things)) if things else None


def _counted(kind: SlotKind, number: int, language: Language) -> str:
    return f"{formats.number(number, language)} {_noun(kind, number, language)}"


def _noun(kind: SlotKind, number: int, language: Language) -> str:
    worded = wordings(language)
    return worded[f"kind.{kind}"].lower() if number == 1 else worded[f"kind_many.{kind}"]
