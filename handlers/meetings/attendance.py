"""A supplier's record of meetings: how many were held, and who came."""

from domain.access import Action, ContractSubject, may
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings.codes import CARD, RECORD
from handlers.meetings.outcome_facts import who_came
from messages import everyone
from messages.button import Button, data
from messages.label import Label
from messages.meetings.outcome import AttendanceLine, AttendanceListed
from messages.message import Message, Rows
from storage.meetings import attendance as meeting_attendance
from storage.meetings.meeting import Meeting
from storage.people import supplier
from storage.people.person import Person
from storage.people.supplier import Supplier

AT_ONCE = 6


async def show(work: Work, actor: Person, press: Press) -> None:
    """The record, or another page of it, was pressed."""
    company = await work.session.get(Supplier, press.number(0))
    if company is None or not may(actor.actor, Action.LEAD_CONTRACT, ContractSubject(press.number(0))):
        await work.tell(actor, Message(everyone.NotFound()))
        return
    message = await _page(work, company.id, max(press.number(1), 0))
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)


async def _page(work: Work, supplier_id: int, wanted: int) -> Message:
    pages = max(1, -(-await meeting_attendance.count(work.session, supplier_id) // AT_ONCE))
    page = min(wanted, pages - 1)
    found = await meeting_attendance.part(work.session, supplier_id, at_most=AT_ONCE, after=page * AT_ONCE)
    record = await meeting_attendance.of_supplier(work.session, supplier_id)
    listed = AttendanceListed(
        supplier=(await supplier.find(work.session, supplier_id)).name,
        held=record.held,
        attended=record.attended,
        not_held=record.not_held,
        cancelled=record.cancelled,
        lines=tuple([await _line(work, each, number) for number, each in enumerate(found, start=1)]),
        page=page + 1,
        pages=pages,
    )
    cards = [_card_button(work, each, number) for number, each in enumerate(found, start=1)]
    return Message(listed, (*((card,) for card in cards), *_beside(supplier_id, page, pages, after=len(found))))


async def _line(work: Work, meeting: Meeting, number: int) -> AttendanceLine:
    return AttendanceLine(
        number=number,
        kind=meeting.kind,
        on=work.city.today(meeting.starts_at),
        status=meeting.status,
        came=await who_came(work, meeting),
        has_other_come=bool(meeting.has_other_come),
    )


def _card_button(work: Work, meeting: Meeting, number: int) -> Button:
    day = Label("outcome.on", day=work.city.today(meeting.starts_at))
    return Button(Label(joined=(Label(f"meeting_kind.{meeting.kind}"), day)), data(CARD, meeting.id), number=number)


def _beside(supplier_id: int, page: int, pages: int, *, after: int) -> Rows:
    """The pages beside this one."""
    ways = [("list.previous", page - 1), ("list.next", page + 1)]
    there = [(label, number) for label, number in ways if 0 <= number < pages]
    row = tuple(
        Button(Label(label), data(RECORD, supplier_id, number), number=place)
        for place, (label, number) in enumerate(there, start=after + 1)
    )
    return (row,) if row else ()
