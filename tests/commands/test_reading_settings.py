"""Settings are what the environment and the file `.env` say; where they are given, neither is asked."""

from pathlib import Path

import pytest

from bot.settings import Settings
from domain.ladder import USUAL


def test_where_the_settings_are_given_the_environment_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEGET_NUDGE_DAYS", "4")
    assert Settings().ladder.days == USUAL


def test_the_environment_goes_before_the_file_unless_it_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("STEGET_CITY=Filköping\nSTEGET_CONTACT=010-1\nsteget_rate=20\n", encoding="utf-8")
    monkeypatch.setenv("STEGET_CITY", "Miljöping")
    monkeypatch.setenv("STEGET_CONTACT", "")
    settings = Settings.read()
    assert (settings.city, settings.contact, settings.rate) == ("Miljöping", "010-1", 20.0)
