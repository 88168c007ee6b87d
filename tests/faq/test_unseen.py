"""Questions that whoever built the search had not seen: the answer is found, and where it is not, there is a way on."""

import tomllib
from pathlib import Path

import pytest

from domain.faq import FaqCode
from domain.faq_search import best
from messages.faq.brought_along import brought_along
from messages.menu import command_meant
from tests.city import City
from tests.each import each
from tests.empty_database import on_sqlite

UNSEEN = tomllib.loads((Path(__file__).parent / "unseen.toml").read_text(encoding="utf-8"))
WITHOUT_ANSWER, OTHER = UNSEEN.pop("none"), UNSEEN.pop("other")
ASKED = [(FaqCode(code), text) for code, texts in UNSEEN.items() for text in texts]

AT_LEAST, AT_MOST = 54, 5
"""Of the 60 so many are answered by the first or the second; of the 20 without an answer so many may be offered one."""

WAYS_ON = {"Skicka frågan", "Fråga oss"}
"""To a human being."""


def found(text: str) -> list[FaqCode | None]:
    return [entry.key.code for entry in best(brought_along(), text)]


def test_of_60_at_least_54_find_their_answer_among_the_first_two() -> None:
    assert len(ASKED) == 60
    missed = [f"{code}: {text}" for code, text in ASKED if code not in found(text)[:2]]
    assert len(missed) <= len(ASKED) - AT_LEAST, missed


def test_what_the_list_has_no_answer_to_is_seldom_offered_one_and_what_asks_nothing_never() -> None:
    mistaken = [text for text in WITHOUT_ANSWER if found(text)]
    assert len(mistaken) <= AT_MOST, mistaken
    assert [text for text in OTHER if found(text) and command_meant(text) is None] == []


@on_sqlite
async def test_whatever_they_are_answered_there_is_a_way_to_a_human_being(
    city: City, subtests: pytest.Subtests
) -> None:
    missed = [text for code, text in ASKED if code not in found(text)[:2]]
    for text in [*missed, *WITHOUT_ANSWER[:4]]:
        with each(subtests, text):
            await city.maleri.says(text)
            assert any(way in button for button in city.maleri.buttons for way in WAYS_ON), city.maleri.last_text
