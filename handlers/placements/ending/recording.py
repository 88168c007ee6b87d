"""Write into the ledger what becomes of a placement's end: the code, and never who."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.placements.ending.finding import Ending
from storage.people.person import Person


async def record(work: Work, event: LedgerEvent, ending: Ending, actor: Person | None) -> None:
    """It happened to this placement."""
    await work.record(
        event,
        actor=actor,
        supplier_id=ending.slot.supplier_id,
        contract_id=ending.slot.contract_id,
        about=ending.placement.reference,
        content=ending.placement.code,
    )
