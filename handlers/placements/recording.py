"""Write into the ledger what has happened to a placement: its code, and nothing that says who or what for."""

from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def record(  # noqa: PLR0913, PLR0917  a record is only as good as what it names
    work: Work, actor: Person | None, placement: Placement, slot: Slot, event: LedgerEvent, why: str = ""
) -> None:
    """It happened to this placement, in this slot, and by whom; the reason stands behind the code."""
    await work.record(
        event,
        actor=actor,
        supplier_id=slot.supplier_id,
        contract_id=slot.contract_id,
        about=placement.reference,
        content=f"{placement.code} {why}".strip(),
    )
