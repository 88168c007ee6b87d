"""A file about contracts that are here already: what it says otherwise is followed, and nothing else is touched."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.contract_sheet import Column
from domain.obligation import ObligationKind, ObligationStatus
from domain.slot import Trade
from storage.contracts.contract import Contract
from storage.database import Database
from storage.ledger import LedgerRow
from storage.obligations.obligation import ADDED, Obligation
from storage.people import contact
from storage.people.supplier import Supplier
from tests.importing.sheets import NUMBER, OTHER_NUMBER, further, row
from tests.importing.taking_in import looks, takes_in
from tests.obligations import add_obligation
from tests.storage.rows import NOW


async def obligations(database: Database) -> dict[str, Obligation]:
    """All there are, by their keys."""
    async with database.read() as session:
        found = await session.scalars(select(Obligation).order_by(Obligation.due_on))
        return {each.key: each for each in found}


async def changes(database: Database, **values: Any) -> None:
    """Something else has happened to every obligation to give places."""
    async with database.write() as session:
        await session.execute(update(Obligation).where(Obligation.kind == ObligationKind.PLACES).values(**values))


async def changed_columns(database: Database, *rows: str) -> Sequence[Column]:
    found = await looks(database, *rows)
    assert found.comparison.new == ()
    return [column for each in found.comparison.changed for column in each.columns]


PLACES = {"places": "2", "slot_kind": "Praktikplats", "due_on": "2027-06-30"}


async def test_another_end_moves_drops_and_restores_what_follows(database: Database) -> None:
    await takes_in(database, row())
    before = await obligations(database)
    assert await changed_columns(database, row(ends_on="2027-08-31")) == [Column.ENDS_ON]
    await takes_in(database, row(ends_on="2027-08-31"))
    shorter = await obligations(database)
    assert shorter["close_out"].due_on == date(2027, 7, 2)
    assert shorter["close_out"].status is ObligationStatus.OPEN
    assert shorter["close_out"].id == before["close_out"].id
    assert shorter["follow_up:7"].status is ObligationStatus.DROPPED
    assert shorter["follow_up:1"].__dict__ | {"_sa_instance_state": 0} == before["follow_up:1"].__dict__ | {
        "_sa_instance_state": 0
    }
    await takes_in(database, row())
    again = await obligations(database)
    assert [(each.key, each.due_on, each.status) for each in again.values()] == [
        (each.key, each.due_on, each.status) for each in before.values()
    ]


async def test_what_was_moved_by_hand_stays_where_it_was_moved(database: Database) -> None:
    await takes_in(database, row())
    async with database.write() as session:
        await session.execute(update(Obligation).where(Obligation.key == "start_up").values(due_on=date(2027, 1, 20)))
    await takes_in(database, row(starts_on="2026-12-15"))
    found = await obligations(database)
    assert found["start_up"].due_on == date(2027, 1, 20)
    assert found["plan"].due_on == date(2027, 2, 15)


async def test_what_a_coordinator_has_added_stays_when_the_dates_change(database: Database) -> None:
    await takes_in(database, row())
    day = date(2027, 5, 3)
    async with database.write() as session:
        contract = (await session.scalars(select(Contract))).one()
        await add_obligation(session, contract, ObligationKind.FOLLOW_UP, day, at=NOW, key=f"{ADDED}1")
    await takes_in(database, row(ends_on="2027-08-31"))
    added = (await obligations(database))[f"{ADDED}1"]
    assert (added.status, added.due_on) == (ObligationStatus.OPEN, day)


async def test_nothing_is_moved_into_the_past(database: Database) -> None:
    await takes_in(database, row())
    await takes_in(database, row(starts_on="2026-01-01"))
    found = await obligations(database)
    assert found["start_up"].due_on == date(2027, 1, 4)
    assert all(each.due_on >= NOW.date() for each in found.values() if each.status is ObligationStatus.OPEN)


async def test_a_start_that_was_wrong_brings_back_what_was_before(database: Database) -> None:
    await takes_in(database, row(starts_on="2026-01-01"))
    assert (await obligations(database))["start_up"].status is ObligationStatus.BEFORE
    await takes_in(database, row())
    found = (await obligations(database))["start_up"]
    assert (found.status, found.due_on) == (ObligationStatus.OPEN, date(2027, 1, 4))
    assert found.next_at is not None


async def test_what_has_begun_again_stays_when_the_dates_change(database: Database) -> None:
    await takes_in(database, row(starts_on="2026-01-01"), begins_again=True)
    before = (await obligations(database))["start_up:again"]
    await takes_in(database, row(starts_on="2026-01-01", ends_on="2027-11-30"))
    after = (await obligations(database))["start_up:again"]
    assert (after.status, after.due_on) == (ObligationStatus.OPEN, before.due_on)


async def test_another_number_of_places_changes_the_requirement(database: Database) -> None:
    await takes_in(database, row(**PLACES))
    more = row(**PLACES | {"places": "5"})
    assert await changed_columns(database, more) == [Column.PLACES]
    before = (await obligations(database))["places:internship:2027-06-30"]
    await takes_in(database, more)
    after = (await obligations(database))["places:internship:2027-06-30"]
    assert (after.id, after.places, after.due_on) == (before.id, 5, before.due_on)
    assert await changed_columns(database, more) == []


async def test_another_day_moves_the_requirement(database: Database) -> None:
    await takes_in(database, row(**PLACES))
    before = (await obligations(database))["places:internship:2027-06-30"]
    later = row(**PLACES | {"due_on": "2027-09-30"})
    await takes_in(database, later)
    found = await obligations(database)
    after = found["places:internship:2027-09-30"]
    assert "places:internship:2027-06-30" not in found
    assert (after.id, after.due_on, after.places) == (before.id, date(2027, 9, 30), 2)
    assert after.next_at is not None
    assert before.next_at is not None
    assert after.next_at > before.next_at
    assert await changed_columns(database, later) == []


async def test_a_requirement_that_is_asked_for_no_more_is_dropped_and_can_come_back(database: Database) -> None:
    await takes_in(database, row(**PLACES))
    assert await changed_columns(database, row()) == []
    gone = row(places="0")
    assert await changed_columns(database, gone) == [Column.CLAUSE, Column.PLACES]
    await takes_in(database, gone)
    assert (await obligations(database))["places:internship:2027-06-30"].status is ObligationStatus.DROPPED
    assert await changed_columns(database, gone) == []
    await takes_in(database, row(**PLACES))
    assert (await obligations(database))["places:internship:2027-06-30"].status is ObligationStatus.OPEN


async def test_next_years_requirement_does_not_take_the_place_of_one_that_is_fulfilled(database: Database) -> None:
    await takes_in(database, row(**PLACES))
    await changes(database, status=ObligationStatus.FULFILLED, next_at=None)
    next_year = row(**PLACES | {"due_on": "2028-06-30"})
    await takes_in(database, next_year)
    found = await obligations(database)
    assert found["places:internship:2027-06-30"].status is ObligationStatus.FULFILLED
    assert found["places:internship:2028-06-30"].status is ObligationStatus.OPEN
    assert await changed_columns(database, next_year) == []


async def test_a_further_requirement_is_added(database: Database) -> None:
    await takes_in(database, row(**PLACES))
    more = further(places="1", slot_kind="Anställning", due_on="2028-01-31")
    found = await takes_in(database, row(**PLACES), more)
    assert found.duties.coming == 1
    assert (await obligations(database))["places:employment:2028-01-31"].places == 1


async def test_another_contact_is_put_first_and_who_stood_behind_stays(database: Database) -> None:
    await takes_in(database, row(contact="Mira Holm", deputy="Nils Ask"))
    assert await changed_columns(database, row()) == []
    other = row(contact="Eva Lo", email="eva@x.example")
    assert await changed_columns(database, other) == [Column.CONTACT, Column.EMAIL]
    await takes_in(database, other)
    async with database.read() as session:
        (contract,) = (await session.scalars(select(Contract))).all()
        placed = await contact.of_contract(session, contract.id)
    assert [each.contact.name for each in placed] == ["Eva Lo", "Nils Ask"]
    assert await changed_columns(database, other) == []
    assert await changed_columns(database, row(contact="Eva Lo", phone="042-10 00 00")) == [Column.PHONE]


async def test_what_a_file_leaves_blank_it_does_not_speak_of(database: Database) -> None:
    await takes_in(database, row(value="1000000", contact="Mira Holm", email="m@x.example", trade="Måleri"))
    assert await changed_columns(database, row(contact="Mira Holm")) == []


async def test_a_blank_cell_wipes_nothing_when_something_else_has_changed(database: Database) -> None:
    told = {"value": "1000000", "trade": "Måleri", "area": "Centrum", "organisation_number": NUMBER}
    await takes_in(database, row(**told, contact="Mira Holm", email="m@x.example", phone="042-10 00 00"))
    await takes_in(database, row(title="Golv", contact="Mira Holm"))
    async with database.read() as session:
        contract = (await session.scalars(select(Contract))).one()
        firm = (await session.scalars(select(Supplier))).one()
        (placed,) = await contact.of_contract(session, contract.id)
    assert (contract.title, contract.value) == ("Golv", 1_000_000)
    assert (firm.trade, firm.area, firm.organisation_number) == (Trade.PAINTING, "Centrum", NUMBER)
    assert (placed.contact.email, placed.contact.phone) == ("m@x.example", "042-10 00 00")


async def test_an_end_is_taken_away_by_saying_so(database: Database) -> None:
    await takes_in(database, row())
    assert await changed_columns(database, row(ends_on="")) == []
    await takes_in(database, row(ends_on="tills vidare"))
    async with database.read() as session:
        (contract,) = (await session.scalars(select(Contract))).all()
    assert (contract.ends_on, contract.planned_until) == (None, date(2028, 11, 30))
    assert (await obligations(database))["close_out"].status is ObligationStatus.DROPPED


@pytest.mark.parametrize(
    ("other", "slip"),
    [
        (row(supplier="Firmman AB"), "nearly_the_same"),
        (row("A-2", organisation_number=NUMBER, supplier="Andra AB"), "other_name"),
        (row("A-2", organisation_number=OTHER_NUMBER), "other_number"),
    ],
)
async def test_what_contradicts_the_city_is_wrong(database: Database, other: str, slip: str) -> None:
    await takes_in(database, row(organisation_number=NUMBER))
    found = await looks(database, other)
    assert [each.slip for each in found.comparison.mistakes] == [slip]
    assert not found.comparison.is_of_use


async def test_a_supplier_is_known_by_its_number_however_it_is_spelt(database: Database) -> None:
    await takes_in(database, row(organisation_number=NUMBER))
    await takes_in(database, row("A-2", organisation_number=NUMBER, supplier="Firman Aktiebolag"))
    async with database.read() as session:
        contracts = (await session.scalars(select(Contract))).all()
    assert len({each.supplier_id for each in contracts}) == 1


async def test_the_number_that_is_said_is_the_number_that_is_made(database: Database) -> None:
    rows = [row(f"A-{n}", starts_on=f"2026-{n:02}-15", **(PLACES if n % 2 else {})) for n in range(1, 13)]
    for begins_again in (False, True):
        some = [each.replace("A-", f"{begins_again}-") for each in rows]
        before = len([each for each in await _everything(database) if each.status is ObligationStatus.OPEN])
        found = await takes_in(database, *some, begins_again=begins_again)
        after = len([each for each in await _everything(database) if each.status is ObligationStatus.OPEN])
        assert after - before == found.duties.coming + (found.duties.again if begins_again else 0)


async def _everything(database: Database) -> Sequence[Obligation]:
    async with database.read() as session:
        return (await session.scalars(select(Obligation))).all()


async def test_the_ledger_names_what_was_changed(database: Database) -> None:
    await takes_in(database, row())
    await takes_in(database, row(title="Golv", ends_on="2028-12-31"))
    async with database.read() as session:
        events = (await session.scalars(select(LedgerRow.event).order_by(LedgerRow.id))).all()
    assert events[0] == "contract_imported"
    assert events.count("contract_changed") == 1
    assert "obligation_moved" in events
