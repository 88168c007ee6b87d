"""1,500 contracts: lists, the queue and the history look only at what they show."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, text

from domain.actor import Actor
from domain.contract import Clause
from domain.obligation import ObligationKind, ObligationStatus
from domain.reference import Noun, Reference
from domain.role import Role
from storage.contracts import contract as contracts
from storage.contracts import contract_list
from storage.contracts.contract import Contract
from storage.database import Database
from storage.ledger import LedgerRow
from storage.obligations import history, past_due, reminder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement
from tests.storage.plans import Asked, explained

NOW, TODAY = datetime(2026, 11, 23, 8, tzinfo=UTC), date(2026, 11, 23)
SUPPLIERS, CONTRACTS_EACH, OBLIGATIONS_EACH = 300, 5, 12
LEADER = Actor(person_id=1, role=Role.COORDINATOR, supplier_id=None, is_active=True)
CONTACT = Actor(person_id=2, role=Role.SUPPLIER, supplier_id=150, is_active=True)
FAST_ENOUGH = 0.25
"""Seconds for what takes a few milliseconds, on a machine that does six other things."""


QUESTIONS: dict[str, Asked] = {
    "all": lambda session: contract_list.part(session, LEADER, "", today=TODAY, skip=0, at_most=6),
    "own": lambda session: contract_list.part(session, CONTACT, "", today=TODAY, skip=0, at_most=6),
    "queue": lambda session: past_due.part(session, LEADER, today=TODAY, skip=0, at_most=5),
    "queue counted": lambda session: past_due.count(session, LEADER, today=TODAY),
    "history": lambda session: history.of_contract(session, 700, skip=0, at_most=15),
    "history counted": lambda session: history.count_of_contract(session, 700),
    "obligation's history": lambda session: history.about(session, Reference(Noun.OBLIGATION, 700), at_most=8),
    "obligations": lambda session: obligations.of_contract(session, 700),
    "reminders": lambda session: reminder.of_supplier(session, 150),
    "to plan on": lambda session: contracts.to_plan_on(session, before=TODAY, at_most=20),
}


async def filled(database: Database) -> None:
    """A city ten times as large as usual, a tenth of it past due."""
    async with database.write() as session:
        await session.execute(
            insert(Supplier),
            [{"id": n, "name": f"Firma {n:03} AB", "created_at": NOW} for n in range(1, SUPPLIERS + 1)],
        )
        numbers = range(1, SUPPLIERS * CONTRACTS_EACH + 1)
        procurements = [{"id": n, "registry_number": f"UH-{n}", "title": "Avtal", "created_at": NOW} for n in numbers]
        await session.execute(insert(Procurement), procurements)
        await session.execute(insert(Contract), [_contract(number) for number in numbers])
        await session.execute(
            insert(Obligation),
            [_obligation(contract, number) for contract in numbers for number in range(OBLIGATIONS_EACH)],
        )
        await session.execute(
            insert(LedgerRow), [_row(contract) for contract in numbers for _ in range(OBLIGATIONS_EACH)]
        )
    async with database.write() as session:
        await session.execute(text("ANALYZE"))


def _supplier(number: int) -> dict[str, object]:
    return {"id": number, "name": f"Firma {number:03} AB", "created_at": NOW}


def _contract(number: int) -> dict[str, object]:
    return {
        "id": number,
        "supplier_id": 1 + number % SUPPLIERS,
        "procurement_id": number,
        "title": "Avtal",
        "starts_on": TODAY,
        "ends_on": None if number % 2 else TODAY + timedelta(days=900),
        "clause": Clause.DIALOGUE,
        "planned_until": TODAY + timedelta(days=500),
        "created_at": NOW,
    }


def _obligation(contract: int, number: int) -> dict[str, object]:
    is_late = number == 0 and contract % 50 == 0
    due_on = TODAY + timedelta(days=-3 if is_late else 30 + number * 90)
    return {
        "contract_id": contract,
        "supplier_id": 1 + contract % SUPPLIERS,
        "kind": ObligationKind.FOLLOW_UP,
        "key": f"follow_up:{number}",
        "planned_on": due_on,
        "due_on": due_on,
        "status": ObligationStatus.OPEN,
        "rung": 0,
        "revision": 1,
        "created_at": NOW,
    }


def _row(contract: int) -> dict[str, object]:
    return {
        "at": NOW,
        "event": "obligation_reminded",
        "supplier_id": 1 + contract % SUPPLIERS,
        "contract_id": contract,
        "about": f"obligation:{contract}",
        "content_hash": "0" * 64,
    }


@pytest.mark.timeout(120)
async def test_with_1500_contracts_every_question_is_answered_by_an_index_and_at_once(database: Database) -> None:
    await filled(database)
    for name, ask in QUESTIONS.items():
        async with database.write() as session:
            plan = await explained(session, ask)
            for table in ("obligation", "ledger"):
                assert f"SCAN {table}" not in plan, (name, plan)
                assert f"Seq Scan on {table} " not in plan, (name, plan)
        async with database.read() as session:
            began = time.perf_counter()
            if name != "to plan on":
                await ask(session)
            assert time.perf_counter() - began < FAST_ENOUGH, name


async def test_a_page_of_1500_contracts_is_in_the_order_of_suppliers(database: Database) -> None:
    await filled(database)
    async with database.read() as session:
        assert await contract_list.count(session, LEADER, "", today=TODAY) == SUPPLIERS * CONTRACTS_EACH
        last = await contract_list.part(session, LEADER, "", today=TODAY, skip=1494, at_most=6)
        assert [name for _, name in last][-1] == "Firma 300 AB"
        found = await contract_list.part(session, LEADER, "firma 007", today=TODAY, skip=0, at_most=6)
        assert {name for _, name in found} == {"Firma 007 AB"}
