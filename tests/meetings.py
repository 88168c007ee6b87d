"""Dialogue meetings, put straight into the database where the chat isn't the point, and what is told after them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from domain.obligation import ObligationKind
from storage.contracts.contract import Contract
from storage.ledger import LedgerRow
from storage.meetings.meeting import Attendee, Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.contracts import add_contact, add_contract
from tests.obligations import add_obligation

STARTS_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""10.00 in Stockholm, an hour and a half after the tests begin."""

OVER_AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def at(text: str) -> datetime:
    """In UTC; Stockholm is an hour ahead in winter."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


async def add_meeting(
    session: AsyncSession, contract: Contract, kind: MeetingKind, starts_at: datetime, **values: Any
) -> Meeting:
    """A planned meeting of an hour that Karin has called; every meeting of the tests is made here."""
    karin = (await session.scalars(select(Person).where(Person.name == "Karin Ek"))).one()
    usual = {
        "status": MeetingStatus.PLANNED,
        "minutes": 60,
        "place": "Stadshuset",
        "organised_by": karin.id,
        "uid": f"{contract.id}-{kind}-{starts_at.isoformat()}@steget",
        "sequence": 0,
        "revision": 1,
        "reminded": 0,
    }
    meeting = Meeting(
        contract_id=contract.id,
        supplier_id=contract.supplier_id,
        kind=kind,
        starts_at=starts_at,
        **(usual | values),
    )
    session.add(meeting)
    await session.flush()
    return meeting


async def has_meeting(city: City, contract_id: int, kind: MeetingKind, starts_at: datetime, **values: Any) -> int:
    """A meeting under the contract; its id."""
    async with city.database.write() as session:
        contract = await session.get_one(Contract, contract_id)
        return (await add_meeting(session, contract, kind, starts_at, created_at=city.clock.now(), **values)).id


async def contract_of(
    city: City,
    *contacts: Chat,
    number: str = "KS 2026/17",
    title: str = "Målning",
    due: ObligationKind = ObligationKind.START_UP,
    due_on: date = date(2026, 12, 18),
) -> int:
    """A contract of the first contact's company, with one meeting that is due; its id."""
    now = city.clock.now()
    async with city.database.write() as session:
        people = await _people(session, contacts)
        supplier_id = people[0].supplier_id
        assert supplier_id is not None
        named = [await add_contact(session, supplier_id, each.name, at=now, person_id=each.id) for each in people]
        runs = {"starts_on": date(2026, 11, 18), "ends_on": date(2028, 11, 17)}
        contract = await add_contract(session, supplier_id, number, at=now, people=named, title=title, **runs)
        await add_obligation(session, contract, due, due_on, at=now, key="first")
        return contract.id


@dataclass(frozen=True)
class Held:
    """A meeting, by what tests look up of it."""

    city: City
    meeting_id: int
    contract_id: int
    supplier_id: int

    async def row(self) -> Meeting:
        """As it is now."""
        return await self.city.asks(lambda session: session.get_one(Meeting, self.meeting_id))

    async def came(self) -> dict[str, bool | None]:
        """Who was there, by name."""
        async with self.city.database.read() as session:
            rows = await session.execute(
                select(Person.name, Attendee.has_come)
                .join(Attendee, Attendee.person_id == Person.id)
                .where(Attendee.meeting_id == self.meeting_id)
            )
            return {row.name: row.has_come for row in rows}

    async def obligations(self) -> list[Obligation]:
        """All under the contract."""
        return list(await self.city.asks(lambda session: obligations.of_contract(session, self.contract_id)))

    async def events(self) -> list[str]:
        """What the ledger has of the contract, in order."""
        found = select(LedgerRow.event).where(LedgerRow.contract_id == self.contract_id).order_by(LedgerRow.id)
        return list(await self.city.asks(lambda session: session.scalars(found)))


async def a_meeting(
    city: City,
    *asked: Chat,
    kind: MeetingKind = MeetingKind.START_UP,
    number: str = "KS 2026/1",
    starts_at: datetime = STARTS_AT,
    **more: Any,
) -> Held:
    """A planned meeting with the painters that Karin has called, of which it is asked when it is over."""
    now = city.clock.now()
    values = {"uid": f"{number}:{kind}:{len(more)}", "ask_at": OVER_AT, "created_at": now} | more
    async with city.database.write() as session:
        contract = await session.scalar(select(Contract).where(Contract.registry_number == number))
        if contract is None:
            mira = (await session.scalars(select(Person).where(Person.name == "Mira Holm"))).one()
            assert mira.supplier_id is not None
            contract = await add_contract(session, mira.supplier_id, number, at=now, starts_on=STARTS_AT.date())
        meeting = await add_meeting(session, contract, kind, starts_at, **values)
        people = await _people(session, asked)
        session.add_all(Attendee(meeting_id=meeting.id, person_id=each.id) for each in people)
        return Held(city, meeting.id, contract.id, contract.supplier_id)


async def is_to_be_done(meeting: Held, kind: ObligationKind, due_on: date, **values: Any) -> int:
    """An obligation under the meeting's contract, to which the ladder has not come; its id."""
    now = meeting.city.clock.now()
    async with meeting.city.database.write() as session:
        contract = await session.get_one(Contract, meeting.contract_id)
        return (await add_obligation(session, contract, kind, due_on, at=now, **values)).id


async def meetings_of(city: City) -> list[Meeting]:
    """Every meeting, in the order in which they were booked."""
    return list(await city.asks(lambda session: session.scalars(select(Meeting).order_by(Meeting.id))))


async def answers_of(city: City) -> dict[int, MeetingAnswer | None]:
    """What everyone who is asked to any meeting has answered, by person."""
    attendees = await city.asks(lambda session: session.scalars(select(Attendee)))
    return {each.person_id: each.answer for each in attendees}


async def tells(chat: Chat, *, who: str = "Alla kom", agreed: str = "Inget särskilt", send: bool = True) -> str:
    """*Ja*, with nothing to do."""
    await chat.presses("Ja, vi hade mötet")
    await chat.presses(who)
    if who not in {"Alla kom", "Ingen av dem kom"}:
        await chat.presses("Klart")
    await chat.says(agreed)
    await chat.presses("Klart")
    return await chat.presses("Skicka") if send else chat.last_text


async def adds(chat: Chat, title: str, *, due: str = "1", whose: str = "Leverantören") -> str:
    """One thing to do, in a form that asks for such."""
    await chat.presses("Lägg till")
    await chat.says(title)
    await chat.says(due)
    return await chat.presses(whose)


async def _people(session: AsyncSession, chats: tuple[Chat, ...]) -> list[Person]:
    asked = [chat.phone.user_id for chat in chats]
    found = await session.scalars(select(Person).where(Person.telegram_id.in_(asked)))
    by_phone = {person.telegram_id: person for person in found}
    return [by_phone[number] for number in asked if number in by_phone]


def reminders(chat: Chat) -> list[str]:
    begin = ("Påminnelse:", "I dag")
    return [message.words for message in chat.received if message.words.startswith(begin)]
