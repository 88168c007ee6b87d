"""Placements for a file: code, how each stands, and its days.

Nothing is read from which two of them could be told to be one resident's: not the wish, not what became of somebody,
not whether a start was its resident's first. The rows stand by their random codes, since in the order in which they
were made two that were proposed in one go would be neighbours.
"""

from sqlalchemy import select

from storage.contracts.contract import Contract
from storage.files.part import Part
from storage.people.supplier import Supplier
from storage.placements.placement import Placement
from storage.procurements.procurement import Procurement
from storage.slots.slot import Slot

PARTS = (
    Part(
        select(
            Placement.code.label("placement_code"),
            Placement.slot_id.label("slot_number"),
            Supplier.name.label("supplier"),
            Procurement.registry_number,
            Slot.kind.label("slot_kind"),
            Placement.status.label("placement_status"),
            Placement.proposed_at,
            Placement.starts_on,
            Placement.ends_on,
            Placement.begun_on,
            Placement.ended_on,
        )
        .join(Slot, Slot.id == Placement.slot_id)
        .join(Supplier, Supplier.id == Slot.supplier_id)
        .outerjoin(Contract, Contract.id == Slot.contract_id)
        .outerjoin(Procurement, Procurement.id == Contract.procurement_id),
        order=(Placement.code,),
    ),
)
