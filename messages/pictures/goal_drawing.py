"""How the goal picture is drawn: which marks in rows of how many, and the words below."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from domain.language import Language
from messages import formats
from messages.label import wordings
from messages.pictures.goal import GoalPicture

STATES = ("confirmed", "begun", "matched", "offered")
LEFT = "left"
"""Whoever of the goal is in none of the four states: nothing is offered yet."""

MOST_MARKS = 1000
"""Above it nobody counts them: a mark is then ten residents, or a hundred, and the picture says so."""

FEW = 10
"""Up to it marks are large, in rows of five; above it in rows of ten."""


def goal_facts(picture: GoalPicture, language: Language) -> dict[str, Any]:
    """All that the picture shows, in words."""
    worded, marks = wordings(language), Marks(picture)
    goal = None if picture.goal is None else formats.number(picture.goal, language)
    said = {"year": picture.year, "goal": goal, "number": formats.number(marks.each, language)}
    return {
        "language": language.value,
        "head": _head(picture, language),
        "title": worded["picture.goal_title"].format(**said),
        "runs": [[state, number] for state, number in marks.runs.items() if number],
        "goal": marks.goal,
        "across": marks.across,
        "line": worded["picture.goal_line"].format(**said),
        "legend": _legend(picture, language),
        "note": worded["picture.scale"].format(**said) if marks.each > 1 else None,
        "day": formats.day(picture.on, language),
        "source": worded["picture.source"],
    }


@dataclass(frozen=True)
class Marks:
    """How many marks there are, and how they stand."""

    picture: GoalPicture

    @cached_property
    def each(self) -> int:
        """Of how many residents each mark tells."""
        most = max(self.picture.goal or 0, sum(_told(self.picture).values()))
        return 1 if most <= MOST_MARKS else 10 ** math.ceil(math.log10(most / MOST_MARKS))

    @cached_property
    def goal(self) -> int | None:
        """So many marks are the goal."""
        return None if self.picture.goal is None else self._so_many(self.picture.goal)

    @cached_property
    def runs(self) -> Mapping[str, int]:
        """How many marks of each state, in their order; the last are left to the goal."""
        told = {state: self._so_many(number) for state, number in _told(self.picture).items()}
        return told | {LEFT: max(0, (self.goal or 0) - sum(told.values()))}

    @cached_property
    def across(self) -> int:
        """How many stand in a row: tens side by side where they are many, so that the field is about a square."""
        most = sum(self.runs.values())
        if most <= FEW:
            return 5
        return 10 * max(1, math.ceil(math.sqrt(most) / 10))

    def _so_many(self, residents: int) -> int:
        return math.ceil(max(0, residents) / self.each)


def _told(picture: GoalPicture) -> dict[str, int]:
    """The numbers that may be told; what is hidden is not in it."""
    return {state: number for state in STATES if (number := getattr(picture, state)) is not None}


def _head(picture: GoalPicture, language: Language) -> str:
    worded = wordings(language)
    few, confirmed = worded["picture.few"], picture.confirmed
    number = few.capitalize() if confirmed is None else formats.number(confirmed, language)
    if picture.goal is None:
        return number
    return worded["picture.goal_head"].format(number=number, goal=formats.number(picture.goal, language))


def _legend(picture: GoalPicture, language: Language) -> list[dict[str, str]]:
    rows = [_row(picture, state, language) for state in STATES]
    told = _told(picture)
    if picture.goal is None:
        return rows
    if len(told) < len(STATES):
        return [*rows, {"name": LEFT, "number": "", "words": wordings(language)["picture.rest"]}]
    left = picture.goal - sum(told.values())
    return [*rows, _counted(LEFT, left, language)] if left > 0 else rows


def _row(picture: GoalPicture, state: str, language: Language) -> dict[str, str]:
    number = getattr(picture, state)
    if number is None:
        words = f"{wordings(language)['picture.few']} {wordings(language)[f'mark_many.{state}']}"
        return {"name": state, "number": "", "words": words}
    row = _counted(state, number, language)
    if state == "confirmed" and picture.earlier:
        earlier = formats.number(picture.earlier, language)
        row["words"] += wordings(language)["picture.earlier"].format(number=earlier)
    return row


def _counted(state: str, number: int, language: Language) -> dict[str, str]:
    table = "mark_one" if number == 1 else "mark_many"
    return {
        "name": state,
        "number": formats.number(number, language),
        "words": wordings(language)[f"{table}.{state}"],
    }
