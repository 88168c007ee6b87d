"""Contracts without an end: their meetings are planned on, long before the planned ones run out."""

from datetime import timedelta

from domain.cadence import PLANNED_AHEAD_FOR
from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.obligations import planning
from storage.contracts import contract as contracts
from storage.contracts.contract import Contract

PLANNED_ON_BEFORE = timedelta(days=365)
"""So long before the end of what is planned."""

AT_ONCE = 20
"""Contracts in one transaction; what is left comes in the next."""


async def plan_on(work: Work) -> bool:
    """Plan on what is planned for less than a year; says whether there may be more."""
    today = work.city.today(work.now)
    found = await contracts.to_plan_on(work.session, before=today + PLANNED_ON_BEFORE, at_most=AT_ONCE)
    for contract in found:
        await _plan_on(work, contract)
    return len(found) == AT_ONCE


async def _plan_on(work: Work, contract: Contract) -> None:
    contract.planned_until = work.city.today(work.now) + PLANNED_AHEAD_FOR
    added = await planning.plan(work, contract, planning.of_contract(work, contract))
    await work.record(
        LedgerEvent.CONTRACT_PLANNED_ON,
        supplier_id=contract.supplier_id,
        contract_id=contract.id,
        about=contract.reference,
        content=str(added),
    )
