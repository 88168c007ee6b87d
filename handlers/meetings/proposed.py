"""A time that a supplier has proposed, as the coordinators are told of it, and what they see once it is answered."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain import proposed_time
from domain.frozen import frozen
from domain.meeting import MeetingKind
from domain.meeting_proposal import reminded_at
from domain.role import Role
from handlers.form import asking
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.meetings.codes import SUGGEST
from handlers.meetings.views import book_button
from handlers.obligations import proposals
from handlers.people import recipient
from messages.button import data
from messages.label import Label
from messages.meetings.proposal import MeetingTimeProposed, ProposalSettled
from messages.message import Message, Rows
from storage import outbox
from storage.contracts.contract import Contract
from storage.meetings.meeting import Meeting
from storage.obligations import proposal_reminder
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow, Ring
from storage.people import person, supplier
from storage.people.person import Person


@frozen
class Understood:
    """A proposal as far as it surely means one time: the day, and perhaps the time of that day."""

    on: date | None = None
    at: datetime | None = None
    length: timedelta | None = None

    def has_passed(self, work: Work) -> bool:
        """Whether it is surely a time that has been."""
        if self.at is not None:
            return self.at <= work.now
        return self.on is not None and self.on < work.city.today(work.now)


def understood(work: Work, words: str, *, since: datetime) -> Understood:
    """What the words surely mean, seen from when they were said: "i morgon" is the day after that."""
    meant = proposed_time.understood(words, work.city.today(since))
    if meant is None:
        return Understood()
    at = datetime.combine(meant.on, meant.at, tzinfo=work.city.hours.zone) if meant.at else None
    return Understood(meant.on, at, meant.length)


async def tell(work: Work, due: Obligation, *, is_agreed: bool = False, is_again: bool = False) -> None:
    """Tell the coordinators of the proposal, with *Boka möte*; one message at a time has the buttons."""
    earlier = await _told(work, due)
    for row in earlier:
        await work.take_buttons_away(row.id)
    message = Message(await _worded(work, due, is_agreed=is_agreed, is_again=is_again), _buttons(due))
    for coordinator in await recipient.coordinators(work) or await recipient.present(work, Role.ADMINISTRATOR):
        for each in await recipient.in_place_of(work, coordinator):
            await work.tell(
                each.person,
                each.gets(message),
                ring=Ring.IN_WORKING_HOURS,
                key=f"{_key(due)}{len(earlier)}:{each.person.id}",
                about=due.reference,
            )
            await asking.show_again(work, each.person)
    at = reminded_at(work.now, work.city.hours, is_first=not is_again)
    await proposal_reminder.remind(work.session, due.id, at=at)


async def close(work: Work, due: Obligation, *, by: Person, meeting: Meeting | None = None) -> None:
    """Everyone who was told sees who has answered, and how; no button is left."""
    settled = ProposalSettled(
        kind=MeetingKind(due.kind.value),
        supplier=(await supplier.find(work.session, due.supplier_id)).name,
        proposal=due.proposed or "",
        by=by.name,
        starts_at=work.city.hours.local(meeting.starts_at) if meeting else None,
    )
    for row in await _told(work, due):
        if await work.has_buttons(row.id):
            await work.edit(row.id, Message(settled))


async def suggested(work: Work, due: Obligation) -> int:
    """How many times coordinators have proposed another time: only the latest can be taken."""
    return len(await outbox.said_about(work.session, due.reference, key_begins=suggestion_key(due)))


async def close_suggestions(work: Work, due: Obligation) -> None:
    """What coordinators have proposed is answered, or takes the place of an earlier one: no button is left."""
    for row in await outbox.said_about(work.session, due.reference, key_begins=suggestion_key(due)):
        await work.take_buttons_away(row.id)


async def named(work: Work, due: Obligation) -> str:
    """Who has proposed what: the name, and the words in quotation marks."""
    if due.proposed is None or due.proposed_by is None:
        return ""
    return f"{(await person.find(work.session, due.proposed_by)).name}: ”{due.proposed}”"


async def _worded(work: Work, due: Obligation, *, is_agreed: bool, is_again: bool) -> MeetingTimeProposed:
    under = await work.session.get_one(Contract, due.contract_id)
    words = due.proposed or ""
    meant = understood(work, words, since=due.proposed_at or work.now)
    return MeetingTimeProposed(
        name=await proposals.proposer(work, due),
        supplier=(await supplier.find(work.session, due.supplier_id)).name,
        contract=under.named,
        kind=MeetingKind(due.kind.value),
        due_on=due.due_on,
        proposal=words,
        is_past_due=due.due_on < work.city.today(work.now),
        on=meant.on,
        at=meant.at,
        has_passed=meant.has_passed(work),
        is_agreed=is_agreed,
        since=work.city.today(due.proposed_at) if is_again and due.proposed_at else None,
    )


def suggestion_key(due: Obligation) -> str:
    """How the keys begin of what the supplier is told that coordinators propose; then comes which one it is."""
    return f"suggested:{due.id}:"


def _buttons(due: Obligation) -> Rows:
    other = (Label("meeting.suggest"), data(SUGGEST, due.id))
    return numbered([book_button(due.contract_id, due.id), other])


async def _told(work: Work, due: Obligation) -> Sequence[OutboxRow]:
    return await outbox.said_about(work.session, due.reference, key_begins=_key(due))


def _key(due: Obligation) -> str:
    """How the keys begin of what the coordinators are told; then comes how many were told before, and to whom."""
    return f"proposed:{due.id}:"
