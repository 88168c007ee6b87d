"""The commands on PostgreSQL: they work, and say plainly what is wrong when it is away or lets nobody in."""

import asyncio
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import Cluster
from tests.commands.conftest import Steget
from tests.empty_database import EmptyTemplate

PASSWORD = "hemligt-ord"
NOBODY_THERE = f"postgresql://steget:{PASSWORD}@127.0.0.1:9/steget"


@pytest.fixture
def address(cluster: Cluster, tmp_path: Path) -> Iterator[str]:
    """A migrated database's address, as an operator writes it."""
    empty = EmptyTemplate(cluster)
    yield empty.copied(tmp_path)
    empty.clear_away()


def test_the_commands_work(steget: Steget, address: str) -> None:
    with_driver = address.replace("postgresql://", "postgresql+psycopg://")
    for named in (address, with_driver):
        assert steget("migrate", database_url=named).output == "The database is up to date.\n"
    invited = json.loads(steget("invite", "matcher", "--name", "Anna Lind", "--json", database_url=address).output)
    assert len(invited["code"]) >= 22
    assert json.loads(steget("status", "--json", database_url=address).output)["ledger_unsealed"] == 1
    assert "The ledger is whole." in steget("verify", database_url=address).output
    assert "ok    The database is ready." in steget("check", database_url=address).output


def test_a_new_database_is_migrated(steget: Steget, cluster: Cluster) -> None:
    cluster.execute("CREATE DATABASE newborn")
    try:
        address = cluster.url("newborn")
        assert "steget migrate" in steget("status", database_url=address).output
        assert steget("migrate", database_url=address).exit_code == 0
        assert steget("status", database_url=address).exit_code == 0
    finally:
        cluster.drop("newborn")


def test_of_several_servers_the_first_that_gives_a_connection_is_used(
    steget: Steget, address: str, cluster: Cluster
) -> None:
    for hosts in (f"{cluster.folder},127.0.0.1:9", f"127.0.0.1:9,{cluster.folder}"):
        several = address.replace(f"host={cluster.folder}", f"host={hosts}")
        assert steget("status", database_url=several).exit_code == 0, hosts


def test_the_certificates_of_the_machine_are_no_file(steget: Steget, address: str) -> None:
    assert steget("status", database_url=f"{address}&sslmode=verify-full&sslrootcert=system").exit_code == 0


def test_a_demand_that_the_bot_cant_see_to_is_told(steget: Steget, address: str) -> None:
    asked = f"{address}&channel_binding=prefer&channel_binding=require&requirepeer=postgres"
    asked += "&sslcertmode=allow&gssencmode=disable"
    output = steget("check", database_url=asked).output
    assert "The database's address demands channel_binding=require" in output
    assert "The database's address demands requirepeer=postgres" in output
    assert output.count("demands") == 2
    assert "demands" not in steget("check", database_url=address).output


def test_a_host_that_is_silent_leaves_time_for_the_next(
    steget: Steget, address: str, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.postgresql.CONNECT_FOR", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hosts = f"127.0.0.1:{silent.getsockname()[1]},{cluster.folder}"
        assert steget("status", database_url=address.replace(str(cluster.folder), hosts)).exit_code == 0


def test_a_name_that_nobody_knows_is_named(steget: Steget, monkeypatch: pytest.MonkeyPatch) -> None:
    async def knows_none(*_asked: object, **_options: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", knows_none)
    output = steget("status", database_url="postgresql://steget@nobody.invalid/steget").output
    assert "no server answers there: the name nobody.invalid can't be found." in output
    assert "getent hosts nobody.invalid" in output


@pytest.mark.parametrize("is_there", [True, False])
def test_a_certificate_that_cant_be_read_is_no_server_that_is_away(
    steget: Steget, tmp_path: Path, *, is_there: bool
) -> None:
    file = tmp_path / "root.crt"
    if is_there:
        file.write_text("no certificate")
    output = steget("status", database_url=f"{NOBODY_THERE}?sslmode=verify-full&sslrootcert={file}").output
    words = "no certificate or crl found" if is_there else f"{file}: No such file or directory"
    assert f"no encrypted connection comes about that can be trusted: {words}." in output
    assert PASSWORD not in output


COMMANDS = [("migrate",), ("status",), ("verify",), ("invite", "matcher", "--name", "Anna"), ("check",), ("run",)]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_server_that_is_away_is_named(steget: Steget, words: tuple[str, ...]) -> None:
    result = steget(*words, database_url=NOBODY_THERE, telegram_token="4711:x", telegram_api="http://127.0.0.1:9")
    assert result.exit_code == 1
    assert "The database can't be opened: no server answers there. Look at STEGET_DATABASE_URL." in result.output
    assert "pg_isready -h 127.0.0.1 -p 9" in result.output
    assert PASSWORD not in result.output


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_a_database_or_a_user_that_is_missing_is_named(
    steget: Steget, cluster: Cluster, words: tuple[str, ...]
) -> None:
    for address in (cluster.url("missing"), cluster.url("postgres", user="nobody-knows")):
        result = steget(*words, database_url=address, telegram_token="4711:x", telegram_api="http://127.0.0.1:9")
        assert result.exit_code == 1
        assert "has no such database or no such user" in result.output
        makes = "createdb --owner=" if "missing" in address else "createuser --pwprompt nobody-knows"
        assert f"sudo -u postgres {makes}" in result.output


def test_a_wrong_password_is_named_and_never_shown(steget: Steget, cluster: Cluster) -> None:
    cluster.execute("DROP ROLE IF EXISTS guarded")
    cluster.execute("CREATE ROLE guarded LOGIN PASSWORD 'another'")
    result = steget("status", database_url=cluster.url("postgres", user=f"guarded:{PASSWORD}"))
    assert result.exit_code == 1
    assert "it refuses the user or the password." in result.output
    assert r"sudo -u postgres psql -c '\password guarded'" in result.output
    assert PASSWORD not in result.output


def test_a_user_who_may_not_make_tables_is_told_what_to_do(steget: Steget, cluster: Cluster) -> None:
    cluster.execute("DROP ROLE IF EXISTS visitor")
    cluster.execute("CREATE ROLE visitor LOGIN")
    cluster.execute("CREATE DATABASE anothers")
    try:
        result = steget("migrate", database_url=cluster.url("anothers", user="visitor"))
        # A connection that is closed leaves the server a moment later; one that was forgotten stays.
        until = time.monotonic() + 5
        while cluster.is_in_use("anothers") and time.monotonic() < until:
            time.sleep(0.01)
        assert not cluster.is_in_use("anothers")
    finally:
        cluster.drop("anothers")
    assert result.exit_code == 1
    assert "Make the user the database's owner." in result.output
    assert """psql -c 'ALTER DATABASE "anothers" OWNER TO "visitor"'""" in result.output


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://user:hemligt-ord@host/steget", "write it as sqlite:///steget.sqlite or as postgresql://"),
        ("postgresql+pg8000://user:hemligt-ord@host/steget", "write it as"),
        ("postgresql://user:hemligt-ord@host", "name the database too"),
        ("postgresql://user:hemligt-ord@rest@host/steget", "as %40"),
        ("postgresql://user:hemligt-ord@host:port/steget", "write it as"),
        ("postgresql://user:hemligt-ord@host:99999/steget", "write it as"),
        ("hemligt-ord", "write it as"),
    ],
)
def test_an_address_that_cant_be_used_is_explained_without_its_password(
    steget: Steget, address: str, says: str
) -> None:
    result = steget("status", database_url=address)
    assert result.exit_code == 1
    assert f"STEGET_DATABASE_URL: {says}" in result.output or says in result.output
    assert PASSWORD not in result.output
    assert "rest@host" not in result.output
