"""A city that has been at it for years: what is open is the same at any age, and what is over has piled up."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import make_url, text

from domain.placement import TOWARDS_GOAL
from domain.slot import SlotKind, SlotStatus, Trade
from storage.outbox import Lane, Method, OutboxState
from tests.scale.asked_and_told import asked_and_told
from tests.scale.crowd import writing
from tests.scale.rows import POSTGRESQL, SQLITE, TODAY, Dialect, NumberedOn, Rows, numbered_on
from tests.scale.size import COORDINATOR, MATCHER, STAFF, TELEGRAM_IDS_FROM

SUPPLIERS = 1_000
AREAS = 25
BUSY = 10
"""So many suppliers do a tenth of everything."""


RARE_SLOT = 1
"""The id of one whose kind, trade and area hardly ever occur."""

RARE_KIND, RARE_TRADE = SlotKind.LECTURE, Trade.OFFICE
_IS_RARE = f"i % 400 = {RARE_SLOT}"


@dataclass(frozen=True)
class Age:
    """How much there is after so many years with so many suppliers.

    Each supplier has one who is in, two contracts that run, and what they bring with them in a year.
    """

    years: int
    suppliers: int

    @property
    def people(self) -> int:
        """Everyone who is in."""
        return STAFF + self.suppliers

    @property
    def gone(self) -> int:
        """Those whose access has ended."""
        return self.years * self.suppliers // 10

    @property
    def contracts(self) -> int:
        """Those that run."""
        return 2 * self.suppliers

    @property
    def bought(self) -> int:
        """Procurements that contracts have come from, those that have ended too; every fifth was planned here."""
        return self.contracts + self.contracts * self.years // 4

    @property
    def open_slots(self) -> int:
        """Offered, and nobody has taken them on yet."""
        return self.suppliers // 4

    @property
    def taken_slots(self) -> int:
        """A matcher has them."""
        return self.suppliers // 10

    @property
    def slots(self) -> int:
        """All that were ever reported, the open ones last and before them the taken ones."""
        return self.open_slots + self.taken_slots + 2 * self.years * self.suppliers

    @property
    def goal(self) -> int:
        """Residents a year: rather more than begin."""
        return 2 * self.suppliers

    @property
    def planned(self) -> int:
        """Meetings to come."""
        return self.suppliers // 4

    @property
    def meetings(self) -> int:
        """All that there were or are to come, the latter last."""
        return self.planned + 3 * self.years * self.suppliers

    @property
    def to_be_done(self) -> int:
        """Obligations that are open."""
        return 4 * self.suppliers

    @property
    def obligations(self) -> int:
        """All that there ever were, the open ones last."""
        return self.to_be_done + 6 * self.years * self.suppliers

    @property
    def said(self) -> int:
        """Messages, all of which have come through."""
        return 30 * self.years * self.people

    @property
    def noted(self) -> int:
        """Rows of the ledger."""
        return 20 * self.years * self.people


def aged(url: str, years: int, *, suppliers: int = SUPPLIERS) -> Age:
    """Fill an empty database with a city of that age."""
    age = Age(years, suppliers)
    is_sqlite = make_url(url).get_backend_name() == "sqlite"
    dialect = SQLITE if is_sqlite else POSTGRESQL
    with writing(url) as connection:
        for rows in _everything(age, dialect):
            connection.execute(text(rows.statement))
        if not is_sqlite:
            connection.execute(text("ANALYZE"))
    return age


def _everything(age: Age, dialect: Dialect) -> Iterator[Rows | NumberedOn]:
    for part in (_people, _contracts, _slots, _goals, _meetings, _obligations, _said, _asked_and_told):
        yield from numbered_on(part(age, dialect), dialect)


def _people(age: Age, dialect: Dialect) -> Iterator[Rows]:
    long_ago = dialect.instant(f"{TODAY} - {365 * age.years}")
    supplier = {"id": "i", "name": "'Företag ' || i", "trade": "'other'", "created_at": long_ago}
    yield Rows("supplier", age.suppliers, supplier)
    is_in = f"i <= {age.people}"
    staff = f"CASE WHEN i = {COORDINATOR} THEN 'coordinator' ELSE 'matcher' END"
    person = {
        "id": "i",
        "telegram_id": f"{TELEGRAM_IDS_FROM} + i",
        "name": "'Person ' || i",
        "role": f"CASE WHEN i > {STAFF} THEN 'supplier' ELSE {staff} END",
        "supplier_id": f"CASE WHEN i > {STAFF} THEN {_supplier(f'i - {STAFF}', age)} END",
        "language": "'sv'",
        "joined_at": long_ago,
        "ended_at": f"CASE WHEN {is_in} THEN NULL ELSE {_spread(dialect, f'i - {age.people}', age.gone, age)} END",
    }
    yield Rows("person", age.people + age.gone, person)
    contact = {"id": "i", "supplier_id": "i", "name": "'Person ' || i", "person_id": f"i + {STAFF}"}
    yield Rows("contact", age.suppliers, contact | {"created_at": long_ago})
    talk = {"person_id": "i", "answers": "'{}'", "form_version": "1", "revision": "1"}
    yield Rows("conversation", age.people, talk | {"touched_at": long_ago, "parked": "'[]'"})
    at = _spread(dialect, "i", age.people + age.gone, age)
    invitation = {
        "id": "i",
        "code_hash": "'hash ' || i",
        "name": "'Person ' || i",
        "role": "'supplier'",
        "supplier_id": _supplier("i", age),
        "created_at": at,
        "expires_at": at,
        "redeemed_at": at,
        "redeemed_by": "i",
        "invited_by": str(COORDINATOR),
    }
    yield Rows("invitation", age.people + age.gone, invitation)


def _contracts(age: Age, dialect: Dialect) -> Iterator[Rows]:
    procurement = {
        "id": "i",
        "registry_number": "'UH-' || i",
        "title": "'Avtal ' || i",
        "noted_at": f"CASE WHEN i % 5 = 0 THEN {dialect.instant(f'{TODAY} - 400')} END",
        "created_at": dialect.instant(f"{TODAY} - 400"),
    }
    yield Rows("procurement", age.bought, procurement)
    contract = {
        "id": "i",
        "supplier_id": _supplier("i", age),
        "procurement_id": "i",
        "title": "'Avtal ' || i",
        "starts_on": dialect.day(f"{TODAY} - 300"),
        "ends_on": f"CASE WHEN i > {age.contracts} THEN {dialect.day(f'{TODAY} - 1 - i % 300')} END",
        "clause": "'dialogue'",
        "planned_until": dialect.day("730"),
        "created_at": dialect.instant(f"{TODAY} - 300"),
    }
    yield Rows("contract", age.bought, contract)
    place = {"contract_id": "i", "contact_id": _supplier("i", age), "place": "1"}
    yield Rows("contract_contact", age.bought, place)


def _slots(age: Age, dialect: Dialect) -> Iterator[Rows]:
    first_taken = age.slots - age.open_slots - age.taken_slots
    is_open, is_taken, is_back = f"i > {age.slots - age.open_slots}", f"i > {first_taken}", "i % 5 = 0"
    matcher = f"{MATCHER} + i % {STAFF - 1}"
    at = _spread(dialect, "i", age.slots, age)
    status = (
        f"CASE WHEN {is_open} THEN '{SlotStatus.OPEN}' WHEN {is_taken} THEN '{SlotStatus.RESERVED}' "
        f"WHEN {is_back} THEN '{SlotStatus.WITHDRAWN}' ELSE '{SlotStatus.FILLED}' END"
    )
    slot = {
        "id": "i",
        "supplier_id": _busy("i", age),
        "reported_by": f"{_busy('i', age)} + {STAFF}",
        "kind": _one_of([kind for kind in SlotKind if kind is not RARE_KIND], "i", rarely=RARE_KIND),
        "trade": _one_of([trade for trade in Trade if trade is not RARE_TRADE], "i / 3", rarely=RARE_TRADE),
        "places": "1",
        "area": f"CASE WHEN {_IS_RARE} THEN 'Skogen' ELSE 'Område ' || ((i / 7) % {AREAS}) END",
        "contract_id": _busy("i", age),
        "details": "'{}'",
        "starts_on": dialect.day(str(TODAY + 30)),
        "status": status,
        "revision": "1",
        "reported_at": at,
        "claimed_by": f"CASE WHEN {is_open} THEN NULL WHEN {is_taken} OR NOT {is_back} THEN {matcher} END",
        "claimed_at": f"CASE WHEN {is_open} THEN NULL WHEN {is_taken} OR NOT {is_back} THEN {at} END",
        "next_at": f"CASE WHEN {is_open} THEN {dialect.instant('i % 30')} END",
    }
    yield Rows("slot", age.slots, slot)
    started = {"id": "i", "code": "'B' || i", "slot_id": "i", "status": "'confirmed'", "matcher_id": matcher}
    begun = {"begun_on": _spread(dialect, "i", age.slots, age, day=True), "is_new_resident": "i % 4 > 0"}
    settled = {"started_at": at, "settled_by": f"{_busy('i', age)} + {STAFF}", "settled_at": at}
    yield Rows("placement", first_taken, started | begun | settled)
    inquiry = {
        "id": "i",
        "slot_id": "i",
        "asked_by": matcher,
        "asked_of": f"{_busy('i', age)} + {STAFF}",
        "question": "'Vilka tider?'",
        "asked_at": at,
        "answered_by": f"{_busy('i', age)} + {STAFF}",
        "answer": "'Från sju.'",
        "answered_at": at,
    }
    yield Rows("inquiry", first_taken // 2, inquiry)


def _goals(age: Age, dialect: Dialect) -> Iterator[Rows]:
    decided = {"decided_on": dialect.day(f"{TODAY} - 300"), "registry_number": "'KS ' || i"}
    goal = {"id": "i", "year": "2027 - i", "number": str(age.goal), "kinds": f"'{json.dumps(TOWARDS_GOAL)}'"}
    yield Rows("goal", age.years + 1, goal | decided | {"set_at": dialect.instant(f"{TODAY} - 300")})
    one_of_each = {"supplier_id": "i", "kind": "'internship'", "number": "1", "year": "2026 - i % 2"}
    entered = {"source": "'Redovisning'", "entered_at": dialect.instant(f"{TODAY} - 300")}
    yield Rows("earlier_result", age.suppliers // 10, {"id": "i"} | one_of_each | entered)


def _meetings(age: Age, dialect: Dialect) -> Iterator[Rows]:
    over = age.meetings - age.planned
    is_ahead, ahead = f"i > {over}", dialect.instant(f"i % {age.planned} + 1")
    past = _spread(dialect, "i", age.meetings, age)
    meeting = {
        "id": "i",
        "contract_id": _busy("i", age),
        "supplier_id": _busy("i", age),
        "kind": "'other'",
        "status": f"CASE WHEN {is_ahead} THEN 'planned' ELSE 'held' END",
        "starts_at": f"CASE WHEN {is_ahead} THEN {ahead} ELSE {past} END",
        "minutes": "60",
        "place": "'Stadshuset'",
        "organised_by": str(COORDINATOR),
        "uid": "'meeting-' || i",
        "sequence": "0",
        "revision": "1",
        "reminded": "0",
        "remind_at": f"CASE WHEN {is_ahead} THEN {ahead} END",
        "ask_at": f"CASE WHEN {is_ahead} THEN {ahead} END",
        "created_at": past,
    }
    yield Rows("meeting", age.meetings, meeting)
    come = f"CASE WHEN {is_ahead} THEN NULL ELSE true END"
    theirs = {"meeting_id": "i", "person_id": f"{STAFF} + {_busy('i', age)}", "has_come": come}
    yield Rows("attendee", age.meetings, theirs)
    ours = {"meeting_id": "i", "person_id": f"{MATCHER} + i % {STAFF - 1}", "has_come": come}
    yield Rows("attendee", age.meetings, ours)


def _obligations(age: Age, dialect: Dialect) -> Iterator[Rows]:
    over = age.obligations - age.to_be_done
    is_over, past = f"i <= {over}", _spread(dialect, "i", over, age)
    was_due, is_due = _spread(dialect, "i", over, age, day=True), dialect.day("10 + i % 300")
    due_on = f"CASE WHEN {is_over} THEN {was_due} ELSE {is_due} END"
    obligation = {
        "id": "i",
        "contract_id": f"1 + i % {age.contracts}",
        "supplier_id": _supplier(f"1 + i % {age.contracts}", age),
        "kind": "'follow_up'",
        "key": "'follow_up:' || i",
        "planned_on": due_on,
        "due_on": due_on,
        "status": f"CASE WHEN {is_over} THEN 'fulfilled' ELSE 'open' END",
        "rung": "0",
        "next_at": f"CASE WHEN {is_over} THEN NULL ELSE {dialect.instant('i % 300')} END",
        "fulfilled_by": f"CASE WHEN {is_over} THEN 'meeting:' || i END",
        "settled_at": f"CASE WHEN {is_over} THEN {past} END",
        "revision": "1",
        "created_at": past,
    }
    yield Rows("obligation", age.obligations, obligation)
    yield Rows("nudge", age.suppliers, {"person_id": f"i + {STAFF}", "due_at": dialect.instant("i % 300")})


def _said(age: Age, dialect: Dialect) -> Iterator[Rows]:
    # The last of each is a new face who has hardly been spoken to: whoever looks for their messages must not look far.
    person = f"1 + i % {age.people - 1}"
    at = _spread(dialect, "i", age.said, age)
    is_edit = "i % 5 = 0"
    message = {
        "id": "i",
        "dedup_key": "'earlier:' || i",
        "chat_id": f"{TELEGRAM_IDS_FROM} + {person}",
        "person_id": person,
        "method": f"CASE WHEN {is_edit} THEN '{Method.EDIT_MESSAGE_TEXT}' ELSE '{Method.SEND_MESSAGE}' END",
        "content": "'{}'",
        "lane": str(Lane.ANSWER.value),
        "ring": "'always'",
        "about": f"'slot:' || (1 + i % {age.slots})",
        "original_id": f"CASE WHEN {is_edit} THEN i - 1 END",
        "queued_at": at,
        "due_at": at,
        "state": f"'{OutboxState.SENT}'",
        "attempts": "1",
        "possible_copies": "0",
        "telegram_message_id": "i",
        "rendered": "'Vilken sorts plats gäller det?'",
        "sent_at": at,
    }
    yield Rows("outbox", age.said, message)
    record = {
        "id": "i",
        "at": _spread(dialect, "i", age.noted, age),
        "event": "'obligation_fulfilled'",
        "supplier_id": _supplier("i", age),
        "contract_id": f"1 + i % {age.contracts}",
        "about": f"'obligation:' || (1 + i % {age.obligations})",
        "content_hash": "'hash'",
    }
    yield Rows("ledger", age.noted, record)
    yield Rows("ledger_text", age.noted, {"ledger_id": "i", "salt": "'salt'", "content": "''"})
    yield Rows("ledger_seal", age.noted, {"id": "i", "ledger_id": "i", "previous": "'hash'", "hash": "'hash'"})
    yield Rows("inbox_chat", age.people, {"chat_id": f"{TELEGRAM_IDS_FROM} + i"})


def _asked_and_told(age: Age, dialect: Dialect) -> Iterator[Rows]:
    return asked_and_told(dialect, suppliers=age.suppliers, years=age.years, bought=age.bought)


def _supplier(number: str, age: Age) -> str:
    return f"(1 + ({number} - 1) % {age.suppliers})"


def _busy(number: str, age: Age) -> str:
    """Whose a slot or a meeting is: of every ten one is with a few who do the most, so that their pages are full."""
    return f"(CASE WHEN {number} % 10 = 0 THEN 1 + {number} / 10 % {BUSY} ELSE {_supplier(number, age)} END)"


def _spread(dialect: Dialect, number: str, many: int, age: Age, *, day: bool = False) -> str:
    """The time of one of many things that came evenly over the years, until yesterday."""
    days = f"{TODAY} - 1 - ({many} - ({number})) * {365 * age.years - 2} / {many}"
    return (dialect.day if day else dialect.instant)(days)


def _one_of(members: Sequence[StrEnum], number: str, *, rarely: StrEnum) -> str:
    cases = " ".join(f"WHEN {place} THEN '{member}'" for place, member in enumerate(members))
    return f"CASE WHEN {_IS_RARE} THEN '{rarely}' ELSE CASE ({number}) % {len(members)} {cases} END END"
