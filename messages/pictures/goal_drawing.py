"""How the goal picture is drawn: which marks in rows of how many, and the words below."""

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from domain.frozen import frozen
from domain.language import Language
from messages import formats
from messages.label import wordings
from messages.pictures.goal import GoalPicture

STATES = ("confirmed", "begun", "matched", "offered")
LEFT = "left"
"""Whoever of the goal is in none of the four states: nothing is offered yet."""

MOST_MARKS = 1000
"""Above it nobody counts them: a mark is then ten residents, or a hundred, and the picture says so."""

MOST_IN_FIVES = 10
"""Up to it marks may stand in rows of five, all the larger; above it in rows of ten, or of tens side by side."""

IN_A_CHAT, ON_A_CARD = (328, 275), (340, 44)
"""How much room the marks have, in points: across, and down."""


def goal_facts(picture: GoalPicture, language: Language) -> dict[str, Any]:
    """All that the picture in a chat shows, in words."""
    return _field(picture, language, Marks(picture, *IN_A_CHAT)) | {
        "head": _head(picture, language),
        "title": wordings(language)["picture.goal_title"].format(year=picture.year),
        "day": formats.day(picture.on, language),
        "source": wordings(language)["picture.source"],
    }


def card_facts(picture: GoalPicture, language: Language) -> dict[str, Any]:
    """The same marks on a card of a page, which has a head of its own and little room for words."""
    return _field(replace(picture, earlier=0), language, Marks(picture, *ON_A_CARD))


def in_words(picture: GoalPicture, language: Language) -> str:
    """The same for those who can't see it: "26 bekräftade, 2 har börjat, inte bekräftade än"."""
    return "; ".join(f"{row['number']} {row['words']}".strip() for row in _legend(picture, language))


def _field(picture: GoalPicture, language: Language, marks: "Marks") -> dict[str, Any]:
    worded = wordings(language)
    goal = formats.number(picture.goal or 0, language)
    return {
        "language": language.value,
        "runs": [[state, number] for state, number in marks.runs.items() if number],
        "goal": marks.goal,
        "room": [marks.wide, marks.high],
        "across": marks.across,
        "line": worded["picture.goal_line"].format(goal=goal),
        "legend": _legend(picture, language),
        "note": worded["picture.scale"].format(number=formats.number(marks.each, language)) if marks.each > 1 else None,
    }


@frozen
class Marks:
    """How many marks there are, and how they stand in their room."""

    picture: GoalPicture
    wide: int
    high: int

    @cached_property
    def each(self) -> int:
        """Of how many residents each mark tells."""
        most = max(self.picture.goal or 0, sum(_told(self.picture).values()))
        return 1 if most <= MOST_MARKS else int(10 ** math.ceil(math.log10(most / MOST_MARKS)))

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
        """How many stand in a row, so that they are as large as there is room for."""
        ways = list(range(10, MOST_MARKS + 1, 10))
        if sum(self.runs.values()) <= MOST_IN_FIVES:
            ways.insert(0, 5)
        largest: int = max(ways, key=self._largest)
        return largest

    def _largest(self, across: int) -> float:
        """How much room each has then, on every side."""
        most = sum(self.runs.values())
        within = most if self.goal is None else self.goal
        rows = math.ceil(within / across) + math.ceil(max(0, most - within) / across)
        return min(self.wide / across, self.high / max(1, rows))

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
    rows = [_row(picture, state, language) for state in STATES if state not in picture.unsaid]
    if picture.goal is None:
        return rows
    if picture.left is None:
        return [*rows, {"name": LEFT, "number": "", "words": wordings(language)["picture.rest"]}]
    return [*rows, _counted(LEFT, picture.left, language)] if picture.left else rows


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
