"""What the demo's suppliers have promised, with dates that let something come of it in the first days.

The contracts are planned as any other is. All of it is made up.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from domain.cadence import PLAN_WITHIN, START_UP_WITHIN
from domain.contract import Clause
from domain.frozen import frozen
from domain.meeting import USUAL_LENGTH, MeetingKind
from domain.role import Role
from domain.working_hours import WorkingHours
from handlers.handling.work import Work
from handlers.meetings import booking
from handlers.meetings.booking import MeetingToBook
from handlers.meetings.time_and_place import TimeAndPlace
from handlers.obligations import planning
from storage.contracts.contract import Contract
from storage.people import contact, person, supplier
from storage.people.contact import Contact
from storage.people.person import Person
from storage.procurements import procurement

RUNS_FOR = timedelta(days=730)
REMINDED_BEFORE = 10
"""Working days before something is due, by the usual ladder."""

NEXT_MEETING_AT = time(10)
NEXT_MEETING_IN = 6
"""Working days; so the first reminder of it comes tomorrow."""


@frozen
class Promise:
    """A contract with the clause.

    Attributes:
        supplier: The company.
        registry_number: The city's number of it.
        title: What it is about.
        contacts: Whom to turn to, the first one first; who has a phone on the page comes in.
        begins_on: When it began, seen from today.
    """

    supplier: str
    registry_number: str
    title: str
    contacts: tuple[str, ...]
    begins_on: Callable[[date, WorkingHours], date]


def _start_up_is_reminded_of_tomorrow(today: date, hours: WorkingHours) -> date:
    due_on = hours.working_days_from(hours.next_working_day(today), REMINDED_BEFORE)
    return due_on - START_UP_WITHIN


def _third_quarter_ends_in_a_month(today: date, _hours: WorkingHours) -> date:
    return today - timedelta(days=243)


def _plan_is_reminded_of_this_week(today: date, hours: WorkingHours) -> date:
    due_on = hours.working_days_from(hours.working_days_from(today, 3), REMINDED_BEFORE)
    return due_on - PLAN_WITHIN


PROMISES = (
    Promise(
        "Exempelmåleriet AB",
        "UH-2026-17",
        "Måleritjänster",
        ("Mira Holm", "Olle Nyqvist"),
        _start_up_is_reminded_of_tomorrow,
    ),
    Promise("Påhittade Parker AB", "UH-2025-48", "Skötsel av parker", ("Sam Dahl",), _third_quarter_ends_in_a_month),
    Promise("Påhittade Parker AB", "UH-2026-03", "Stängsel", ("Sam Dahl",), _plan_is_reminded_of_this_week),
)
MET = PROMISES[1]
"""A meeting is planned under this one."""


async def promise(work: Work) -> None:
    """Let every promise be made, and what follows from it be planned; everyone on the page is in already."""
    for each in PROMISES:
        made = await _contract(work, each)
        await planning.plan(work, made, planning.of_contract(work, made))
        if each is MET:
            await _meet(work, made)


async def _contract(work: Work, made: Promise) -> Contract:
    giver = await supplier.found_or_created(work.session, made.supplier, now=work.now)
    begins_on = made.begins_on(work.city.today(work.now), work.city.hours)
    bought = await procurement.found_or_created(work.session, made.registry_number, made.title, now=work.now)
    contract = Contract(
        supplier_id=giver.id,
        procurement_id=bought.id,
        title=made.title,
        starts_on=begins_on,
        ends_on=begins_on + RUNS_FOR,
        clause=Clause.DIALOGUE,
        created_at=work.now,
    )
    work.session.add(contract)
    await work.session.flush()
    await work.session.refresh(contract, ["registry_number"])
    known = [await _contact(work, giver.id, name) for name in made.contacts]
    await contact.place(work.session, contract.id, [each.id for each in known])
    return contract


async def _contact(work: Work, supplier_id: int, name: str) -> Contact:
    known = await contact.named(work.session, supplier_id, name)
    if known is not None:
        return known
    here = [each for each in await _people(work, Role.SUPPLIER) if each.name == name]
    new = Contact(supplier_id=supplier_id, name=name, person_id=here[0].id if here else None, created_at=work.now)
    work.session.add(new)
    await work.session.flush()
    return new


async def _meet(work: Work, contract: Contract) -> None:
    """As the coordinator does it in the chat."""
    organiser = (await _people(work, Role.COORDINATOR))[0]
    placed = await contact.of_contract(work.session, contract.id)
    asked = [each.person for each in placed if each.person] + list((await _people(work, Role.MATCHER))[:1])
    starts_at = _next_meeting(work.city.today(work.now), work.city.hours)
    at = TimeAndPlace(starts_at, USUAL_LENGTH // timedelta(minutes=1), "Stadshuset, rum 214")
    await booking.book(work, organiser, contract, MeetingToBook(MeetingKind.FOLLOW_UP, at), asked)


def _next_meeting(today: date, hours: WorkingHours) -> datetime:
    return datetime.combine(hours.working_days_from(today, NEXT_MEETING_IN), NEXT_MEETING_AT, tzinfo=hours.zone)


async def _people(work: Work, role: Role) -> Sequence[Person]:
    return await person.active_in_role(work.session, role)
