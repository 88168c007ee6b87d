"""Rows in their thousands, written by the database itself: one by one, a million would take an hour."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.scale.size import COORDINATOR, STAFF, TELEGRAM_IDS_FROM, Crowd

TODAY = -42
"""As the dialects count: the day on which the tests' Monday morning is."""

DAYS_AHEAD = 700
"""Over so many days all that is to come is spread."""


MEETINGS_HELD_FOR_EACH_AHEAD = 9


@dataclass(frozen=True)
class Dialect:
    """How a database counts days from the beginning of 2027, given an expression of how many.

    Attributes:
        day: The day.
        instant: Eight in the morning of that day in Stockholm.
        is_numbering_apart: Whether numbers that were given by hand are given again.
    """

    day: Callable[[str], str]
    instant: Callable[[str], str]
    is_numbering_apart: bool


SQLITE = Dialect(
    day=lambda days: f"date('2027-01-04', ({days}) || ' days')",
    instant=lambda days: f"strftime('%Y-%m-%d 07:00:00.000000', '2027-01-04', ({days}) || ' days')",
    is_numbering_apart=False,
)
POSTGRESQL = Dialect(
    day=lambda days: f"DATE '2027-01-04' + ({days})",
    instant=lambda days: f"TIMESTAMPTZ '2027-01-04 07:00+00' + ({days}) * INTERVAL '1 day'",
    is_numbering_apart=True,
)


@dataclass(frozen=True)
class Rows:
    """So many rows of a table; each column by an expression of `i`, the row's number from 1."""

    table: str
    many: int
    columns: dict[str, str]

    @property
    def statement(self) -> str:
        """What writes them."""
        numbers = f"WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < {self.many})"
        names, values = ", ".join(self.columns), ", ".join(self.columns.values())
        return f"INSERT INTO {self.table} ({names}) {numbers} SELECT {values} FROM number"


@dataclass(frozen=True)
class NumberedOn:
    """New rows of a table get numbers behind those that are there."""

    table: str

    @property
    def statement(self) -> str:
        """What sees to it."""
        return f"SELECT setval(pg_get_serial_sequence('{self.table}', 'id'), (SELECT max(id) FROM {self.table}))"


def everything(crowd: Crowd, dialect: Dialect) -> Iterator[Rows | NumberedOn]:
    """All rows of a crowd, parents first."""
    for part in (_people, _contracts, _to_come, _said):
        yield from numbered_on(part(crowd, dialect), dialect)


def numbered_on(parts: Iterable[Rows], dialect: Dialect) -> Iterator[Rows | NumberedOn]:
    """The rows, and behind them what sees to it that new ones are numbered on."""
    for rows in parts:
        yield rows
        if dialect.is_numbering_apart and "id" in rows.columns:
            yield NumberedOn(rows.table)


def _people(crowd: Crowd, dialect: Dialect) -> Iterator[Rows]:
    past = dialect.instant("-100")
    supplier = {"id": "i", "name": "'Företag ' || i", "trade": "'other'", "created_at": past}
    yield Rows("supplier", crowd.suppliers, supplier)
    staff = f"CASE WHEN i = {COORDINATOR} THEN 'coordinator' ELSE 'matcher' END"
    person = {
        "id": "i",
        "telegram_id": f"{TELEGRAM_IDS_FROM} + i",
        "name": "'Person ' || i",
        "role": f"CASE WHEN i > {STAFF} THEN 'supplier' ELSE {staff} END",
        "supplier_id": f"CASE WHEN i > {STAFF} THEN i - {STAFF} END",
        "language": "'sv'",
        "joined_at": past,
    }
    yield Rows("person", crowd.people, person)
    contact = {
        "id": "i",
        "supplier_id": "i",
        "name": "'Person ' || i",
        "person_id": f"i + {STAFF}",
        "created_at": past,
    }
    yield Rows("contact", crowd.suppliers, contact)
    talk = {
        "person_id": "i",
        "answers": "'{}'",
        "form_version": "1",
        "revision": "1",
        "touched_at": past,
        "parked": "'[]'",
    }
    yield Rows("conversation", crowd.people, talk)


def _contracts(crowd: Crowd, dialect: Dialect) -> Iterator[Rows]:
    procurement = {
        "id": "i",
        "registry_number": "'UH-2026-' || i",
        "title": "'Avtal ' || i",
        "created_at": dialect.instant("-100"),
    }
    yield Rows("procurement", crowd.contracts, procurement)
    contract = {
        "id": "i",
        "supplier_id": _supplier_of("i", crowd),
        "procurement_id": "i",
        "title": "'Avtal ' || i",
        "starts_on": dialect.day("-100"),
        "clause": "'dialogue'",
        "planned_until": dialect.day("730"),
        "created_at": dialect.instant("-100"),
    }
    yield Rows("contract", crowd.contracts, contract)
    place = {"contract_id": "i", "contact_id": _supplier_of("i", crowd), "place": "1"}
    yield Rows("contract_contact", crowd.contracts, place)


def _to_come(crowd: Crowd, dialect: Dialect) -> Iterator[Rows]:
    past, at = dialect.instant("-100"), dialect.instant(f"i % {DAYS_AHEAD}")
    due_on = dialect.day(f"i % {DAYS_AHEAD}")
    contract = f"1 + i % {crowd.contracts}"
    obligation = {
        "id": "i",
        "contract_id": contract,
        "supplier_id": _supplier_of(contract, crowd),
        "kind": "'follow_up'",
        "key": "'follow_up:' || i",
        "planned_on": due_on,
        "due_on": due_on,
        "status": "'open'",
        "rung": "0",
        "next_at": at,
        "revision": "1",
        "created_at": past,
    }
    yield Rows("obligation", crowd.obligations, obligation)
    yield Rows("nudge", crowd.suppliers, {"person_id": f"i + {STAFF}", "due_at": at})
    is_ahead = f"i % {MEETINGS_HELD_FOR_EACH_AHEAD + 1} = 0"
    meeting = {
        "id": "i",
        "contract_id": "i",
        "supplier_id": _supplier_of("i", crowd),
        "kind": "'other'",
        "status": f"CASE WHEN {is_ahead} THEN 'planned' ELSE 'held' END",
        "starts_at": f"CASE WHEN {is_ahead} THEN {at} ELSE {past} END",
        "minutes": "60",
        "place": "'Stadshuset'",
        "organised_by": str(COORDINATOR),
        "uid": "'meeting-' || i",
        "sequence": "0",
        "revision": "1",
        "reminded": "0",
        "remind_at": f"CASE WHEN {is_ahead} THEN {at} END",
        "ask_at": f"CASE WHEN {is_ahead} THEN {at} END",
        "created_at": past,
    }
    yield Rows("meeting", crowd.contracts, meeting)
    attendee = {"meeting_id": "i", "person_id": f"{STAFF} + {_supplier_of('i', crowd)}"}
    yield Rows("attendee", crowd.contracts, attendee)
    slot = {
        "id": "i",
        "supplier_id": "i",
        "reported_by": f"i + {STAFF}",
        "kind": "'internship'",
        "trade": "'other'",
        "places": "1",
        "area": "'Centrum'",
        "details": "'{}'",
        "starts_on": due_on,
        "status": "'open'",
        "revision": "1",
        "reported_at": past,
        "next_at": at,
    }
    yield Rows("slot", crowd.suppliers, slot)


def _said(crowd: Crowd, dialect: Dialect) -> Iterator[Rows]:
    past = dialect.instant("-42")
    person = f"1 + i % {crowd.people}"
    chat = f"{TELEGRAM_IDS_FROM} + {person}"
    yield Rows("inbox_chat", crowd.people, {"chat_id": f"{TELEGRAM_IDS_FROM} + i"})
    update = {
        "id": "i",
        "dedup_key": "'earlier:' || i",
        "chat_id": chat,
        "state": "'handled'",
        "attempts": "0",
        "received_at": past,
        "handled_at": past,
    }
    yield Rows("inbox", crowd.said, update)
    message = {
        "id": "i",
        "dedup_key": "'earlier:' || i",
        "chat_id": chat,
        "person_id": person,
        "method": "'sendMessage'",
        "content": "'{}'",
        "lane": "0",
        "ring": "'always'",
        "queued_at": past,
        "due_at": past,
        "state": "'sent'",
        "attempts": "1",
        "possible_copies": "0",
        "sent_at": past,
    }
    yield Rows("outbox", crowd.said, message)
    contract = f"1 + i % {crowd.contracts}"
    record = {
        "id": "i",
        "at": past,
        "event": "'obligation_fulfilled'",
        "supplier_id": _supplier_of(contract, crowd),
        "contract_id": contract,
        "about": "'obligation:' || i",
        "content_hash": "'hash'",
    }
    yield Rows("ledger", crowd.said, record)
    yield Rows("ledger_text", crowd.said, {"ledger_id": "i", "salt": "'salt'", "content": "''"})
    yield Rows("ledger_seal", crowd.said, {"id": "i", "ledger_id": "i", "previous": "'hash'", "hash": "'hash'"})


def _supplier_of(contract: str, crowd: Crowd) -> str:
    return f"1 + ({contract} - 1) % {crowd.suppliers}"
