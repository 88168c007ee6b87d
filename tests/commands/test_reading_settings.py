"""Settings are what the environment and the file `.env` say; where they are given, neither is asked."""

from pathlib import Path

import pytest

from bot.setting import READ
from bot.settings import VARIABLES, Settings, UnusableSettingsError
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


def test_each_setting_has_its_reader_and_no_other_is_read() -> None:
    assert READ.keys() == VARIABLES.keys()


@pytest.mark.parametrize("named", ["postgresql", "postgresql+psycopg", "postgresql+asyncpg"])
def test_an_address_of_postgresql_may_name_a_driver(named: str) -> None:
    assert READ["database_url"](f"{named}://user@host/steget") == "postgresql://user@host/steget"


@pytest.mark.parametrize(
    ("setting", "written"),
    [
        ("rate", "nan"),
        ("rate", "1"),
        ("rate_chat", "0"),
        ("timezone", "Europe"),
        ("language", "SV"),
        ("working_hours", "08:00Z-17:00"),
    ],
)
def test_what_is_nearly_a_value_is_none(setting: str, written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  whatever reads it may say so
        READ[setting](written)


def test_all_days_that_are_none_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEGET_CLOSED_DAYS", "2026-12-23, 23/12, 2026-12-32")
    with pytest.raises(UnusableSettingsError, match=r"23/12, 2026-12-32"):
        Settings.read()
