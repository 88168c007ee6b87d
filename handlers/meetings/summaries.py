"""The summary of a meeting: it goes to the supplier, who confirms it, and to the matchers who were there."""

from collections.abc import Sequence

from domain.ledger_event import LedgerEvent
from domain.role import Role
from handlers.form import asking
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.codes import CONFIRM, DISPUTE
from handlers.meetings.recording import record_told
from handlers.people import company, notice
from handlers.people.recipient import Recipient
from messages.button import data
from messages.label import Label
from messages.meetings.outcome import SummaryForMatcher, SummaryReplaced, SummaryToConfirm
from messages.message import Message, Rows
from storage import outbox
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.outbox import Lane, OutboxRow, Ring
from storage.people import contact, person
from storage.people.person import Person


async def send_to_supplier(
    work: Work, meeting: Meeting, *, is_corrected: bool = False, is_again: bool = False
) -> list[Person]:
    """Ask the supplier to confirm; says who was asked, nobody where nobody there is in."""
    organiser = await person.find(work.session, meeting.organised_by)
    asked = SummaryToConfirm(await facts.summary(work, meeting), organiser.name, is_corrected, is_again)
    message, recipients = Message(asked, _buttons(meeting)), await at_supplier(work, meeting)
    for each in recipients:
        await _tell(work, meeting, each, message, is_again=is_again)
    return [each.person for each in recipients]


async def send_to_matchers(work: Work, meeting: Meeting, *, is_corrected: bool, except_to: Person) -> None:
    """Whoever was there hears what was written down."""
    message = Message(SummaryForMatcher(await facts.summary(work, meeting), is_corrected))
    for each in await matchers_there(work, meeting):
        if each.id != except_to.id:
            await notice.tell(work, each, message, about=meeting.reference)


async def matchers_there(work: Work, meeting: Meeting) -> list[Person]:
    """The matchers who were at the meeting."""
    asked = await meetings.attendees(work.session, meeting.id)
    return [each for attendee, each in asked if attendee.has_come and each.role is Role.MATCHER]


async def replace(work: Work, meeting: Meeting, revision: int, *, is_held: bool) -> None:
    """Let the summary of that revision say that it doesn't hold any more; older ones say so already."""
    replaced = Message(SummaryReplaced(await facts.named(work, meeting), is_held))
    for row in await sent(work, meeting, revision):
        await work.edit(row.id, replaced)


async def leave_without_buttons(work: Work, meeting: Meeting) -> None:
    """Take the buttons off the earlier summaries, since the same is asked below: one place to answer is enough."""
    for row in await sent(work, meeting):
        await work.take_buttons_away(row.id)


async def readers(work: Work, meeting: Meeting) -> list[Person]:
    """Everyone who was ever sent a summary of the meeting for the supplier."""
    reached = [row.person_id for row in await sent(work, meeting) if row.person_id is not None]
    return [await person.find(work.session, each) for each in dict.fromkeys(reached)]


async def sent(work: Work, meeting: Meeting, revision: int | None = None) -> Sequence[OutboxRow]:
    """Every summary that the supplier was sent, or only those of that revision."""
    begins = _key(meeting) if revision is None else f"{_key(meeting)}{revision}:"
    return await outbox.said_about(work.session, meeting.reference, key_begins=begins)


async def at_supplier(work: Work, meeting: Meeting) -> list[Recipient]:
    """Who can speak for the supplier about the meeting: those who were asked to it, else its contacts, else anybody."""
    asked = [each for _, each in await meetings.attendees(work.session, meeting.id) if _speaks_for(each, meeting)]
    placed = [each.person for each in await contact.of_contract(work.session, meeting.contract_id)]
    contacts = [each for each in placed if each is not None and _speaks_for(each, meeting)]
    others = await person.of_supplier(work.session, meeting.supplier_id)
    addressees = asked or contacts[:1] or others[:1]
    found = [await company.acting_for(work, each) for each in addressees]
    return list({each.person.id: each for each in reversed(found) if each is not None}.values())[::-1]


def _speaks_for(somebody: Person, meeting: Meeting) -> bool:
    return somebody.supplier_id == meeting.supplier_id and somebody.ended_at is None


async def _tell(work: Work, meeting: Meeting, whom: Recipient, message: Message, *, is_again: bool) -> None:
    row_id = await work.tell(
        whom.person,
        whom.gets(message),
        lane=Lane.DUTY if is_again else Lane.ANSWER,
        ring=Ring.IN_WORKING_HOURS,
        key=f"{_key(meeting)}{meeting.revision}:{'again' if is_again else 'first'}:{whom.person.id}",
        about=meeting.reference,
    )
    event = LedgerEvent.MEETING_REMINDED if is_again else LedgerEvent.MEETING_SUMMARISED
    await record_told(work, meeting, event, whom.person, row_id, "confirm")
    await asking.show_again(work, whom.person)


def _buttons(meeting: Meeting) -> Rows:
    confirm = (Label("agreed.confirm"), data(CONFIRM, meeting.id, meeting.revision))
    dispute = (Label("agreed.dispute"), data(DISPUTE, meeting.id, meeting.revision))
    return numbered([confirm, dispute])


def _key(meeting: Meeting) -> str:
    """How the keys of a meeting's summaries begin; then come its revision, whether it is a reminder, and to whom."""
    return f"summary:{meeting.id}:"
