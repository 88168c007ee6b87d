import re
from datetime import date, time
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

import pytest

from domain.language import Language
from domain.role import Role
from domain.slot import SlotKind, Trade
from domain.working_hours import WorkingHours
from handlers.entry import CANT_READ
from handlers.report.choices import options
from handlers.report.form import QUESTIONS, Complaint, Known, Report, Step
from messages.label import FOLDER, Label, wordings
from messages.menu import COMMANDS
from messages.message import Attachment
from tests.messages.samples import NAMES

HANDLERS = Path(__file__).parents[2] / "handlers"
KNOWN = Known(
    today=date(2026, 11, 24),
    hours=WorkingHours(opens=time(8), closes=time(17), zone=ZoneInfo("UTC"), days_off=frozenset()),
)


def files(language: Language) -> set[str]:
    return {file.name for file in (FOLDER / language).iterdir()}


def offered() -> set[tuple[str, bool]]:
    """The keys of all choices that the form offers, each with whether it names a day."""
    steps = [Report(step=step, starts_on=date(2026, 11, 30)) for step in Step]
    return {(option.label, option.day is not None) for step in steps for option in options(step, KNOWN) if option.label}


def keys_written_in_handlers() -> set[str]:
    """The keys that the code of handlers spells out."""
    code = "".join(file.read_text(encoding="utf-8") for file in HANDLERS.rglob("*.py"))
    return set(re.findall(r'Label\("([a-z_.]+)"\)', code))


NEEDED = {
    *(f"kind.{kind}" for kind in SlotKind),
    *(f"trade.{trade}" for trade in Trade),
    *(f"role.{role}" for role in Role),
    *(f"language.{language}" for language in Language),
    *(f"command.{command}" for command in COMMANDS),
    *(f"complaint.{name}" for name in (*Complaint, "resumed", "where_you_are", *CANT_READ, "other")),
    *(f"sent.{name}" for name in (*CANT_READ, "other")),
    *(f"answer.change_{step}" for step in QUESTIONS),
    *(f"file.{attachment}" for attachment in Attachment),
    *(label for label, _ in offered()),
    *keys_written_in_handlers(),
}


def placeholders(wording: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(wording) if name is not None]


def test_every_language_has_the_same_files() -> None:
    assert files(Language.SWEDISH) == files(Language.ENGLISH)


@pytest.mark.parametrize("language", Language)
def test_every_template_is_registered_and_every_registered_one_is_there(language: Language) -> None:
    templates = {name for name in files(language) if name.endswith(".j2") and not name.startswith("_")}
    assert templates == {f"{name}.html.j2" for name in NAMES}


@pytest.mark.parametrize("language", Language)
def test_every_piece_of_a_template_is_used(language: Language) -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in (FOLDER / language).glob("*.j2"))
    pieces = {name for name in files(language) if name.startswith("_")}
    assert set(re.findall(r'include "([^"]+)"', texts)) == pieces


def test_every_language_has_the_same_labels() -> None:
    assert wordings(Language.SWEDISH).keys() == wordings(Language.ENGLISH).keys()


@pytest.mark.parametrize("language", Language)
def test_every_label_that_the_program_may_ask_for_is_there(language: Language) -> None:
    assert NEEDED - wordings(language).keys() == set()


def test_the_labels_that_the_code_spells_out_are_found() -> None:
    assert {"slot.claim", "slot.show_all", "answer.back", "answer.cancel"} <= keys_written_in_handlers()


@pytest.mark.parametrize("language", Language)
def test_no_label_is_left_over(language: Language) -> None:
    assert wordings(language).keys() - NEEDED == set()


@pytest.mark.parametrize("language", Language)
def test_no_label_is_empty_or_broken_into_lines(language: Language) -> None:
    assert [key for key, wording in wordings(language).items() if not wording.strip() or "\n" in wording] == []


@pytest.mark.parametrize("key", wordings(Language.SWEDISH))
def test_a_label_names_a_day_in_both_languages_or_in_neither(key: str) -> None:
    assert placeholders(wordings(Language.SWEDISH)[key]) == placeholders(wordings(Language.ENGLISH)[key])


@pytest.mark.parametrize(("key", "has_day"), sorted(offered()))
@pytest.mark.parametrize("language", Language)
def test_a_choice_names_its_day_where_it_has_one(language: Language, key: str, *, has_day: bool) -> None:
    assert placeholders(wordings(language)[key]) == (["day"] if has_day else [])
    worded = Label(key, day=date(2026, 11, 24) if has_day else None).worded(language)
    assert ("24 " in worded) is has_day


def test_a_text_of_its_own_is_the_same_in_every_language() -> None:
    assert {Label(text="{day} Centrum & <b>").worded(language) for language in Language} == {"{day} Centrum & <b>"}


def test_a_label_that_is_missing_is_an_error_and_not_an_empty_button() -> None:
    with pytest.raises(KeyError):
        Label("slot.nowhere").worded(Language.SWEDISH)
