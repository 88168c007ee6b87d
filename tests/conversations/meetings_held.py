"""Meetings that tests begin with: put in directly, over or still ahead."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from domain.contract import Clause
from domain.meeting import MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus
from storage.contracts.contract import Contract
from storage.ledger import LedgerRow
from storage.meetings.meeting import Attendee, Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City

STARTS_AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""10.00 in Stockholm, an hour and a half after the tests begin."""

OVER_AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Held:
    """A meeting, by what tests look up of it."""

    city: City
    meeting_id: int
    contract_id: int
    supplier_id: int

    async def row(self) -> Meeting:
        """As it is now."""
        async with self.city.database.read() as session:
            return await session.get_one(Meeting, self.meeting_id)

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
        async with self.city.database.read() as session:
            return list(await obligations.of_contract(session, self.contract_id))

    async def events(self) -> list[str]:
        """What the ledger has of the contract, in order."""
        async with self.city.database.read() as session:
            found = select(LedgerRow.event).where(LedgerRow.contract_id == self.contract_id).order_by(LedgerRow.id)
            return list((await session.scalars(found)).all())


async def a_meeting(
    city: City, *asked: Chat, kind: MeetingKind = MeetingKind.START_UP, number: str = "KS 2026/1", **more: Any
) -> Held:
    """A planned meeting with the painters that Karin has called, of which it is asked when it is over."""
    async with city.database.write() as session:
        mira = (await session.scalars(select(Person).where(Person.name == "Mira Holm"))).one()
        karin = (await session.scalars(select(Person).where(Person.name == "Karin Ek"))).one()
        assert mira.supplier_id is not None
        contract = await session.scalar(select(Contract).where(Contract.registry_number == number))
        if contract is None:
            contract = Contract(
                supplier_id=mira.supplier_id,
                registry_number=number,
                title="Målning av skolor",
                starts_on=STARTS_AT.date(),
                clause=Clause.DIALOGUE,
                created_at=city.clock.now(),
            )
            session.add(contract)
            await session.flush()
        values = {
            "status": MeetingStatus.PLANNED,
            "starts_at": STARTS_AT,
            "minutes": 60,
            "place": "Stadshuset",
            "organised_by": karin.id,
            "uid": f"{number}:{kind}:{len(more)}",
            "sequence": 0,
            "revision": 1,
            "reminded": 0,
            "ask_at": OVER_AT,
            "created_at": city.clock.now(),
        }
        meeting = Meeting(contract_id=contract.id, supplier_id=contract.supplier_id, kind=kind, **(values | more))
        session.add(meeting)
        await session.flush()
        people = await session.scalars(
            select(Person).where(Person.telegram_id.in_([chat.phone.user_id for chat in asked]))
        )
        session.add_all(Attendee(meeting_id=meeting.id, person_id=each.id) for each in people)
        return Held(city, meeting.id, contract.id, contract.supplier_id)


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


async def is_to_be_done(meeting: Held, kind: ObligationKind, due_on: date, *, key: str = "") -> int:
    """An obligation under the meeting's contract, to which the ladder has not come; its id."""
    async with meeting.city.database.write() as session:
        obligation = Obligation(
            contract_id=meeting.contract_id,
            supplier_id=meeting.supplier_id,
            kind=kind,
            key=key or kind.value,
            planned_on=due_on,
            due_on=due_on,
            status=ObligationStatus.OPEN,
            rung=0,
            revision=1,
            created_at=meeting.city.clock.now(),
        )
        session.add(obligation)
        await session.flush()
        return obligation.id
