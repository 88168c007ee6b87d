"""How a meeting went: the card that says it, and what can be done about it now."""

from collections.abc import Sequence

from domain.access import Action
from domain.meeting import FULFILS, MeetingStatus
from domain.meeting_life import MEETING_LIFE, MeetingEvent
from domain.meeting_outcome import MissReason
from handlers.doorways import BOOK_MEETING
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings.codes import CORRECT, HELD, MOVE, NOT_HELD, REASON, RECORD
from handlers.meetings.outcome_facts import found, named, record
from messages.button import Button, data
from messages.label import Label
from messages.meetings.outcome import MeetingOutcome, OutcomeNews, OutcomeTold
from messages.message import Message, Rows
from storage import outbox
from storage.meetings.meeting import Meeting
from storage.obligations import obligation as obligations
from storage.people import person
from storage.people.person import Person


def may_happen(work: Work, meeting: Meeting, event: MeetingEvent) -> bool:
    """Whether that can be told of the meeting now: not before it has begun."""
    return meeting.starts_at <= work.now and MEETING_LIFE.allows(meeting.status, event)


def why_not(work: Work, meeting: Meeting) -> OutcomeNews:
    """What is said where it can't."""
    return OutcomeNews.MOVED_ON if meeting.starts_at <= work.now else OutcomeNews.NOT_YET


async def show(work: Work, actor: Person, press: Press) -> None:
    """The way back to the card was pressed."""
    meeting = await found(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if meeting is not None:
        await show_in_place(work, actor, press, meeting)


async def show_in_place(
    work: Work, actor: Person, press: Press, meeting: Meeting, news: OutcomeNews | None = None
) -> None:
    """The card, where it was pressed."""
    message = await card(work, meeting, news=news)
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)


async def card(
    work: Work,
    meeting: Meeting,
    *,
    news: OutcomeNews | None = None,
    told: Sequence[Person] = (),
    is_nobody_in: bool = False,
) -> Message:
    """How the meeting went, as it is known now."""
    is_held = meeting.status is MeetingStatus.HELD
    confirmed_by = await person.find(work.session, meeting.confirmed_by) if meeting.confirmed_by else None
    outcome = MeetingOutcome(
        meeting=await named(work, meeting),
        status=meeting.status,
        record=await record(work, meeting) if is_held else None,
        reason=meeting.miss_reason,
        told=tuple(each.name for each in told),
        is_nobody_in=is_nobody_in,
        confirmed_by=confirmed_by.name if confirmed_by else None,
        news=news,
    )
    return Message(outcome, _numbered(await _ways(work, meeting)))


def asking_buttons(meeting: Meeting) -> Rows:
    """The answers to whether it was held."""
    return _numbered(_answers(meeting))


async def close_askings(work: Work, meeting: Meeting, *, is_held: bool, by: Person, except_at: int = 0) -> None:
    """Everyone who was asked sees that it is told, and by whom; no button is left that asks once more.

    `except_at` is the message that says more than that already.
    """
    told = Message(OutcomeTold(await named(work, meeting), is_held, by.name))
    for row in await outbox.said_about(work.session, meeting.reference, key_begins=asking_key(meeting)):
        shown = await outbox.latest_edit_of(work.session, row.id) or row
        if row.id != except_at and shown.content.get("buttons"):
            await work.edit(row.id, told)


def asking_key(meeting: Meeting) -> str:
    """How the keys of the askings begin; of a meeting that is moved they begin anew."""
    return f"outcome:{meeting.id}:{int(meeting.starts_at.timestamp())}:"


async def _ways(work: Work, meeting: Meeting) -> list[tuple[Label, str]]:
    record_of = (Label("outcome.record"), data(RECORD, meeting.supplier_id, 0))
    match meeting.status:
        case MeetingStatus.PLANNED if meeting.starts_at <= work.now:
            return [*_answers(meeting), record_of]
        case MeetingStatus.HELD:
            correct = (Label("outcome.correct"), data(CORRECT, meeting.id))
            return [correct, (Label("outcome.missed_after_all"), data(NOT_HELD, meeting.id)), record_of]
        case MeetingStatus.NOT_HELD:
            book = (Label("outcome.book"), data(BOOK_MEETING, meeting.contract_id, await _unmet(work, meeting)))
            held = (Label("outcome.held_after_all"), data(HELD, meeting.id))
            return [book, *_reasons(meeting), held, record_of]
        case _:
            return [record_of]


def _answers(meeting: Meeting) -> list[tuple[Label, str]]:
    return [
        (Label("outcome.held"), data(HELD, meeting.id)),
        (Label("outcome.missed"), data(NOT_HELD, meeting.id)),
        (Label("outcome.move"), data(MOVE, meeting.id)),
    ]


def _reasons(meeting: Meeting) -> list[tuple[Label, str]]:
    """Nobody has to say why, and who has said it is not asked again."""
    if meeting.miss_reason is not None:
        return []
    return [
        (Label(f"miss_reason.{reason}"), data(REASON, meeting.id, place)) for place, reason in enumerate(MissReason)
    ]


async def _unmet(work: Work, meeting: Meeting) -> int:
    """The obligation that the meeting would have fulfilled; 0 where there is none."""
    kind = FULFILS.get(meeting.kind)
    first = await obligations.first_to_be_done(work.session, meeting.contract_id, kind) if kind else None
    return first.id if first is not None else 0


def _numbered(ways: Sequence[tuple[Label, str]]) -> Rows:
    return tuple((Button(label, carried, number=number),) for number, (label, carried) in enumerate(ways, start=1))
