import json
import re
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.role import Role
from tests.commands.conftest import Steget

NOBODY_THERE = "http://127.0.0.1:9"


@pytest.mark.parametrize("role", list(Role))
def test_an_invitation_is_made_for_each_role_and_works_offline(ready: Steget, role: Role) -> None:
    company = ["--supplier", "Nya Firman AB"] if role is Role.SUPPLIER else []
    result = ready("invite", role.value, "--name", "Mira Holm", *company, "--json")
    assert result.exit_code == 0
    invitation = json.loads(result.output)
    assert len(invitation["code"]) >= 22
    assert invitation["link"] is None
    expires_at = datetime.fromisoformat(invitation["expires_at"])
    assert timedelta(days=13, hours=23) < expires_at - datetime.now(UTC) <= timedelta(days=14)


def test_an_invitation_for_people_says_what_to_do_with_it(ready: Steget) -> None:
    result = ready("invite", "matcher", "--name", "Anna Lind")
    assert "An invitation for Anna Lind." in result.output
    assert re.search(r"^/start \S{22,}$", result.output, re.MULTILINE)


def test_the_code_is_stored_hashed(ready: Steget, tmp_path: Path) -> None:
    code = json.loads(ready("invite", "matcher", "--name", "Anna", "--json").output)["code"]
    assert code.encode() not in b"".join(file.read_bytes() for file in tmp_path.glob("steget.sqlite*"))


def test_a_new_company_is_called_new_and_those_with_nearly_its_name_are_named(ready: Steget) -> None:
    first = ready("invite", "supplier", "--name", "Mira", "--supplier", "Exempelmåleriet AB").output
    assert "Exempelmåleriet AB is new in Steget." in first
    assert "There is already" not in first
    assert "is new" not in ready("invite", "supplier", "--name", "Moa", "--supplier", "Exempelmåleriet AB").output
    near = ready("invite", "supplier", "--name", "Mio", "--supplier", "Exempelmaleriet").output
    assert "There is already: Exempelmåleriet AB." in near


def test_a_supplier_that_is_new_is_created_and_one_that_is_known_is_found(ready: Steget, tmp_path: Path) -> None:
    for name in ("Mira", "Maja"):
        ready("invite", "supplier", "--name", name, "--supplier", "  Nya   Firman AB ")
    with sqlite3.connect(tmp_path / "steget.sqlite") as connection:
        names = connection.execute("SELECT name FROM supplier").fetchall()
    connection.close()
    assert names == [("Nya Firman AB",)]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("invite", "matcher", "--name", "Anna", "--supplier", "AB"), "goes with the role supplier"),
        (("invite", "supplier", "--name", "Mira"), "goes with the role supplier"),
        (("invite", "matcher", "--name", "  "), "1 to 120 characters"),
        (("invite", "matcher", "--name", "a" * 121), "1 to 120 characters"),
        (("invite", "matcher", "--name", "Anna 8112-28-9874"), "a personal number"),
        (("invite", "supplier", "--name", "Mira", "--supplier", "Firman 81 1228 9874"), "a personal number"),
        (("invite", "matcher", "--name", "Anna 070-174 06 35"), "a phone number"),
        (("invite", "matcher", "--name", "Anna anna@example.com"), "an e-mail address"),
        (("invite", "mayor", "--name", "Anna"), "mayor"),
        (("invite", "matcher"), "--name"),
    ],
)
def test_an_invitation_that_cant_be_made_says_why(ready: Steget, words: tuple[str, ...], says: str) -> None:
    result = ready(*words)
    assert result.exit_code == 2
    assert says in result.output
    assert not any(part in result.output for part in ("9874", "174 06", "anna@"))


@pytest.mark.parametrize("words", [("invite", "matcher", "--name", "Anna"), ("status",), ("verify",)])
def test_without_a_database_every_command_says_how_to_make_one(steget: Steget, words: tuple[str, ...]) -> None:
    result = steget(*words)
    assert result.exit_code == 1
    assert "steget migrate" in result.output


def test_run_without_a_token_says_where_to_get_one(ready: Steget) -> None:
    result = ready("run")
    assert result.exit_code == 1
    assert "@BotFather" in result.output


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"rate": "fast"}, "STEGET_RATE:"),
        ({"rate": "0"}, "STEGET_RATE:"),
        ({"rate": "10001"}, "STEGET_RATE:"),
        ({"rate_chat": "1001"}, "STEGET_RATE_CHAT:"),
        ({"timezone": "Mars/Olympus"}, "STEGET_TIMEZONE: there is no such time zone"),
        ({"working_hours": "8-17"}, "STEGET_WORKING_HOURS: write it as 08:00-17:00"),
        ({"working_hours": "17:00-08:00"}, "STEGET_WORKING_HOURS: the day must open before"),
        ({"closed_days": "midsommar"}, "STEGET_CLOSED_DAYS"),
        ({"database_url": "mysql://x"}, "STEGET_DATABASE_URL: write it as"),
        ({"language": "fi"}, "STEGET_LANGUAGE:"),
        ({"telegram_api": "telegram.org"}, "STEGET_TELEGRAM_API: write the whole address"),
    ],
)
def test_a_setting_that_cant_be_used_is_named(steget: Steget, settings: dict[str, str], says: str) -> None:
    result = steget("migrate", **settings)
    assert result.exit_code == 1
    assert says in result.output
    (given,) = settings.values()
    is_secret = "database_url" in settings
    assert (f"(now: {given})" in result.output) is not is_secret


def test_for_a_server_of_ones_own_the_rates_go_up_to_10000_and_1000(ready: Steget) -> None:
    result = ready("status", rate="10000", rate_chat="1000")
    assert result.exit_code == 0, result.output


def test_a_database_file_that_is_none_is_named(steget: Steget, tmp_path: Path) -> None:
    (tmp_path / "steget.sqlite").write_text("not a database, but a letter" * 100)
    for words in (("migrate",), ("status",)):
        result = steget(*words)
        assert result.exit_code == 1
        assert "STEGET_DATABASE_URL" in result.output


def test_check_says_what_is_missing(ready: Steget) -> None:
    result = ready("check", telegram_token="4711:x", telegram_api=NOBODY_THERE)
    assert result.exit_code == 1
    assert "ok    The database is ready." in result.output
    assert "MEND  127.0.0.1:9 refuses the connection." in result.output
    assert "4711" not in result.output


def test_status_and_verify_tell_of_an_empty_city(ready: Steget) -> None:
    result = ready("status", "--json")
    assert result.exception is None, repr(result.exception)
    figures = json.loads(result.output)
    assert figures["updates_waiting"] == figures["possibly_doubled"] == 0
    assert "The ledger is whole." in ready("verify").output


def test_verify_tells_of_a_row_that_was_kept_from_the_seal(ready: Steget, tmp_path: Path) -> None:
    ready("invite", "matcher", "--name", "Anna")
    assert ready("verify").exit_code == 0
    connection = sqlite3.connect(tmp_path / "steget.sqlite")
    connection.execute("DELETE FROM ledger_unsealed")
    connection.commit()
    connection.close()
    result = ready("verify")
    assert result.exit_code == 1
    assert "1 ledger rows were kept from the seal." in result.output


def test_migrating_twice_changes_nothing(ready: Steget) -> None:
    assert ready("migrate").output == "The database is up to date.\n"


NEEDS_LITTLE = """
import sys
from bot.command_line import main

main(["--help"], standalone_mode=False)
loaded_for_help = {"sqlalchemy", "ssl", "telegram"} & sys.modules.keys()
import bot.commands.check, bot.commands.invite

sys.exit(bool(loaded_for_help or "handlers.registry" in sys.modules))
"""


def test_help_is_there_at_once_and_a_small_command_does_not_load_the_whole_bot() -> None:
    assert subprocess.run([sys.executable, "-c", NEEDS_LITTLE], stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_python_m_bot_is_the_same_as_steget() -> None:
    printed = subprocess.run([sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, check=True)
    assert re.search(r"^Usage: \S+ -m bot \[OPTIONS\]", printed.stdout)


@pytest.mark.parametrize("port", ["0", "65536"])
def test_demo_on_a_port_that_is_none_says_what_one_is(steget: Steget, port: str) -> None:
    result = steget("demo", "--port", port)
    assert result.exit_code == 2
    assert "A port is a number from 1 to 65535. Without one it is the usual: steget demo" in result.output


@pytest.mark.parametrize("url", ["sqlite:///", "sqlite:///:memory:"])
def test_a_database_in_memory_is_none(steget: Steget, url: str) -> None:
    result = steget("migrate", database_url=url)
    assert result.exit_code == 1
    assert "STEGET_DATABASE_URL: name the file too, as in sqlite:///steget.sqlite" in result.output
