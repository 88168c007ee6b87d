"""A supplier's attendance: how many meetings were held with it, and who came."""

from domain.access import may
from domain.action import Action
from domain.subject import ContractSubject
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings.codes import ATTENDANCE, CARD
from handlers.meetings.facts import who_came
from messages.button import data
from messages.label import Label
from messages.meetings.outcome import AttendanceLine, AttendanceListed
from messages.message import Message
from storage.meetings import attendance as meeting_attendance
from storage.meetings.meeting import Meeting
from storage.people import supplier
from storage.people.person import Person
from storage.people.supplier import Supplier

ON_A_PAGE = 6


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """The attendance, or another page of it, was pressed."""
    company = await work.session.get(Supplier, press.number(0))
    if company is None or not may(actor.actor, Action.LEAD_CONTRACT, ContractSubject(press.number(0))):
        raise NotTheirsError
    return await _page(work, company.id, press.number(1))


async def _page(work: Work, supplier_id: int, wanted: int) -> Message:
    page = page_of(wanted, await meeting_attendance.count(work.session, supplier_id), size=ON_A_PAGE)
    found = await meeting_attendance.part(work.session, supplier_id, skip=page.skipped, at_most=page.size)
    attendance = await meeting_attendance.of_supplier(work.session, supplier_id)
    listed = AttendanceListed(
        supplier=(await supplier.find(work.session, supplier_id)).name,
        held=attendance.held,
        attended=attendance.attended,
        not_held=attendance.not_held,
        cancelled=attendance.cancelled,
        lines=tuple([await _line(work, each, number) for number, each in enumerate(found, start=1)]),
        page=page.number,
        pages=page.pages,
    )
    cards = numbered([_card_choice(work, each) for each in found])
    ways = beside(page, ATTENDANCE, supplier_id)
    return Message(listed, (*cards, *numbered(ways, first=len(found) + 1, in_a_row=2)))


async def _line(work: Work, meeting: Meeting, number: int) -> AttendanceLine:
    return AttendanceLine(
        number=number,
        kind=meeting.kind,
        on=work.city.today(meeting.starts_at),
        status=meeting.status,
        came=await who_came(work, meeting),
        has_other_come=bool(meeting.has_other_come),
    )


def _card_choice(work: Work, meeting: Meeting) -> Choice:
    day = Label("outcome.on", day=work.city.today(meeting.starts_at))
    return Label(joined=(Label(f"meeting_kind.{meeting.kind}"), day)), data(CARD, meeting.id)
