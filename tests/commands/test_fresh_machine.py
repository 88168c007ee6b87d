"""The commonest mistakes on a fresh machine, made on purpose: what came, and that doing what it says leads on."""

import os
import socket
import sqlite3
from pathlib import Path

import pytest

from tests.commands.conftest import Steget
from tests.commands.machine import RIGHT, Machine, command_in
from tests.each import each

READY = "ok    The database is ready."
SPEAKS = "ok    The bot speaks for Exempelstad."


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


async def test_nothing_was_filled_in_yet(machine: Machine) -> None:
    (machine.folder / ".env").unlink()
    said, code = await machine.runs("run")
    assert code == 1
    assert "send /newbot, and put the token that you get into .env" in said
    assert machine.types(command_in(said, "Make one:")).code == 0
    assert (machine.folder / ".env").read_text().startswith("# Copy this file to .env and fill it in.")
    assert "There is no .env" not in (await machine.runs("run")).words


def test_every_command_that_is_named_works_from_where_they_stand(machine: Machine) -> None:
    said, code = machine.types(".venv/bin/steget run")
    assert code == 1
    named = command_in(said, "Make it:")
    assert named == ".venv/bin/steget migrate"
    assert machine.types(named) == ("The database is up to date.\n", 0)


def test_the_token_is_not_whole(ready: Steget, subtests: pytest.Subtests) -> None:
    for token in ("4711", "made-up", "4711: made-up", "bot4711:made-up", "https://t.me/steget_bot"):
        with each(subtests, token):
            result = ready("run", telegram_token=token)
            assert result.exit_code == 1
            assert "STEGET_TELEGRAM_TOKEN: a token is digits, a colon, and letters" in result.output
            assert token not in result.output


NAMES = (
    ("STEGET_CONTAKT=x", "STEGET_CONTAKT is no setting, so nothing heeds it. Did you mean STEGET_CONTACT?"),
    ("STEGET_TOKEN=x", "STEGET_TOKEN is no setting, so nothing heeds it. Did you mean STEGET_TELEGRAM_TOKEN?"),
    ("TELEGRAM_TOKEN=x", "TELEGRAM_TOKEN is no setting, so nothing heeds it. Did you mean STEGET_TELEGRAM_TOKEN?"),
    ("export STEGET_STAD=x", "STEGET_STAD is no setting, so nothing heeds it."),
)


def test_a_name_is_misspelt(ready: Steget, machine: Machine, subtests: pytest.Subtests) -> None:
    for line, says in NAMES:
        with each(subtests, line):
            machine.writes(f"{RIGHT}{line}\n")
            assert f"MEND  {says}\n" in ready("check").output
            assert says in ready("status").stderr
            assert ready("status").exit_code == 0


def test_names_of_other_programs_are_left_alone(ready: Steget, machine: Machine) -> None:
    machine.writes(f"{RIGHT}POSTGRES_PASSWORD=x\nTZ=Europe/Stockholm\nCOMPOSE_PROJECT_NAME=steget\n")
    assert "is no setting" not in ready("check").output


UNREADABLE = (
    ("STEGET_RATE 30", "line 5: the = is missing. Write STEGET_RATE=value"),
    ("STEGET_RATE", "line 5: the = is missing. Write STEGET_RATE=value"),
    ('\n\nSTEGET_CITY="Exempelstad', "line 7: it can't be read."),
)


def test_a_line_can_not_be_read(ready: Steget, machine: Machine, subtests: pytest.Subtests) -> None:
    for line, says in UNREADABLE:
        with each(subtests, line):
            machine.writes(f"{RIGHT}{line}\n")
            result = ready("status")
            assert result.exit_code == 1
            assert says in result.output


AS_SAVED = (
    ("with a mark, by Notepad", "utf-8-sig", RIGHT),
    ("as Unicode, by Notepad", "utf-16", RIGHT),
    ("by Windows", "utf-8", RIGHT.replace("\n", "\r\n")),
    ("with spaces behind", "utf-8", RIGHT.replace("\n", "   \n")),
    ("with spaces between", "utf-8", RIGHT.replace("=", " = ")),
    ("for a shell", "utf-8", "".join(f"export {line}\n" for line in RIGHT.splitlines())),
    ("in quotes", "utf-8", RIGHT.replace("=", '="').replace("\n", '"\n')),
    ("by a word processor", "utf-8", RIGHT.replace("=", "=“").replace("\n", "”\n")),
)


def test_however_it_is_saved_it_is_read(ready: Steget, machine: Machine, subtests: pytest.Subtests) -> None:
    for how, encoding, text in AS_SAVED:
        with each(subtests, how):
            machine.writes(text, encoding=encoding)
            said = ready("check").output
            assert SPEAKS in said
            assert "127.0.0.1:9 refuses the connection" in said


def test_it_is_saved_in_an_encoding_that_nobody_can_tell(ready: Steget, machine: Machine) -> None:
    machine.writes("STEGET_CITY=Malmö\n", encoding="latin-1")
    assert "is not saved as UTF-8" in ready("status").output
    (machine.folder / ".env").unlink()
    (machine.folder / ".env").mkdir()
    assert ".env is a folder." in ready("status").output


VALUES = (
    ("WORKING_HOURS", "8-17", "write it as 08:00-17:00 (now: 8-17)"),
    ("CLOSED_DAYS", "midsommar", "write the days as 2026-12-23,2027-01-05 (now: midsommar)"),
    ("RATE", "snabbt", "a number more than 1 and at most 10000, such as 30 (now: snabbt)"),
    ("LANGUAGE", "svenska", "write sv or en (now: svenska)"),
    ("TIMEZONE", "Stockholm", "write for example Europe/Stockholm (now: Stockholm)"),
    ("NUDGE_DAYS", "snart", "write a whole number of working days from -60 to 60, or off, such as 0 (now: snart)"),
    ("PROXY", "proxy.example:3128", "write the proxy's address as http://proxy.example:3128"),
    ("TELEGRAM_API", "api.telegram.org", "write the whole address, beginning with https://"),
    ("DATABASE_URL", "steget.sqlite", "write it as sqlite:///steget.sqlite or as postgresql://"),
)


def test_a_value_is_none(ready: Steget, subtests: pytest.Subtests) -> None:
    for name, value, says in VALUES:
        with each(subtests, name):
            result = ready("status", **{name.lower(): value})
            assert result.exit_code == 1
            assert f"STEGET_{name}: " in result.output
            assert says in result.output
            assert not [word for word in ("ValueError", "UnusableError", "Traceback") if word in result.output]


def test_a_secret_in_the_wrong_line_is_not_shown(ready: Steget) -> None:
    for secret in ("123456789:AbC-hemlig", "postgresql://steget:hemlig@db/steget"):
        said = ready("status", rate=secret).output
        assert ("STEGET_RATE:" in said, "hemlig" in said) == (True, False)


async def test_the_databases_folder_is_missing(machine: Machine) -> None:
    url = "sqlite:///data/år 1/steget.sqlite"
    said, code = await machine.runs("migrate", database_url=url)
    assert code == 1
    assert "doesn't exist" in said
    assert machine.types(command_in(said, "Make it:")).code == 0
    assert (await machine.runs("migrate", database_url=url)).code == 0


async def test_check_names_the_folder_too(machine: Machine) -> None:
    url = f"sqlite:///{machine.folder / 'data' / 'steget.sqlite'}"
    said, code = await machine.runs("check", database_url=url)
    assert (code, "doesn't exist" in said) == (1, True)
    assert machine.types(command_in(said, "Make it:")).code == 0
    assert "There is no database yet" in (await machine.runs("check", database_url=url)).words


def test_help_is_had_from_where_they_stand(machine: Machine) -> None:
    said, code = machine.types(".venv/bin/steget invite mayor")
    assert code == 2
    asked = said.partition("Try '")[2].partition("'")[0]
    assert asked == ".venv/bin/steget invite --help"
    assert machine.types(asked).code == 0


async def test_what_is_there_is_no_database(machine: Machine) -> None:
    (machine.folder / "steget.sqlite").write_text("not a database, but a letter" * 100)
    said, code = await machine.runs("migrate")
    assert code == 1
    assert machine.types(command_in(said, "name another file:")).code == 0
    assert (await machine.runs("migrate")).code == 0


def test_the_database_is_made_by_a_newer_version(ready: Steget, machine: Machine) -> None:
    with sqlite3.connect(machine.folder / "steget.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for command in ("migrate", "status", "run"):
        assert "made by a newer version" in ready(command).output


NO_RIGHTS = (
    ("a folder", "mkdir shut; chmod 555 shut", "may not write in the folder"),
    ("a file", "mkdir shut; touch shut/steget.sqlite; chmod 444 shut/steget.sqlite", "may not write to"),
)


def test_the_user_has_no_rights(machine: Machine, subtests: pytest.Subtests) -> None:
    # For root nothing is shut, unless it lays that power down.
    as_user = "setpriv --bounding-set -dac_override,-dac_read_search" if os.geteuid() == 0 else ""
    if as_user and machine.types(f"{as_user} true").code != 0:
        pytest.skip("root can't lay its power down here")
    for what, shut, says in NO_RIGHTS:
        with each(subtests, what):
            machine.types(f"rm -rf shut; {shut}")
            migrate = f"STEGET_DATABASE_URL=sqlite:///shut/steget.sqlite {as_user} .venv/bin/steget migrate"
            said, code = machine.types(migrate)
            assert (code, says in said) == (1, True), said
            assert machine.types(command_in(said, "Open it for yourself:")).code == 0
            assert machine.types(migrate).code == 0


async def test_the_port_is_taken(machine: Machine) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said, code = await machine.runs("demo", "--port", str(port))
    assert (code, f"Port {port} is taken." in said) == (1, True)
    assert command_in(said, "Try another:").endswith(f" demo --port {port + 1}")


async def test_only_its_owner_can_read_what_is_kept(machine: Machine) -> None:
    machine.types("umask 000; .venv/bin/steget migrate")
    file = machine.folder / "steget.sqlite"
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o644)
    said, code = await machine.runs("check")
    assert (code, f"Other users of this machine can read {file}" in said) == (1, True)
    assert machine.types(command_in(said, "Close it:")).code == 0
    assert READY in (await machine.runs("check")).words
    assert "Other users" not in (await machine.runs("check")).words
