"""All that a picture shows stands in the words under it, whole: Telegram takes no more than 1,024 characters there."""

import re
from dataclasses import replace
from datetime import date

import pytest

from domain.language import Language
from domain.placement import TOWARDS_GOAL
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.way_to_goal import WayToGoal, Yielded
from messages.message import Message
from messages.overview.overview import (
    GoalDecided,
    OverviewShown,
    OwnPlacements,
    OwnYear,
    SupplierOverview,
    YearShown,
)
from messages.pictures.goal import GoalPicture
from messages.pictures.year import Starts, YearPicture
from messages.rendering import MOST_IN_CAPTION, plain, rendered
from tests.each import each

NOVEMBER = date(2026, 11, 23)
GOAL = GoalPicture(2026, NOVEMBER, 9876, 4321, 1234, 2345, 3456, earlier=987)
DECIDED = GoalDecided(date(2026, 9, 12), "KS" * (LONGEST_REGISTRY_NUMBER // 2))
WAY = WayToGoal(5555, 1111, 7777, date(2026, 12, 1), 130, Yielded(2025, 8888, 6666))
LATE = replace(WAY, by=date(2026, 9, 1))
OWN = OwnPlacements(1357, 2468, 3579, 4680)
YEAR = YearPicture(
    2026, NOVEMBER, 9876, Starts(111, 222, 333), tuple(Starts(100 + n, 200 + n, 300 + n) for n in range(12)), 55, 66, 77
)

LONGEST = {
    "staff": OverviewShown(GOAL, TOWARDS_GOAL, DECIDED, WAY, OWN, tells_small=True),
    "late in the year": OverviewShown(GOAL, TOWARDS_GOAL, DECIDED, LATE, OWN, tells_small=True),
    "supplier": SupplierOverview(2026, NOVEMBER, OwnYear(9999, 9999, 9999, 9999, 9999), 9876, TOWARDS_GOAL, GOAL),
    "year": YearShown(YEAR),
}


@pytest.mark.parametrize("language", Language)
def test_the_longest_words_stand_whole_under_the_picture(language: Language, subtests: pytest.Subtests) -> None:
    for name, parameters in LONGEST.items():
        with each(subtests, name):
            assert len(plain(rendered(Message(parameters), language).text)) <= MOST_IN_CAPTION


@pytest.mark.parametrize("language", Language)
def test_every_number_of_a_picture_stands_in_its_words(language: Language, subtests: pytest.Subtests) -> None:
    for name in ("staff", "supplier"):
        with each(subtests, name):
            words = numbers(LONGEST[name], language)
            assert {9876, 4321, 1234, 2345, 3456, 987, 2026} <= words
    with each(subtests, "year"):
        shown = {number for of in (*YEAR.months, YEAR.earlier) for number in vars(of).values()}
        assert {*shown, 9876, 55, 66, 77} <= numbers(LONGEST["year"], language)
    with each(subtests, "what is small is told as that"):
        few = "färre än 5" if language is Language.SWEDISH else "fewer than 5"
        hidden = replace(GOAL, confirmed=None, begun=None, matched=None)
        told = rendered(Message(OverviewShown(hidden, TOWARDS_GOAL, DECIDED, None, None, tells_small=False)), language)
        assert plain(told.text).casefold().count(few) == 3


def numbers(parameters: object, language: Language) -> set[int]:
    return {int(each) for each in re.findall(r"\d+", plain(rendered(Message(parameters), language).text))}
