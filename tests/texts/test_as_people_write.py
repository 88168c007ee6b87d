"""Six hundred texts as people write them, each with its one right reading; a wrong reading is worse than none.

The table was written by somebody who had seen neither the code nor its tests.
"""

import tomllib
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, time
from pathlib import Path
from typing import Any

import pytest

from domain.command import Command
from domain.typed_number import understood_number
from domain.typed_text import cleaned
from domain.typed_time import understood_times
from domain.working_hours import WorkingHours
from handlers.form.question import Known
from handlers.form.typed import typed_day
from messages.heard import ANYTHING, is_question, kind_word, offered
from messages.menu import START, command_meant
from tests.each import each

TABLE = tomllib.loads((Path(__file__).parent / "as_people_write.toml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 25)
HOURS = WorkingHours(time(8), time(17), UTC, frozenset())
REFUSED, NONE = "refused", "none"
MENU = ("menu", START, Command.HELP)
"""The menu is what help shows, and what /start does."""

Reading = Callable[[str, dict[str, Any]], object]


def a_day(text: str, entry: dict[str, Any]) -> object:
    today = date.fromisoformat(entry.get("today", TODAY.isoformat()))
    said = typed_day({}, Known(today, HOURS), text)
    try:
        return date.fromisoformat(str(said)).isoformat()
    except ValueError:
        return REFUSED


def a_time(text: str, _entry: dict[str, Any]) -> object:
    times = understood_times(text)
    return times.begins.isoformat("minutes") if times is not None else REFUSED


def a_number(text: str, _entry: dict[str, Any]) -> object:
    number = understood_number(text)
    return number if number is not None else REFUSED


def a_command(text: str, entry: dict[str, Any]) -> object:
    meant = command_meant(text)
    command = meant.command if meant is not None else None
    if entry["right"] in MENU and command in MENU:
        return entry["right"]
    return str(command) if command is not None else NONE


def a_kind_word(text: str, _entry: dict[str, Any]) -> object:
    return kind_word(text) or NONE


def an_offer(text: str, _entry: dict[str, Any]) -> object:
    found = offered(text)
    return "some" if found == ANYTHING else found or NONE


def a_question(text: str, _entry: dict[str, Any]) -> object:
    return is_question(text)


READINGS: dict[str, Reading] = {
    "day": a_day,
    "time": a_time,
    "number": a_number,
    "command": a_command,
    "kind": a_kind_word,
    "offer": an_offer,
    "question": a_question,
}


@pytest.mark.parametrize("table", READINGS)
def test_each_text_is_read_as_it_is_meant(table: str, subtests: pytest.Subtests) -> None:
    for entry in TABLE[table]:
        with each(subtests, repr(entry["text"])):
            sent = unicodedata.normalize("NFD", entry["text"]) if entry.get("nfd") else entry["text"]
            assert READINGS[table](cleaned(sent), entry) == entry["right"], entry.get("why", "")
