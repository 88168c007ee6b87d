"""A small city's database with something in every file, put in row by row; all of it is made up."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain.contract import Cadence, Clause
from domain.language import Language
from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus
from domain.outcome import Outcome, OutcomeAfter
from domain.placement import EndReason, PlacementStatus
from domain.role import Role
from domain.slot import SlotKind, SlotStatus, Trade
from domain.wish import Adaptation, WishStatus
from storage.contracts.contract import Contract
from storage.meetings.meeting import Attendee, Meeting
from storage.outbox import Lane, Method, OutboxRow, OutboxState, Ring
from storage.people.contact_details import OwnDetails
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.placements.evaluation import Evaluation
from storage.placements.link import PlacementLink
from storage.placements.outcome import OutcomeRow
from storage.placements.placement import Placement
from storage.slots.slot import Slot
from storage.wishes.wish import Wish
from tests.contracts import add_contact, add_contract
from tests.meetings import add_meeting
from tests.obligations import add_obligation

AT = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
"""Half past midnight on the next day in Stockholm."""


@dataclass(frozen=True)
class People:
    """Who is there, by what rows name of them."""

    company: Supplier
    mira: Person
    sam: Person
    anna: Person
    karin: Person


async def fill(session: AsyncSession, text: str = "Målning") -> People:
    """A contract with all that can hang on it; whatever people write is that text."""
    people = await _people(session)
    contract = await _contract(session, people, text)
    await _obligations(session, contract, people, text)
    await _meeting(session, contract, people, text)
    await _slot(session, contract, people, text)
    await _messages(session, people, text)
    return people


async def _people(session: AsyncSession) -> People:
    company = Supplier(
        name="Exempelmåleriet AB", trade=Trade.PAINTING, organisation_number="556016-0680", created_at=AT
    )
    session.add(company)
    await session.flush()

    def person(number: int, name: str, role: Role) -> Person:
        of = company.id if role is Role.SUPPLIER else None
        return Person(telegram_id=number, name=name, role=role, supplier_id=of, language=Language.SWEDISH, joined_at=AT)

    people = [
        person(71, "Mira Holm", Role.SUPPLIER),
        person(72, "Sam Dahl", Role.SUPPLIER),
        person(73, "Anna Lind", Role.MATCHER),
        person(74, "Karin Ek", Role.COORDINATOR),
    ]
    session.add_all(people)
    await session.flush()
    session.add(OwnDetails(person_id=people[1].id, phone="040-55 55 55"))
    return People(company, *people)


async def _contract(session: AsyncSession, people: People, text: str) -> Contract:
    mira = await add_contact(
        session, people.company.id, "Mira Holm", at=AT, phone="+46 40 12 34 56", email=None, person_id=people.mira.id
    )
    away = await add_contact(session, people.company.id, text, at=AT, phone=None, email="borta@exempel.se")
    return await add_contract(
        session,
        people.company.id,
        "KS 2026/17",
        at=AT,
        people=[mira, away],
        title=text,
        starts_on=date(2026, 12, 1),
        ends_on=None,
        clause=Clause.EMPLOYMENT,
        value=4_000_000,
        cadence=Cadence.QUARTERLY,
    )


async def _obligations(session: AsyncSession, contract: Contract, people: People, text: str) -> None:
    await add_obligation(
        session,
        contract,
        ObligationKind.PLACES,
        date(2027, 6, 30),
        at=AT,
        key="places",
        slot_kind=SlotKind.EMPLOYMENT,
        places=3,
    )
    done = {"status": ObligationStatus.WAIVED, "settled_at": AT, "settled_by": people.karin.id, "reason": text}
    await add_obligation(
        session, contract, ObligationKind.ACTION, date(2027, 1, 4), at=AT, title=text, is_for_city=True, **done
    )


async def _meeting(session: AsyncSession, contract: Contract, people: People, text: str) -> None:
    said = {"agreed": text, "confirmed_at": AT, "confirmed_by": people.mira.id, "minutes": 90, "created_at": AT}
    held = await add_meeting(session, contract, MeetingKind.START_UP, AT, status=MeetingStatus.HELD, place=text, **said)
    _asked(session, held, people.mira, answer=MeetingAnswer.COMING, answered_at=AT, has_come=True)
    _asked(session, held, people.sam, answer=MeetingAnswer.NOT_COMING, answered_at=AT, has_come=False, stand_in=text)
    _asked(session, held, people.anna, has_come=True)
    planned = await add_meeting(session, contract, MeetingKind.OTHER, AT, minutes=45, created_at=AT)
    _asked(session, planned, people.mira)
    session.add(
        Evaluation(
            meeting_id=held.id, person_id=people.mira.id, verdicts={"worthwhile": "partly"}, asked_at=AT, said_at=AT
        )
    )


def _asked(session: AsyncSession, meeting: Meeting, person: Person, **values: Any) -> None:
    session.add(Attendee(meeting_id=meeting.id, person_id=person.id, **values))


async def _slot(session: AsyncSession, contract: Contract, people: People, text: str) -> None:
    """A slot for two, and both places are one resident's: nobody may see that."""
    slot = Slot(
        supplier_id=people.company.id,
        reported_by=people.mira.id,
        kind=SlotKind.INTERNSHIP,
        trade=Trade.PAINTING,
        places=2,
        area=text[:60],
        contract_id=contract.id,
        details={"title": text, "tasks": text, "supervisor": "Handledare Hemlig 070-111 22 33"},
        starts_on=date(2026, 12, 1),
        ends_on=date(2027, 3, 1),
        status=SlotStatus.RESERVED,
        revision=1,
        reported_at=AT,
        claimed_by=people.anna.id,
        claimed_at=AT,
        withdrawn_reason=text,
    )
    session.add(slot)
    wish = Wish(
        code="WXYZ",
        matcher_id=people.anna.id,
        kind=SlotKind.INTERNSHIP,
        trade=Trade.PAINTING,
        adaptations=[Adaptation.QUIET.value],
        status=WishStatus.LOOKING,
        revision=1,
        created_at=AT,
        touched_at=AT,
    )
    session.add(wish)
    await session.flush()
    for code in ("KRTZ2345", "BCDF6789"):
        await _placement(session, slot, wish, code, people)


async def _placement(session: AsyncSession, slot: Slot, wish: Wish, code: str, people: People) -> None:
    placement = Placement(
        code=code,
        slot_id=slot.id,
        status=PlacementStatus.ENDED_EARLY,
        matcher_id=people.anna.id,
        proposed_at=AT,
        starts_on=date(2026, 12, 1),
        ends_on=date(2027, 3, 1),
        begun_on=date(2026, 12, 2),
        ended_on=date(2027, 1, 15),
        end_reason=EndReason.OWN_WISH,
        is_new_resident=code == "KRTZ2345",
    )
    session.add(placement)
    await session.flush()
    session.add_all(
        [
            PlacementLink(placement_id=placement.id, wish_id=wish.id),
            OutcomeRow(
                placement_id=placement.id,
                after=OutcomeAfter.DAYS_90,
                due_on=date(2027, 4, 15),
                outcome=Outcome.STUDIES,
                said_by=people.anna.id,
                said_at=AT,
            ),
            Evaluation(
                placement_id=placement.id,
                person_id=people.mira.id,
                verdicts={"again": "partly", "right_match": "partly", "support": "yes"},
                asked_at=AT,
                said_at=AT,
            ),
            Evaluation(placement_id=placement.id, person_id=people.anna.id, verdicts={}, asked_at=AT, next_at=AT),
        ]
    )


TELLS_OF_WISHES = {"template": "matcher_slot_reported", "parameters": {"slot": {"fits": 1}}}
"""An offer that is told to a matcher, with how many of their wishes it may be something for."""


async def _messages(session: AsyncSession, people: People, text: str) -> None:
    first = _message("a", people.mira, "everyone_not_found", text, telegram_message_id=5)
    session.add(first)
    await session.flush()
    about_resident = f"Studier, egen önskan: {text}"
    session.add_all(
        [
            _message(
                "b", people.mira, "everyone_not_found", text, original_id=first.id, method=Method.EDIT_MESSAGE_TEXT
            ),
            _message("c", people.anna, "matcher_outcome_asked", about_resident),
            _message("d", people.anna, "matcher_wish_gone", about_resident),
            _message("h", people.anna, "matcher_slot_reported", about_resident, content=TELLS_OF_WISHES),
            _message("e", people.anna, "of_earlier_code", about_resident),
            _message("f", None, "stranger_how_to_get_in", None, state=OutboxState.DEAD, sent_at=None),
            _message("g", people.karin, None, None, method=Method.SET_MY_COMMANDS),
        ]
    )


def _message(key: str, to: Person | None, template: str | None, words: str | None, **values: Any) -> OutboxRow:
    usual = {
        "dedup_key": key,
        "chat_id": to.telegram_id if to else 99,
        "person_id": to.id if to else None,
        "method": Method.SEND_MESSAGE,
        "content": {"template": template} if template else {"role": "coordinator"},
        "lane": Lane.ANSWER,
        "ring": Ring.ALWAYS,
        "queued_at": AT,
        "due_at": AT,
        "state": OutboxState.SENT,
        "attempts": 1,
        "possible_copies": 0,
        "rendered": words,
        "sent_at": AT,
    }
    return OutboxRow(**(usual | values))
