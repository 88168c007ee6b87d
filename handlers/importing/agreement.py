"""Whether the contracts of a sheet agree about their suppliers and contacts: the first that says something is right."""

from collections.abc import Iterator
from dataclasses import replace

from domain.company_name import is_same, known_as
from domain.contract_sheet import Column, Slip
from handlers.importing.listed import Company, ListedContact, ListedContract, Mistake


class Agreement:
    """What the contracts so far have said."""

    def __init__(self) -> None:
        self._companies: dict[str, Company] = {}
        self._names: dict[str, str] = {}
        self._contacts: dict[tuple[str, str], ListedContact] = {}

    def mistakes_of(self, listed: ListedContract) -> tuple[Mistake, ...]:
        """Where a contract says something else than those before it."""
        return (*self._of_company(listed), *self._of_contacts(listed))

    def add(self, listed: ListedContract) -> None:
        """Note what a contract says that nobody said before."""
        told = listed.company
        earlier = self._company(told)
        known = Company(
            earlier.name,
            earlier.organisation_number or told.organisation_number,
            earlier.trade or told.trade,
            earlier.area or told.area,
        )
        self._companies[known_as(known.name)] = known
        if known.organisation_number:
            self._names[known.organisation_number] = known.name
        for contact in listed.contacts:
            before = self._contact(told, contact)
            self._contacts[known_as(told.name), contact.name] = ListedContact(
                contact.name, before.email or contact.email, before.phone or contact.phone
            )

    def completed(self, listed: ListedContract) -> ListedContract:
        """The contract with all that the whole sheet tells of its supplier and contacts."""
        contacts = tuple(self._contact(listed.company, contact) for contact in listed.contacts)
        return replace(listed, company=self._company(listed.company), contacts=contacts)

    def _company(self, told: Company) -> Company:
        return self._companies.get(known_as(told.name), told)

    def _contact(self, company: Company, told: ListedContact) -> ListedContact:
        return self._contacts.get((known_as(company.name), told.name), told)

    def _of_company(self, listed: ListedContract) -> tuple[Mistake, ...]:
        told, earlier = listed.company, self._company(listed.company)
        same_number = self._names.get(told.organisation_number or "")
        if same_number is not None and not is_same(same_number, told.name):
            return (Mistake(listed.row, Column.SUPPLIER, Slip.NOT_AS_ABOVE),)
        if _differ(earlier.organisation_number, told.organisation_number):
            return (Mistake(listed.row, Column.ORGANISATION_NUMBER, Slip.NOT_AS_ABOVE),)
        return ()

    def _of_contacts(self, listed: ListedContract) -> Iterator[Mistake]:
        for contact, (email, phone) in zip(listed.contacts, _REACHED_AT, strict=False):
            earlier = self._contact(listed.company, contact)
            if _differ(earlier.email, contact.email):
                yield Mistake(listed.row, email, Slip.NOT_AS_ABOVE)
            if _differ(earlier.phone, contact.phone):
                yield Mistake(listed.row, phone, Slip.NOT_AS_ABOVE)


def _differ(before: str | None, now: str | None) -> bool:
    """Whether both say something, and not the same."""
    return bool(before and now and before != now)


_REACHED_AT = ((Column.EMAIL, Column.PHONE), (Column.SECOND_CONTACT_EMAIL, Column.SECOND_CONTACT_PHONE))
