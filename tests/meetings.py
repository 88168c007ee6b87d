"""Contracts, their contacts and what is due under them, as an import leaves them: for tests of what comes after."""

from datetime import date

from sqlalchemy import select

from domain.cadence import Planned
from domain.contract import Clause
from domain.meeting import MeetingAnswer
from domain.obligation import ObligationKind, ObligationStatus
from storage.contracts.contract import Contract
from storage.meetings.meeting import Attendee, Meeting
from storage.obligations.obligation import Obligation
from storage.people import contact, person
from storage.people.contact import Contact
from tests.chat import Chat
from tests.city import City


async def contract_of(
    city: City,
    *contacts: Chat,
    number: str = "KS 2026/17",
    title: str = "Målning",
    due: ObligationKind = ObligationKind.START_UP,
    due_on: date = date(2026, 12, 18),
) -> int:
    """A contract of the first contact's company, with one meeting that is due; its id."""
    async with city.database.write() as session:
        people = [await person.by_telegram_id(session, chat.phone.user_id) for chat in contacts]
        supplier_id = people[0].supplier_id if people[0] else None
        assert supplier_id is not None
        contract = Contract(
            supplier_id=supplier_id,
            registry_number=number,
            title=title,
            starts_on=date(2026, 11, 18),
            ends_on=date(2028, 11, 17),
            clause=Clause.DIALOGUE,
            created_at=city.clock.now(),
        )
        session.add(contract)
        await session.flush()
        named = [
            await contact.named(session, supplier_id, each.name)
            or Contact(supplier_id=supplier_id, name=each.name, person_id=each.id, created_at=city.clock.now())
            for each in people
            if each is not None
        ]
        session.add_all(named)
        await session.flush()
        await contact.place(session, contract.id, [each.id for each in named])
        session.add(_obligation(contract, Planned(due, "first", due_on), city))
    return contract.id


def _obligation(contract: Contract, due: Planned, city: City) -> Obligation:
    return Obligation(
        contract_id=contract.id,
        supplier_id=contract.supplier_id,
        kind=due.kind,
        key=due.key,
        planned_on=due.due_on,
        due_on=due.due_on,
        status=ObligationStatus.OPEN,
        rung=0,
        revision=1,
        created_at=city.clock.now(),
    )


async def meetings_of(city: City) -> list[Meeting]:
    """Every meeting, in the order in which they were booked."""
    async with city.database.read() as session:
        return list((await session.scalars(select(Meeting).order_by(Meeting.id))).all())


async def answers_of(city: City) -> dict[int, MeetingAnswer | None]:
    """What everyone who is asked to any meeting has answered, by person."""
    async with city.database.read() as session:
        return {each.person_id: each.answer for each in (await session.scalars(select(Attendee))).all()}
