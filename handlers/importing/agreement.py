"""Whether the contracts of a sheet agree about their suppliers and contacts: the first that says something is right."""

from collections.abc import Iterator
from dataclasses import replace

from domain.company_name import is_same, is_similar, known_as
from domain.contact import is_same_email, is_same_phone
from domain.contract_sheet import Column, Slip
from handlers.importing.identity import Identities
from handlers.importing.listed import REACHED_AT, Company, ListedContact, ListedContract, Mistake


class Agreement:
    """What the contracts so far have said."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        self._companies: dict[str, Company] = {}
        self._contacts: dict[tuple[str, str], ListedContact] = {}
        self._under: dict[str, list[Company]] = {}

    def mistakes_of(self, listed: ListedContract) -> tuple[Mistake, ...]:
        """Where a contract says something else than those before it."""
        return (*self._of_company(listed), *self._of_contacts(listed))

    def add(self, listed: ListedContract) -> None:
        """Note what a contract says that nobody said before."""
        told = listed.company
        earlier = self._company(told)
        self._companies[self._who(told)] = Company(
            earlier.name,
            earlier.organisation_number or told.organisation_number,
            earlier.trade or told.trade,
            earlier.area or told.area,
        )
        self._under.setdefault(listed.registry_number, []).append(told)
        for contact in listed.contacts:
            before = self._contact(told, contact)
            self._contacts[self._who(told), known_as(contact.name)] = ListedContact(
                before.name, before.email or contact.email, before.phone or contact.phone
            )

    def completed(self, listed: ListedContract) -> ListedContract:
        """The contract with all that the whole sheet tells of its supplier and contacts."""
        told = listed.company
        contacts = tuple(
            replace(self._contact(told, contact), is_second=contact.is_second) for contact in listed.contacts
        )
        return replace(listed, company=self._company(told), contacts=contacts)

    def _who(self, told: Company) -> str:
        return self._identities.known_by(told.name, told.organisation_number)

    def _company(self, told: Company) -> Company:
        return self._companies.get(self._who(told), told)

    def _contact(self, company: Company, told: ListedContact) -> ListedContact:
        return self._contacts.get((self._who(company), known_as(told.name)), told)

    def _of_company(self, listed: ListedContract) -> tuple[Mistake, ...]:
        told, earlier = listed.company, self._company(listed.company)
        if not is_same(earlier.name, told.name) and not is_similar(earlier.name, told.name):
            return (Mistake(listed.row, Column.SUPPLIER, Slip.OTHER_NAME, earlier.name),)
        if _differ(self._identities.number_of(told.name), told.organisation_number):
            return (Mistake(listed.row, Column.ORGANISATION_NUMBER, Slip.NOT_AS_ABOVE),)
        alike = next((each for each in self._under.get(listed.registry_number, ()) if _may_be_one(each, told)), None)
        return (Mistake(listed.row, Column.SUPPLIER, Slip.NEARLY_THE_SAME, alike.name),) if alike else ()

    def _of_contacts(self, listed: ListedContract) -> Iterator[Mistake]:
        for contact in listed.contacts:
            email, phone = REACHED_AT[contact.is_second]
            earlier = self._contact(listed.company, contact)
            if _differ(earlier.email, contact.email) and not is_same_email(earlier.email, contact.email):
                yield Mistake(listed.row, email, Slip.NOT_AS_ABOVE)
            if _differ(earlier.phone, contact.phone) and not is_same_phone(earlier.phone, contact.phone):
                yield Mistake(listed.row, phone, Slip.NOT_AS_ABOVE)


def _may_be_one(one: Company, other: Company) -> bool:
    """Whether two suppliers under one number may be one by a slip of the finger: two numbers tell them apart."""
    are_told_apart = one.organisation_number is not None and other.organisation_number is not None
    return not are_told_apart and is_similar(one.name, other.name)


def _differ(before: str | None, now: str | None) -> bool:
    """Whether both say something, and not the same."""
    return bool(before and now and before != now)
