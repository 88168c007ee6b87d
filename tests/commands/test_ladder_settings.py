"""The ladder's days are settings, and what is wrong with them is said with the variable's name."""

from pathlib import Path

import pytest

from bot.settings import Settings, UnusableSettingsError
from domain.ladder import USUAL
from domain.obligation import Rung


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def chosen(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(f"STEGET_{name}_DAYS", value)
    return Settings.read()


def test_without_a_word_the_ladder_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(monkeypatch).ladder.days == USUAL
    assert chosen(monkeypatch, REMINDER="", NUDGE="").ladder.days == USUAL


def test_every_step_can_be_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = chosen(monkeypatch, REMINDER="-5", NUDGE="1", SECOND_CONTACT="3", COORDINATOR="20")
    assert list(settings.ladder.days.values()) == [-5, 1, 3, 20]


@pytest.mark.parametrize("word", ["off", "av", " OFF "])
def test_every_step_but_the_top_can_be_left_out(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    settings = chosen(monkeypatch, REMINDER=word, NUDGE=word, SECOND_CONTACT=word)
    assert settings.ladder.days == {Rung.COORDINATOR: 10}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"COORDINATOR": "off"}, "STEGET_COORDINATOR_DAYS: write a whole number of working days from -60 to 60"),
        ({"NUDGE": "soon"}, "STEGET_NUDGE_DAYS: write a whole number of working days from -60 to 60, or off"),
        ({"REMINDER": "-61"}, "STEGET_REMINDER_DAYS: write a whole number of working days from -60 to 60, or off"),
        ({"SECOND_CONTACT": "2.5"}, "STEGET_SECOND_CONTACT_DAYS: write a whole number"),
        ({"NUDGE": "5"}, "the steps of the ladder must come one after another: STEGET_REMINDER_DAYS"),
        ({"COORDINATOR": "-20"}, "the steps of the ladder must come one after another"),
    ],
)
def test_what_is_wrong_is_said_with_its_name(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], told: str
) -> None:
    with pytest.raises(UnusableSettingsError) as error:
        chosen(monkeypatch, **values)
    (line,) = error.value.explained
    assert line.startswith(told)
