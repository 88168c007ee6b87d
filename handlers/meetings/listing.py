"""/moten: the meetings to come, and those that have been, a page at a time."""

from datetime import datetime, time

from domain.access import may
from domain.action import Action
from domain.command import Command, may_use
from domain.meeting import MeetingAnswer, MeetingStatus
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, Page, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.meetings.codes import CARD, LIST
from handlers.meetings.views import book_button
from messages.button import data
from messages.label import Label
from messages.meetings.meeting import MeetingLine, MeetingsListed
from messages.message import Message
from storage.looking_back import MOST_COUNTED
from storage.meetings import meeting as meetings
from storage.meetings import meeting_list
from storage.meetings.meeting import Meeting
from storage.people import supplier
from storage.people.person import Person

ON_A_PAGE = 6


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/moten."""
    return await _page(work, actor)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """Another page, or the other list, was pressed."""
    if not may_use(actor.role, Command.MEETINGS):
        raise NotTheirsError
    return await _page(work, actor, are_past=press.number(0) == 1, wanted=press.number(1))


async def _page(work: Work, actor: Person, *, are_past: bool = False, wanted: int = 0) -> Message:
    """A page of the list with its buttons; the last page where there are fewer than were wanted."""
    since = datetime.combine(work.city.today(work.now), time.min, tzinfo=work.city.hours.zone)
    skip = max(wanted, 0) * ON_A_PAGE
    total = await meeting_list.count(work.session, actor.actor, are_past=are_past, since=since, skip=skip)
    here = page_of(wanted, total, size=ON_A_PAGE)
    found = await meeting_list.part(
        work.session, actor.actor, are_past=are_past, since=since, skip=here.skipped, at_most=here.size
    )
    lines = tuple([await _line(work, actor, each) for each in found])
    may_book = may(actor.actor, Action.SCHEDULE_MEETING)
    is_more = total >= skip + MOST_COUNTED
    shown = MeetingsListed(lines, are_past, may_book, here.number, here.pages, is_more=is_more)
    ways = _ways_on(here, are_past=are_past, may_book=may_book)
    items = [(_named(line), data(CARD, each.id)) for each, line in zip(found, lines, strict=True)]
    return Message(shown, (*numbered(items), *numbered(ways, first=len(items) + 1, in_a_row=2)))


async def _line(work: Work, actor: Person, each: Meeting) -> MeetingLine:
    asked = await meetings.attendees(work.session, each.id)
    own = next((attendee for attendee, person in asked if person.id == actor.id), None)
    is_ahead = each.status is MeetingStatus.PLANNED and each.starts_at > work.now
    return MeetingLine(
        each.kind,
        each.status,
        (await supplier.find(work.session, each.supplier_id)).name,
        work.city.hours.local(each.starts_at),
        has_begun=each.starts_at <= work.now,
        is_unanswered=is_ahead and own is not None and own.answer is None,
        is_over=each.ends_at <= work.now,
        waits_for_organiser=is_ahead and any(attendee.answer is MeetingAnswer.OTHER_TIME for attendee, _ in asked),
    )


def _named(line: MeetingLine) -> Label:
    day = Label("meeting.day", day=line.starts_at.date())
    return Label(joined=(day, Label(f"meeting_kind.{line.kind}"), Label(text=line.supplier)))


def _ways_on(here: Page, *, are_past: bool, may_book: bool) -> list[Choice]:
    turns = beside(here, LIST, int(are_past))
    other = (Label("meeting.to_list" if are_past else "meeting.past"), data(LIST, int(not are_past), 0))
    return [*turns, other, *([book_button()] if may_book else [])]
