"""Slots for a file: a row each. Who is named at the workplace is for whoever has the slot, and is not read."""

from sqlalchemy import select
from sqlalchemy.orm import aliased

from domain.slot_field import SlotField
from storage.contracts.contract import Contract
from storage.files.part import Part
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement
from storage.slots.slot import Slot

_reporter, _claimer = aliased(Person), aliased(Person)

PARTS = (
    Part(
        select(
            Slot.id.label("slot_number"),
            Supplier.name.label("supplier"),
            Procurement.registry_number,
            Slot.kind.label("slot_kind"),
            Slot.trade,
            Slot.places,
            Slot.area,
            Slot.details[SlotField.TITLE.value].as_string().label("slot_title"),
            Slot.details[SlotField.TASKS.value].as_string().label("tasks"),
            Slot.starts_on,
            Slot.ends_on,
            Slot.answer_by,
            Slot.status.label("slot_status"),
            Slot.reported_at,
            _reporter.name.label("reported_by"),
            Slot.claimed_at,
            _claimer.name.label("claimed_by"),
            Slot.expired_at,
            Slot.empty_reason,
            Slot.withdrawn_reason,
            Slot.held_at,
            Slot.participants,
        )
        .join(Supplier, Supplier.id == Slot.supplier_id)
        .outerjoin(Contract, Contract.id == Slot.contract_id)
        .outerjoin(Procurement, Procurement.id == Contract.procurement_id)
        .outerjoin(_reporter, _reporter.id == Slot.reported_by)
        .outerjoin(_claimer, _claimer.id == Slot.claimed_by),
        order=(Slot.id,),
    ),
)
