"""*Ja, vi hade mötet*: who came and what was agreed is written down, or corrected, and goes to those it concerns."""

import json
from collections.abc import Sequence
from typing import Any

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.meeting import FULFILS, MeetingStatus
from domain.meeting_life import MeetingEvent
from domain.meeting_outcome import confirmation_waits_until
from handlers.form import actions as forms
from handlers.form import asking
from handlers.form.form import Form, registered
from handlers.form.question import Answers
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import action_list, outcome, passing_on
from handlers.meetings.agreed_answers import DONE, OTHER, Over, questions, summary, tidied
from handlers.meetings.outcome_facts import actions, again, found, known_to, named, write_down
from handlers.obligations import settling
from messages import everyone
from messages.meetings.outcome import OutcomeNews
from messages.message import Message
from storage.meetings import meeting as meetings
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> None:
    """*Ja, vi hade mötet* was pressed."""
    meeting = await found(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if meeting is None:
        await asking.show_again(work, actor)
    elif not outcome.may_happen(work, meeting, MeetingEvent.HOLD):
        await outcome.show_in_place(work, actor, press, meeting, outcome.why_not(work, meeting))
        await asking.show_again(work, actor)
    else:
        await forms.begin(work, actor, FORM, {"meeting_id": meeting.id, "revision": meeting.revision})


async def correct(work: Work, actor: Person, press: Press) -> None:
    """*Rätta* was pressed: everything that is written down can be changed."""
    meeting = await found(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if meeting is None:
        await asking.show_again(work, actor)
    elif meeting.status is not MeetingStatus.HELD:
        await outcome.show_in_place(work, actor, press, meeting, OutcomeNews.MOVED_ON)
        await asking.show_again(work, actor)
    else:
        await forms.begin(work, actor, FORM, await _written_down(work, meeting))


async def _written_down(work: Work, meeting: Meeting) -> dict[str, Any]:
    """The answers as they were given."""
    asked = await meetings.attendees(work.session, meeting.id)
    others = [OTHER] if meeting.has_other_come else []
    return {
        "meeting_id": meeting.id,
        "revision": meeting.revision,
        "came": [person.id for attendee, person in asked if attendee.has_come] + others,
        "agreed": meeting.agreed or "",
        "actions": [action_list.kept(each) for each in await actions(work, meeting)],
        "more": DONE,
    }


async def _known(work: Work, _actor: Person, answers: Answers) -> Over:
    meeting = await work.session.get_one(Meeting, answers["meeting_id"])
    facts = await named(work, meeting)
    asked = await meetings.attendees(work.session, meeting.id)
    return Over(
        today=work.city.today(work.now),
        hours=work.city.hours,
        name=facts.supplier,
        meeting=facts,
        asked=tuple((person.id, person.name) for _, person in asked),
    )


async def _send(work: Work, actor: Person, answers: Answers, _known: Over) -> Message:
    meeting = await known_to(work, actor, Action.SCHEDULE_MEETING, answers["meeting_id"])
    if meeting is None:
        return Message(everyone.NotFound())
    is_corrected = meeting.status is MeetingStatus.HELD
    if not await _is_written_down(work, meeting, answers, is_corrected=is_corrected):
        return await outcome.card(work, await again(work, meeting), news=OutcomeNews.MOVED_ON)
    came = answers["came"]
    await outcomes.note_who_came(work.session, meeting.id, [each for each in came if each != OTHER])
    if not is_corrected:
        await _is_held(work, actor, meeting)
    await action_list.follow(work, actor, meeting, answers.get("actions", []))
    await write_down(
        work, actor, meeting, LedgerEvent.MEETING_AGREED, json.dumps(_content(answers), ensure_ascii=False)
    )
    return await _passed_on(work, actor, await again(work, meeting), is_corrected=is_corrected)


async def _is_written_down(work: Work, meeting: Meeting, answers: Answers, *, is_corrected: bool) -> bool:
    """One guarded update: nobody else has told it meanwhile, and it was not moved."""
    values = {
        "agreed": answers["agreed"],
        "has_other_come": OTHER in answers["came"],
        "ask_at": None,
        "remind_at": None,
        "miss_reason": None,
        "confirmed_by": None,
        "confirmed_at": None,
        "confirm_at": confirmation_waits_until(work.now, work.city.hours),
        "is_confirmation_reminded": False,
    }
    is_as_it_was = Meeting.revision == answers["revision"]
    event = MeetingEvent.AGREE if is_corrected else MeetingEvent.HOLD
    return await meetings.moved(work.session, meeting.id, event, values, is_as_it_was)


async def _is_held(work: Work, actor: Person, meeting: Meeting) -> None:
    """The meeting fulfils what is to be done first: so no older promise is ever left standing behind a newer one."""
    await write_down(work, actor, meeting, LedgerEvent.MEETING_HELD)
    kind = FULFILS.get(meeting.kind)
    if kind is not None:
        await settling.fulfil_first(work, meeting.contract_id, kind, by=meeting.reference, actor=actor)
    await outcome.close_askings(work, meeting, is_held=True, by=actor)


async def _passed_on(work: Work, actor: Person, meeting: Meeting, *, is_corrected: bool) -> Message:
    told: Sequence[Person] = await passing_on.send(work, meeting, is_corrected=is_corrected)
    news = OutcomeNews.CORRECTED if is_corrected else OutcomeNews.HELD
    await passing_on.send_to_matchers(work, meeting, is_corrected=is_corrected, except_to=actor)
    return await outcome.card(work, meeting, news=news, told=told, is_nobody_in=not told)


def _content(answers: Answers) -> dict[str, Any]:
    """What the ledger keeps of the answers."""
    return {field: answers.get(field, []) for field in ("came", "agreed", "actions")}


FORM = registered(
    Form(
        name="agree",
        version=1,
        questions=questions,
        known=_known,
        send=_send,
        summary=summary,
        tidied=tidied,
    )
)
