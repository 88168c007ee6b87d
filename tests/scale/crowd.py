"""A database full of people, contracts and what is to come, written by the database itself: row by row takes hours."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, create_engine, make_url, text

IS_FULL = os.environ.get("STEGET_SCALE") == "full"
"""Set by `make soak`; without it a tenth has to do."""

STAFF = 10
COORDINATOR = 1
"""The person's id; the rest of the staff are matchers."""

TELEGRAM_IDS_FROM = 5_000_000
DAYS_AHEAD = 700


@dataclass(frozen=True)
class Crowd:
    """How many there are. Each supplier has one contact, who is in; each contract one meeting that is planned."""

    suppliers: int
    contracts: int
    obligations: int

    @property
    def people(self) -> int:
        """Everyone who is in."""
        return STAFF + self.suppliers


FEW = Crowd(suppliers=30, contracts=30, obligations=1_000)
CITY = Crowd(suppliers=1_000, contracts=1_500, obligations=15_000)
"""Ten times a city of a middling size, on the embedded default."""
COUNTRY = Crowd(30_000, 30_000, 1_000_000) if IS_FULL else Crowd(3_000, 3_000, 100_000)
"""Every municipality's suppliers on one server; a tenth of them where time is short."""


def move_in(url: str, crowd: Crowd) -> None:
    """Fill an empty database."""
    dialect = _Dialect(is_sqlite=make_url(url).get_backend_name() == "sqlite")
    with _writing(url) as connection:
        for statement in _statements(dialect, crowd):
            connection.execute(text(statement))
        if not dialect.is_sqlite:
            # What a server learns by itself in the course of a day. SQLite is never told, here as little as in a city.
            connection.execute(text("ANALYZE"))


def make_due(url: str, many: int, *, due_on: str, at: str) -> None:
    """Let the ladder have come to so many obligations, each of a contract of its own as far as there are as many."""
    due = text("UPDATE obligation SET due_on = :due_on, planned_on = :due_on, next_at = :at WHERE id <= :many")
    with _writing(url) as connection:
        connection.execute(due, {"due_on": due_on, "at": at, "many": many})


@contextmanager
def _writing(url: str) -> Iterator[Connection]:
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@dataclass(frozen=True)
class _Dialect:
    """How each database counts days from a beginning."""

    is_sqlite: bool

    def day(self, days: str) -> str:
        """The day that is so many days on."""
        return f"date('2027-01-04', ({days}) || ' days')" if self.is_sqlite else f"DATE '2027-01-04' + ({days})"

    def instant(self, days: str) -> str:
        """Eight in the morning of that day in Stockholm."""
        if self.is_sqlite:
            return f"strftime('%Y-%m-%d 07:00:00.000000', '2027-01-04', ({days}) || ' days')"
        return f"TIMESTAMPTZ '2027-01-04 07:00+00' + ({days}) * INTERVAL '1 day'"


def _statements(dialect: _Dialect, crowd: Crowd) -> list[str]:
    past, ahead = dialect.instant("-100"), f"i % {DAYS_AHEAD}"
    later, due_on = dialect.instant(ahead), dialect.day(ahead)
    own_contract = f"1 + i % {crowd.contracts}"
    own_supplier = f"1 + i % {crowd.suppliers}"
    supplier_of_contract = f"1 + ({own_contract}) % {crowd.suppliers}"
    staff, suppliers, contracts = STAFF, crowd.suppliers, crowd.contracts
    named = f"CASE WHEN i = {COORDINATOR} THEN 'coordinator' ELSE 'matcher' END"
    rows = {
        "supplier (id, name, trade, created_at)": (suppliers, f"i, 'Företag ' || i, 'other', {past}"),
        "person (id, telegram_id, name, role, supplier_id, language, joined_at)": (
            crowd.people,
            f"i, {TELEGRAM_IDS_FROM} + i, 'Person ' || i, CASE WHEN i > {staff} THEN 'supplier' ELSE {named} END, "
            f"CASE WHEN i > {staff} THEN i - {staff} END, 'sv', {past}",
        ),
        "contract (id, supplier_id, registry_number, title, starts_on, clause, planned_until, created_at)": (
            contracts,
            f"i, {own_supplier}, 'UH-2026-' || i, 'Avtal ' || i, {dialect.day('-100')}, 'dialogue', "
            f"{dialect.day('730')}, {past}",
        ),
        "contact (id, supplier_id, name, person_id, created_at)": (
            suppliers,
            f"i, i, 'Person ' || (i + {staff}), i + {staff}, {past}",
        ),
        "contract_contact (contract_id, contact_id, place)": (contracts, f"i, {own_supplier}, 1"),
        "obligation (id, contract_id, supplier_id, kind, key, planned_on, due_on, status, rung, next_at, revision, "
        "created_at)": (
            crowd.obligations,
            f"i, {own_contract}, {supplier_of_contract}, 'follow_up', 'follow_up:' || i, {due_on}, {due_on}, 'open', "
            f"0, {later}, 1, {past}",
        ),
        "nudge (person_id, due_at)": (suppliers, f"i + {staff}, {later}"),
        "meeting (id, contract_id, supplier_id, kind, status, starts_at, minutes, place, organised_by, uid, sequence, "
        "revision, reminded, remind_at, ask_at, created_at)": (
            contracts,
            f"i, i, {own_supplier}, 'other', 'planned', {later}, 60, 'Stadshuset', {COORDINATOR}, 'meeting-' || i, 0, "
            f"1, 0, {later}, {later}, {past}",
        ),
        "attendee (meeting_id, person_id)": (contracts, f"i, {staff} + {own_supplier}"),
        "slot (id, supplier_id, kind, trade, places, area, details, status, revision, reported_at, ask_again_at)": (
            suppliers,
            f"i, i, 'internship', 'other', 1, 'Centrum', '{{}}', 'open', 1, {past}, {later}",
        ),
        "inbox_chat (chat_id)": (crowd.people, f"{TELEGRAM_IDS_FROM} + i"),
        "inbox (id, dedup_key, chat_id, state, attempts, received_at, handled_at)": (
            crowd.people,
            f"i, 'update:' || i, {TELEGRAM_IDS_FROM} + i, 'handled', 0, {dialect.instant('-42')}, "
            f"{dialect.instant('-42')}",
        ),
        "conversation (person_id, answers, form_version, revision, touched_at, parked)": (
            crowd.people,
            f"i, '{{}}', 1, 1, {past}, '[]'",
        ),
        "outbox (id, dedup_key, chat_id, person_id, method, content, lane, ring, queued_at, due_at, state, attempts, "
        "is_possibly_doubled, sent_at)": (
            crowd.people,
            f"i, 'said:' || i, {TELEGRAM_IDS_FROM} + i, i, 'sendMessage', '{{}}', 0, 'always', {past}, {past}, 'sent', "
            f"1, false, {past}",
        ),
        "ledger (id, at, event, supplier_id, contract_id, about, content_hash)": (
            contracts,
            f"i, {past}, 'contract_imported', {own_supplier}, i, 'contract:' || i, 'hash'",
        ),
        "ledger_text (ledger_id, salt, content)": (contracts, "i, 'salt', ''"),
        "ledger_seal (id, ledger_id, previous, hash)": (contracts, "i, i, 'hash', 'hash'"),
    }
    filled = [_filled(table, many, columns) for table, (many, columns) in rows.items()]
    return filled if dialect.is_sqlite else [*filled, *_numbered_on(rows)]


def _filled(table: str, many: int, columns: str) -> str:
    numbers = f"WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < {many})"
    return f"INSERT INTO {table} {numbers} SELECT {columns} FROM number"


def _numbered_on(tables: dict[str, tuple[int, str]]) -> list[str]:
    """Let PostgreSQL number new rows from behind the ones that were numbered here."""
    names = [table.partition(" ")[0] for table in tables if "(id," in table]
    return [f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))" for name in names]
