"""Obligations for a file: a row each, the city's own beside the suppliers'."""

from sqlalchemy import select

from storage.contracts.contract import Contract
from storage.files.part import Part
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement

PARTS = (
    Part(
        select(
            Obligation.id.label("obligation_number"),
            Procurement.registry_number,
            Supplier.name.label("supplier"),
            Obligation.kind.label("obligation"),
            Obligation.title.label("obligation_title"),
            Obligation.is_for_city,
            Obligation.slot_kind,
            Obligation.places.label("wanted"),
            Obligation.counting,
            Obligation.planned_on,
            Obligation.due_on,
            Obligation.status.label("obligation_status"),
            Obligation.settled_at,
            Person.name.label("settled_by"),
            Obligation.reason.label("obligation_reason"),
        )
        .join(Contract, Contract.id == Obligation.contract_id)
        .join(Procurement, Procurement.id == Contract.procurement_id)
        .join(Supplier, Supplier.id == Obligation.supplier_id)
        .outerjoin(Person, Person.id == Obligation.settled_by),
        order=(Obligation.id,),
    ),
)
