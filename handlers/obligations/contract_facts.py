"""Gather what messages tell of contracts: what they are, whom to ask about them, and how their supplier does."""

from collections.abc import Collection

from handlers.handling.work import Work
from messages.contracts.facts import Expectations, MeetingDay
from messages.obligations.facts import ContactFacts, ContactToCall, ContractFacts, HoldFacts
from storage.contracts import hold as holds
from storage.contracts.contract import Contract
from storage.meetings import attendance as meeting_attendance
from storage.meetings import under_contract
from storage.obligations import reminder
from storage.people import contact as contacts
from storage.people import supplier
from storage.people.contact import Contact
from storage.people.person import Person
from storage.slots import slot


async def of_contract(work: Work, contract: Contract) -> ContractFacts:
    """The contract, with its supplier's name."""
    return with_supplier(contract, (await supplier.find(work.session, contract.supplier_id)).name)


def with_supplier(contract: Contract, name: str) -> ContractFacts:
    """The contract, where the supplier's name is known already."""
    return ContractFacts(
        number=contract.registry_number,
        title=contract.title,
        supplier=name,
        clause=contract.clause,
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
        value=contract.value,
    )


async def of_contacts(work: Work, contract: Contract) -> tuple[ContactFacts, ...]:
    """Whom to ask about the contract, the first contact first."""
    return tuple(
        ContactFacts(each.contact.name, each.contact.phone, each.contact.email, is_in=_is_in(each.person))
        for each in await contacts.of_contract(work.session, contract.id)
    )


async def contacts_to_call(work: Work, contract_id: int) -> tuple[ContactToCall, ...]:
    """Whom to call about the contract, the first contact first."""
    return (await all_contacts_to_call(work, [contract_id]))[contract_id]


async def all_contacts_to_call(work: Work, contract_ids: Collection[int]) -> dict[int, tuple[ContactToCall, ...]]:
    """Whom to call about each of many contracts, by the contracts' ids."""
    placed = await contacts.of_contracts(work.session, contract_ids)
    return {
        each_id: tuple(to_call(each.contact, each.person) for each in placed.get(each_id, []))
        for each_id in contract_ids
    }


def to_call(contact: Contact, person: Person | None) -> ContactToCall:
    """One contact, and whether the person whom they came in as can be reached."""
    is_in_reach = person is not None and _is_in(person) and person.unreachable_at is None
    return ContactToCall(contact.name, contact.phone, contact.email, _is_in(person), is_in_reach, contact.id)


async def of_expectations(work: Work, supplier_id: int) -> Expectations:
    """How far the supplier has done what is expected of it."""
    reminders = await reminder.of_supplier(work.session, supplier_id)
    attendance = await meeting_attendance.of_supplier(work.session, supplier_id)
    return Expectations(
        reminded=reminders.about,
        answered=reminders.answered,
        offered=await slot.count_offered(work.session, supplier_id),
        held=attendance.held,
        attended=attendance.attended,
    )


async def of_hold(work: Work, contract_id: int | None) -> HoldFacts | None:
    """Why reminders rest under the contract, or in the whole city for None; None while they do not."""
    session = work.session
    hold = await (holds.of_contract(session, contract_id) if contract_id is not None else holds.running(session, None))
    return HoldFacts(hold.reason, hold.until_on, is_citys=hold.contract_id is None) if hold else None


async def of_next_meeting(work: Work, contract: Contract) -> tuple[int, MeetingDay] | None:
    """The next meeting's id, and its day."""
    meeting = await under_contract.next_planned(work.session, contract.id, now=work.now)
    return (meeting.id, MeetingDay(meeting.kind, work.city.today(meeting.starts_at))) if meeting else None


def _is_in(person: Person | None) -> bool:
    return person is not None and person.ended_at is None
