"""`steget import`: the same preview as in the chat, and nothing is done unless the operator says so."""

import sqlite3
from pathlib import Path

import pytest

from bot.demo import sample_city
from tests.commands.conftest import Steget
from tests.importing.sheets import csv, row

SAMPLE = Path(sample_city.__file__).parent / "sample_contracts.csv"
SOON = {"starts_on": "2099-01-01", "ends_on": "2100-12-31"}
LONG_AGO = {"starts_on": "2025-01-01", "ends_on": ""}


def contracts(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "steget.sqlite") as connection:
        question = (
            "SELECT p.registry_number FROM contract c JOIN procurement p ON p.id = c.procurement_id ORDER BY c.id"
        )
        found = [number for (number,) in connection.execute(question)]
    connection.close()
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one right contract and one wrong."""
    file = tmp_path / "avtal.csv"
    file.write_bytes(csv(row("A-1", **SOON), row("A-2", **SOON | {"starts_on": "snart"})))
    return file


def test_without_a_word_from_the_operator_it_is_only_shown(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv(row(**SOON)))
    result = ready("import", "a.csv")
    assert result.exit_code == 2
    assert "1 new contract" in result.output
    assert "Nothing was taken in." in result.output
    assert contracts(tmp_path) == []


def test_with_yes_it_is_taken_in_and_again_changes_nothing(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv(row(**SOON)))
    result = ready("import", "a.csv", "--yes")
    assert result.exit_code == 0
    assert "New: 1 contract" in result.output
    again = ready("import", "a.csv", "--yes")
    assert again.exit_code == 0
    assert "1 unchanged contract" in again.output
    assert contracts(tmp_path) == ["A-1"]
    assert ready("verify").exit_code == 0


def test_a_half_wrong_file_is_taken_in_only_where_the_operator_asks_for_the_right_rows(
    ready: Steget, tmp_path: Path, file: Path
) -> None:
    result = ready("import", str(file), "--yes")
    assert result.exit_code == 1
    assert "Row 3, Starts:" in result.output
    assert f"take in the others: steget import {file} --right-rows\n" in result.output
    assert contracts(tmp_path) == []
    assert ready("import", str(file), "--yes", "--right-rows").exit_code == 0
    assert contracts(tmp_path) == ["A-1"]


def test_contracts_that_run_already_begin_again_where_asked(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv(row(**LONG_AGO)))
    assert ready("import", "a.csv", "--yes", "--from-today").exit_code == 0
    with sqlite3.connect(tmp_path / "steget.sqlite") as connection:
        keys = {key for (key,) in connection.execute("SELECT key FROM obligation")}
    connection.close()
    assert {"start_up:again", "plan:again"} <= keys


def test_what_runs_already_names_the_way_to_begin_again_and_done_is_done(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv(row(**LONG_AGO)))
    shown = ready("import", "a.csv").output
    assert "Begin from today (--from-today):" in shown
    assert "Nothing was taken in. To take it in: steget import a.csv --yes" in shown
    assert "steget import a.csv --from-today --yes" in ready("import", "a.csv", "--from-today").output
    taken = ready("import", "a.csv", "--yes").output
    assert "Nothing is saved yet" not in shown + taken
    assert "New: 1 contract" in taken


def test_a_terminal_that_names_its_language_is_answered_in_it(
    ready: Steget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_bytes(csv(row(**SOON)))
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    said = ready("import", "a.csv", language="en").output
    assert "1 nytt avtal" in said
    assert "Inget togs in. För att ta in det: steget import a.csv --yes" in said


def test_one_that_names_none_is_answered_in_english_throughout(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv(row(**SOON)))
    said = ready("import", "a.csv", language="sv").output
    assert "1 new contract" in said
    assert "avtal" not in said


def test_headings_that_are_missing_lead_to_the_template_as_it_is_written_here(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("them;and others\n1;2\n")
    said = ready("import", "a.csv").output
    assert "I don't find all headings in a.csv" in said
    assert "/import" not in said
    assert "A template to fill in: steget import --template" in said


def test_a_plan_of_procurements_is_known_and_sent_to_the_chat(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(csv("Måleri;4 milj", headings="Upphandling;Värde"))
    result = ready("import", "plan.csv", "--yes")
    assert result.exit_code == 1
    assert "plan.csv is a plan of procurements, no list of contracts. It comes in by the chat" in result.output


def test_the_sample_file_is_right(ready: Steget) -> None:
    result = ready("import", str(SAMPLE))
    assert "13 new contracts" in result.output
    assert "with mistakes" not in result.output


@pytest.mark.parametrize("name", ["contracts.xlsx", "x.csv", "x.xlsx"])
def test_a_template_is_written_and_nothing_is_overwritten(ready: Steget, tmp_path: Path, name: str) -> None:
    words = ("import", "--template") if name == "contracts.xlsx" else ("import", "--template", name)
    assert f"{name} is ready to fill in." in ready(*words).output
    assert (tmp_path / name).stat().st_size > 100
    again = ready(*words)
    assert again.exit_code == 1
    assert "is there already" in again.output
    assert "There are no contracts in the file." in ready("import", name).output


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("import",), 2, "steget import --template"),
        (("import", "nowhere.csv"), 1, "nowhere.csv can't be read"),
        (("import", "nowhere/x.xlsx", "--template"), 1, "Make it: mkdir -p /"),
        (("import", "."), 1, ". can't be read: it is a folder."),
    ],
)
def test_what_cant_be_done_says_why(ready: Steget, words: tuple[str, ...], code: int, says: str) -> None:
    result = ready(*words)
    assert result.exit_code == code
    assert says in result.output


def test_without_a_database_it_says_how_to_make_one(steget: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(csv(row()))
    assert "steget migrate" in steget("import", "a.csv").output


def test_a_file_that_is_none_is_refused(ready: Steget, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    result = ready("import", "a.pdf", "--yes")
    assert result.exit_code == 1
    assert "It is a PDF" in result.output
    assert "/import" not in result.output
    assert "A template to fill in: steget import --template" in result.output
