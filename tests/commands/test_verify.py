"""`steget verify FILE` and `--head`: whether a file is one of ours, and whether anything before a seal was changed."""

import asyncio
import hashlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from domain.ledger_event import LedgerEvent
from storage import ledger
from storage.database import Database
from storage.documents import document
from storage.documents.document import Document
from storage.people import supplier
from tests.commands.conftest import Steget
from tests.contracts import add_contract
from tests.storage.rows import NOW

CONTENT = b"%PDF-1.7 a dossier"


@pytest.fixture
def city(ready: Steget, tmp_path: Path) -> Steget:
    """A city in which Anna was invited, then a dossier was made, then Bashir was invited; all of it sealed."""
    ready("invite", "matcher", "--name", "Anna")
    asyncio.run(_in_database(tmp_path))
    ready("invite", "matcher", "--name", "Bashir")
    asyncio.run(_sealed(tmp_path))
    (tmp_path / "akt.pdf").write_bytes(CONTENT)
    return ready


async def _in_database(folder: Path) -> None:
    """What the bot does: the ledger is sealed, a dossier is asked for, and made."""
    await _sealed(folder)
    database = Database(f"sqlite:///{folder / 'steget.sqlite'}")
    async with database.write() as session:
        firm = await supplier.found_or_created(session, "Exempelmåleriet AB", now=NOW)
        contract = await add_contract(session, firm.id, "KS 2026/17", at=NOW)
        made = Document(
            kind=DocumentKind.DOSSIER,
            format=DocumentFormat.PDF,
            language=Language.SWEDISH,
            contract_id=contract.id,
            facts={},
            ledger_head=await ledger.head(session),
            asked_at=NOW,
            registry_number="KS 2026/41",
        )
        await document.order(session, made)
        checksum = hashlib.sha256(CONTENT).hexdigest()
        await document.keep(session, made.id, CONTENT, sha256=checksum, now=NOW)
        await ledger.record(session, LedgerEvent.DOCUMENT_MADE, at=NOW, content=checksum, about=made.reference)
    await database.close()


async def _sealed(folder: Path) -> None:
    database = Database(f"sqlite:///{folder / 'steget.sqlite'}")
    async with database.write() as session:
        await ledger.seal(session, at_most=100)
    await database.close()


def change(folder: Path, *, row: int) -> None:
    """Somebody with the file in hand changes a row of the ledger."""
    tamper(folder, "UPDATE ledger SET event = 'meeting_confirmed' WHERE id = ?", row)


def tamper(folder: Path, statement: str, *values: object) -> None:
    """Whatever they do to the tables, behind the triggers; there must be a row for it."""
    with closing(sqlite3.connect(folder / "steget.sqlite")) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        assert connection.execute(statement, values).rowcount == 1
        connection.commit()


def heads(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "steget.sqlite")) as connection:
        return [hash_ for (hash_,) in connection.execute("SELECT hash FROM ledger_seal ORDER BY id")]


def test_a_file_of_ours_is_known_by_every_byte(city: Steget, tmp_path: Path) -> None:
    known = city("verify", "akt.pdf")
    assert known.exit_code == 0
    assert (
        "Steget made the file: Dossier, KS 2026/17 Målning av skolor. Document 1, made 2026-11-23 08:30" in known.output
    )
    assert "Registered: KS 2026/41" in known.output
    assert "The seal is in the chain. Rows up to it: 1. All are as they were sealed." in known.output
    assert "The ledger is whole." in known.output
    (tmp_path / "akt.pdf").write_bytes(CONTENT + b" ")
    other = city("verify", "akt.pdf")
    assert other.exit_code == 1
    assert "Steget has not made this file, or it was changed since." in other.output
    missing = city("verify", "ingen.pdf")
    assert missing.exit_code == 1
    assert "ingen.pdf can't be read: it isn't there." in missing.output


def test_a_row_changed_before_the_seal_shows_and_one_after_it_is_told_apart(city: Steget, tmp_path: Path) -> None:
    first, *_, last = heads(tmp_path)
    assert "Rows up to it: 1. All are as they were sealed." in city("verify", "--head", first).output
    change(tmp_path, row=3)
    after = city("verify", "akt.pdf", "--head", first.upper())
    assert after.exit_code == 1
    assert after.output.count("Rows up to it: 1. All are as they were sealed.") == 2
    assert "Ledger row 3 is not as it was sealed." in after.output
    assert "Rows up to it: 3. One of them was changed since." in city("verify", "--head", last).output
    change(tmp_path, row=1)
    before = city("verify", "akt.pdf")
    assert before.exit_code == 1
    assert "Rows up to it: 1. One of them was changed since." in before.output
    assert "Ledger row 1 is not as it was sealed." in before.output


def test_who_changes_a_documents_row_makes_no_other_file_ours_and_who_changes_the_ledger_too_is_seen(
    city: Steget, tmp_path: Path
) -> None:
    forged = b"%PDF-1.7 another dossier"
    (tmp_path / "annan.pdf").write_bytes(forged)
    checksum = hashlib.sha256(forged).hexdigest()
    tamper(tmp_path, "UPDATE document SET content = ?, sha256 = ? WHERE id = 1", forged, checksum)
    assert "Steget has not made this file, or it was changed since." in city("verify", "annan.pdf").output
    assert "Steget made the file: Dossier" in city("verify", "akt.pdf").output
    own = hashlib.sha256(CONTENT).hexdigest()
    tamper(tmp_path, "UPDATE ledger_text SET content = ? WHERE content = ?", checksum, own)
    seen = city("verify", "annan.pdf")
    assert seen.exit_code == 1
    assert "Ledger row 2 is not as it was sealed." in seen.output


def test_a_seal_that_is_not_in_the_chain_is_refused(city: Steget, monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = city("verify", "--head", "ab" * 32)
    assert unknown.exit_code == 1
    assert re.search(r"The seal (ab){32} is not in the chain", unknown.output)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    swedish = city("verify", "akt.pdf", "--head", "0" * 64)
    assert swedish.exit_code == 0
    assert "Steget har gjort filen: Akt, KS 2026/17 Målning av skolor." in swedish.output
    assert "Sigillet finns i kedjan. Rader fram till det: 0." in swedish.output


def test_one_who_forges_the_whole_chain_anew_has_other_seals(city: Steget, tmp_path: Path) -> None:
    """Whoever seals all anew has a chain that holds, but not the seal that stands in the document."""
    first = heads(tmp_path)[0]
    change(tmp_path, row=1)
    with closing(sqlite3.connect(tmp_path / "steget.sqlite")) as connection:
        connection.execute("DELETE FROM ledger_seal")
        connection.execute("INSERT INTO ledger_unsealed SELECT id FROM ledger")
        connection.commit()
    asyncio.run(_sealed(tmp_path))
    assert "The ledger is whole." in city("verify").output
    refused = city("verify", "akt.pdf")
    assert refused.exit_code == 1
    assert "The seal in the file is not in the chain" in refused.output
    assert city("verify", "--head", first).exit_code == 1
