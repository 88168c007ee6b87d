"""Pictures: looked at and approved, every mark counted, light enough for a phone on the way."""

import io
import re
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PIL import Image

from domain.language import Language
from messages.pictures import drawn
from messages.pictures.drawing import Colours
from messages.pictures.goal import GoalPicture
from messages.pictures.goal_drawing import IN_A_CHAT, LEFT, STATES, Marks, in_words
from messages.pictures.picture import Picture, card_of, drawing_of
from messages.pictures.year import Starts
from messages.pictures.year_drawing import year_facts
from tests.each import each
from tests.messages.pictures import samples
from tests.messages.pictures.likeness import MOST_DIFFERENT, difference, is_as_approved, is_as_in_readme, small
from tests.messages.pictures.palette import palette

APPROVED: dict[str, Picture] = {
    "goal": samples.GOAL,
    "of-seven": samples.OF_SEVEN,
    "of-hundreds": samples.OF_HUNDREDS,
    "beyond": samples.BEYOND,
    "without-goal": samples.WITHOUT_GOAL,
    "few": samples.FEW,
    "thousands": samples.THOUSANDS,
    "year": samples.YEAR,
    "year-before": samples.YEAR_BEFORE,
    "first-day": samples.FIRST_DAY,
    "year-beyond": samples.YEAR_BEYOND,
}
HUGE = 10**12
PAINTED = {LEFT: "line"}
MOST_BYTES, MOST_SECONDS = 60_000, 1.0


def png(picture: Picture, language: Language = Language.SWEDISH, colours: Colours = Colours.LIGHT) -> bytes:
    return drawn.png(drawing_of(picture, language, colours))


def marks_in(picture: GoalPicture) -> dict[str, int]:
    """How many marks of each state are drawn, without the one that the legend has of each."""
    svg = drawn.svg(card_of(picture, Language.SWEDISH, Colours.LIGHT)).decode()
    paints = palette(Colours.LIGHT)
    shapes = Counter(re.findall(r'<path (?:fill="none" stroke|fill)="(#\w+)"', svg))
    # A half-full circle is two shapes.
    each_has = {"begun": 2}
    return {state: shapes[paints[PAINTED.get(state, state)]] // each_has.get(state, 1) - 1 for state in (*STATES, LEFT)}


def test_each_looks_as_approved_and_is_light_and_quick(subtests: pytest.Subtests) -> None:
    png(samples.NOTHING)  # the first loads the library
    for name, picture in APPROVED.items():
        begins = time.process_time()
        content = png(picture)
        with each(subtests, name):
            assert is_as_approved(content, name)
            assert len(content) <= MOST_BYTES
            assert time.process_time() - begins < MOST_SECONDS
            with Image.open(io.BytesIO(content)) as opened:
                assert opened.width == 1080
                assert 0.9 < opened.height / opened.width < 1.5
    for name, picture in (("goal", samples.GOAL), ("year", samples.YEAR)):
        with each(subtests, f"{name} in English, in the dark and in README"):
            assert is_as_approved(png(picture, Language.ENGLISH, Colours.DARK), f"{name}-en-dark")
            assert is_as_in_readme(png(picture, Language.ENGLISH), name)


def test_one_mark_more_is_another_picture() -> None:
    one, other = (replace(samples.OF_HUNDREDS, confirmed=number) for number in (226, 225))
    same_words: dict[str, object] = {"legend": [], "head": "", "note": None}
    contents = []
    for picture in (one, other):
        drawing = drawing_of(picture, Language.SWEDISH)
        contents.append(small(drawn.png(replace(drawing, facts={**drawing.facts, **same_words}))))
    assert difference(contents[0], contents[0]) == 0
    assert difference(contents[0], contents[1]) > MOST_DIFFERENT


@pytest.mark.parametrize(
    ("picture", "left"),
    [(samples.GOAL, 4), (samples.OF_SEVEN, 1), (samples.OF_HUNDREDS, 60), (samples.NOTHING, 40)],
)
def test_there_is_a_mark_for_each_resident_of_the_goal(picture: GoalPicture, left: int) -> None:
    shown = marks_in(picture)
    assert shown == {
        "confirmed": picture.confirmed,
        "begun": picture.begun,
        "matched": picture.matched,
        "offered": picture.offered,
        "left": left,
    }
    assert sum(shown.values()) == picture.goal


def test_beyond_the_goal_all_are_there_below_a_line_that_says_so() -> None:
    assert marks_in(samples.BEYOND) | {"left": 0} == {
        "confirmed": 47,
        "begun": 3,
        "matched": 3,
        "offered": 2,
        "left": 0,
    }
    facts = drawing_of(samples.BEYOND, Language.SWEDISH).facts
    assert (facts["goal"], facts["line"], "left" in dict(facts["runs"])) == (40, "Målet: 40", False)


def test_what_is_few_has_no_marks_and_no_sum_tells_it() -> None:
    shown = marks_in(samples.FEW)
    assert (shown["confirmed"], shown["begun"], shown["matched"], shown["offered"]) == (27, 0, 0, 5)
    assert in_words(samples.FEW, Language.SWEDISH) == (
        "27 bekräftade; färre än 5 har börjat, inte bekräftade än; färre än 5 matchade; 5 lediga platser; "
        "övriga, upp till målet"
    )
    hidden = replace(samples.FEW, confirmed=None)
    assert drawing_of(hidden, Language.SWEDISH).facts["head"] == "Färre än 5 av 40"


@pytest.mark.parametrize("goal", [None, 0, 1, 10, 11, 40, 99, 100, 101, 999, 1000, 1001, 123_456, HUGE])
def test_marks_stand_in_countable_rows_and_say_of_how_many_each_tells(goal: int | None) -> None:
    for number in (0, 1, 39, 1_000, HUGE):
        marks = Marks(GoalPicture(2026, samples.TODAY, goal, number, 1, 0, number), *IN_A_CHAT)
        assert marks.across == 5 or marks.across % 10 == 0
        assert sum(marks.runs.values()) <= 1003
        assert marks.runs["confirmed"] * marks.each >= number
        assert marks.runs["begun"] == 1


@pytest.mark.parametrize(
    "picture",
    [
        GoalPicture(2026, samples.TODAY, None, 0, 0, 0, 0),
        GoalPicture(2026, samples.TODAY, 0, 0, 0, 0, 0),
        GoalPicture(2026, samples.TODAY, 1, None, None, None, None),
        GoalPicture(2026, samples.TODAY, HUGE, HUGE, HUGE, HUGE, HUGE, earlier=HUGE),
        GoalPicture(1, date.min, -7, -1, -1, -1, -1, earlier=-1),
        replace(samples.YEAR, months=()),
        replace(samples.YEAR, goal=0, earlier=Starts(-5, -5, -5), months=(Starts(-1, 0, 0),) * 12),
        replace(samples.YEAR, goal=HUGE, earlier=Starts(HUGE, HUGE, HUGE), mentors=HUGE, visits=HUGE, lectures=HUGE),
    ],
)
def test_whatever_the_numbers_there_is_a_picture(picture: Picture) -> None:
    assert drawn.svg(drawing_of(picture, Language.SWEDISH)).startswith(b"<svg")


def test_a_year_goes_on_from_month_to_month_and_what_is_to_come_is_empty() -> None:
    facts = year_facts(samples.YEAR, Language.SWEDISH)
    steps = facts["steps"]
    assert [step["name"] for step in steps][:4] == ["Tidigare", "jan", "feb", "mar"]
    assert [step["news"] for step in steps] == [
        *("+6", "+1", "+2", "+4", "", "+2", "+2", "", "", "+6", "+1", "+2", ""),
    ]
    for before, after in pairwise(steps[:-1]):
        assert before["below"] + sum(before["new"]) == after["below"]
    assert steps[-1] == {"name": "dec", "below": 0, "new": [0, 0, 0], "news": ""}
    assert (facts["head"], facts["note"]) == ("26 av 40", "Dessutom 5 yrkesmentorer, 2 studiebesök, 1 föreläsning.")
    assert [row["number"] for row in facts["legend"]] == ["14", "7", "5"]


@pytest.mark.parametrize(
    ("on", "counted"),
    [(date(2025, 12, 31), "6"), (date(2026, 1, 1), "7"), (samples.LAST, "26"), (date(2027, 6, 1), "26")],
)
def test_a_year_is_told_as_far_as_it_has_come(on: date, counted: str) -> None:
    facts = year_facts(replace(samples.YEAR, on=on, goal=None), Language.ENGLISH)
    assert facts["head"] == counted
    assert len(facts["steps"]) == 13


def test_the_same_is_one_drawing_and_anything_else_another() -> None:
    others = [
        drawing_of(samples.GOAL, Language.ENGLISH),
        drawing_of(samples.GOAL, Language.SWEDISH, Colours.DARK),
        drawing_of(replace(samples.GOAL, begun=1), Language.SWEDISH),
        drawing_of(replace(samples.GOAL, on=samples.LAST), Language.SWEDISH),
        card_of(samples.GOAL, Language.SWEDISH, Colours.LIGHT),
        drawing_of(samples.YEAR, Language.SWEDISH),
    ]
    hashes = {drawing.hash for drawing in others} | {drawing_of(samples.GOAL, Language.SWEDISH).hash}
    assert len(hashes) == 7
    assert drawing_of(replace(samples.GOAL), Language.SWEDISH).hash in hashes
