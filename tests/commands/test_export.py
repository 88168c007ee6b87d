"""`steget export`: files of what is kept, the owner's alone, written over nothing, and recorded."""

import sqlite3
import stat
from pathlib import Path

import pytest

from domain.export import Export
from tests.commands.conftest import Steget
from tests.each import each
from tests.files.opened import lines, tabs
from tests.importing.sheets import csv, row

RUNS = {"starts_on": "2099-01-01", "ends_on": "2100-12-31"}


def recorded(folder: Path) -> list[tuple[int | None, str]]:
    """Who took out what."""
    with sqlite3.connect(folder / "steget.sqlite") as connection:
        question = (
            "SELECT l.actor_id, t.content FROM ledger l JOIN ledger_text t ON t.ledger_id = l.id "
            "WHERE l.event = 'exported' ORDER BY l.id"
        )
        found = connection.execute(question).fetchall()
    connection.close()
    return found


@pytest.fixture
def with_contract(ready: Steget, tmp_path: Path) -> Steget:
    """A database with one contract in it."""
    (tmp_path / "a.csv").write_bytes(csv(row("KS 2026/17", **RUNS)))
    assert ready("import", "a.csv", "--yes").exit_code == 0
    return ready


def test_everything_goes_into_a_folder_of_the_owners_alone_and_is_recorded(
    with_contract: Steget, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    result = with_contract("export")
    folder = tmp_path / "steget-export"
    assert result.exit_code == 0
    assert "steget-export/contracts.xlsx is ready." in result.output
    assert "They hold personal data." in result.output
    assert {file.name for file in folder.iterdir()} == {f"{export}.xlsx" for export in Export}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in folder.iterdir():
        with each(subtests, file.name):
            assert stat.S_IMODE(file.stat().st_mode) == 0o600
    # In the city's language, since the terminal names none of ours.
    contracts = tabs((folder / "contracts.xlsx").read_bytes())["Avtal"]
    assert [line["Diarienummer"] for line in contracts] == ["KS 2026/17"]
    assert recorded(tmp_path) == [(None, f"{export} xlsx") for export in Export]
    assert with_contract("verify").exit_code == 0


def test_what_is_asked_for_goes_where_it_is_asked_to(with_contract: Steget, tmp_path: Path) -> None:
    assert with_contract("export", "contracts", "contacts", "--format", "csv", "--output", "here").exit_code == 0
    assert {file.name for file in (tmp_path / "here").iterdir()} == {"contracts.csv", "contacts.csv"}
    assert len(lines((tmp_path / "here" / "contracts.csv").read_bytes())) == 1
    assert with_contract("export", "contracts", "--output", "one.csv").exit_code == 0
    assert with_contract("export", "--output", "All.XLSX", LANG="sv_SE.UTF-8").exit_code == 0
    assert len(tabs((tmp_path / "All.XLSX").read_bytes())) == len(Export)
    assert recorded(tmp_path)[-1] == (None, " ".join([*Export, "xlsx"]))


def test_nothing_is_written_over_without_a_word(with_contract: Steget, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("mine")
    result = with_contract("export", "contracts", "--output", "one.csv")
    assert result.exit_code == 1
    assert "one.csv is there already." in result.output
    assert "export contracts --output one.csv --yes" in result.output
    assert (tmp_path / "one.csv").read_text() == "mine"
    assert recorded(tmp_path) == []
    assert with_contract("export", "contracts", "--output", "one.csv", "--yes").exit_code == 0
    assert stat.S_IMODE((tmp_path / "one.csv").stat().st_mode) == 0o600
    assert len(lines((tmp_path / "one.csv").read_bytes())) == 1


def test_what_makes_no_sense_is_told_with_a_way_on(
    with_contract: Steget, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    (tmp_path / "file").write_text("")
    cases = {
        ("bogus",): "'bogus' is not one of 'contracts'",
        ("--output", "a.csv"): "A CSV file holds one thing. Say which, or take out a file for each: ",
        ("contracts", "--format", "csv", "--output", "a.xlsx"): "say different things",
        ("--output", "nowhere/a.xlsx"): f"{tmp_path}/nowhere isn't there",
        ("--output", "nowhere/a"): f"Make it: mkdir -p {tmp_path}/nowhere",
        ("--output", "file"): "file can't be written: ",
    }
    for words, said in cases.items():
        with each(subtests, " ".join(words)):
            result = with_contract("export", *words)
            assert result.exit_code != 0
            assert said in " ".join(result.output.split())
    assert recorded(tmp_path) == []


def test_a_database_that_is_not_there_is_told(steget: Steget) -> None:
    result = steget("export")
    assert result.exit_code == 1
    assert "There is no database yet" in result.output
