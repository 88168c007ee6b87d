"""The suppliers' people for a file: those whom a register has named, and those who came in without one."""

from sqlalchemy import and_, exists, func, literal, null, select

from storage.files.part import Part
from storage.people.contact import Contact, ContractContact
from storage.people.contact_details import OwnDetails
from storage.people.person import Person
from storage.people.supplier import Supplier

_CONTRACTS = select(func.count()).where(ContractContact.contact_id == Contact.id).correlate(Contact).scalar_subquery()

_NAMED = (
    select(
        Contact.name.label("contact"),
        Supplier.name.label("supplier"),
        Supplier.organisation_number,
        func.coalesce(Contact.phone, OwnDetails.phone).label("phone"),
        func.coalesce(Contact.email, OwnDetails.email).label("email"),
        _CONTRACTS.label("contracts"),
        and_(Person.id.is_not(None), Person.ended_at.is_(None)).label("is_in"),
        Person.joined_at,
        Contact.created_at.label("came_at"),
    )
    .join(Supplier, Supplier.id == Contact.supplier_id)
    .outerjoin(Person, Person.id == Contact.person_id)
    .outerjoin(OwnDetails, OwnDetails.person_id == Person.id)
)

_OTHERS = (
    select(
        Person.name.label("contact"),
        Supplier.name.label("supplier"),
        Supplier.organisation_number,
        OwnDetails.phone,
        OwnDetails.email,
        literal(0).label("contracts"),
        Person.ended_at.is_(None).label("is_in"),
        Person.joined_at,
        null().label("came_at"),
    )
    .join(Supplier, Supplier.id == Person.supplier_id)
    .outerjoin(OwnDetails, OwnDetails.person_id == Person.id)
    .where(~exists().where(Contact.person_id == Person.id))
)

PARTS = (Part(_NAMED, order=(Contact.id,)), Part(_OTHERS, order=(Person.id,)))
