"""Contracts for a file: a row each, with whom to turn to."""

from sqlalchemy import ScalarSelect, select

from storage.contracts.contract import Contract
from storage.contracts.hold import is_held
from storage.files.part import Part
from storage.people.contact import FIRST_CONTACT, SECOND_CONTACT, Contact, ContractContact
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement


def _contact(place: int) -> ScalarSelect[str]:
    return (
        select(Contact.name)
        .join(ContractContact, ContractContact.contact_id == Contact.id)
        .where(ContractContact.contract_id == Contract.id, ContractContact.place == place)
        .order_by(Contact.id)
        .limit(1)
        .correlate(Contract)
        .scalar_subquery()
    )


PARTS = (
    Part(
        select(
            Procurement.registry_number,
            Contract.title.label("contract_title"),
            Supplier.name.label("supplier"),
            Supplier.organisation_number,
            Supplier.trade,
            Contract.clause,
            Contract.starts_on,
            Contract.ends_on,
            Contract.value,
            Contract.cadence,
            Contract.counting,
            Contract.counts_from,
            _contact(FIRST_CONTACT).label("first_contact"),
            _contact(SECOND_CONTACT).label("second_contact"),
            is_held(Contract.id).label("is_held"),
            Contract.created_at.label("came_at"),
        )
        .join(Procurement, Procurement.id == Contract.procurement_id)
        .join(Supplier, Supplier.id == Contract.supplier_id),
        order=(Contract.id,),
    ),
)
