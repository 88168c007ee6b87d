"""*Var mötet värt tiden?*: asked once after a meeting that was held, of each who was there and is in Steget."""

from domain.changeable import is_changeable, last_changeable_on
from domain.evaluation import EvaluationQuestion, Verdict
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingStatus
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.codes import WORTHWHILE
from handlers.meetings.recording import record
from handlers.placements.evaluation import asking, planning
from handlers.placements.evaluation.answering import take_answer, theirs
from handlers.placements.evaluation.views import verdict_choices
from messages.meetings.evaluation import MeetingEvaluation
from messages.message import Message
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.people.person import Person
from storage.placements import evaluation as evaluations
from storage.placements.evaluation import Evaluation

QUESTION = EvaluationQuestion.WORTHWHILE


async def plan(work: Work, meeting: Meeting) -> None:
    """Ask each who was there on a working day after this one: today they read what was agreed."""
    wanted = work.city.hours.one_working_day_later(work.now)
    for attendee, each in await meetings.attendees(work.session, meeting.id):
        if attendee.has_come and each.ended_at is None:
            at = await planning.free_at(work, each, wanted)
            asked = Evaluation(meeting_id=meeting.id, person_id=each.id, verdicts={}, asked_at=at, next_at=at)
            await evaluations.plan(work.session, asked)


async def ask(work: Work) -> bool:
    """Ask those whose day has come, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await evaluations.due_of_meetings(work.session, now=work.now, at_most=asking.AT_ONCE)
    for evaluation in due:
        somebody = await asking.who_is_asked(work, evaluation)
        if somebody is not None and await _was_there(work, evaluation):
            await asking.tell(work, evaluation, somebody, await _question(work, evaluation))
    return len(due) == asking.AT_ONCE


async def say(work: Work, actor: Person, press: Press) -> Answer:
    """An answer was pressed; for a week another can be."""
    evaluation = await theirs(work, actor, press.number(0))
    if evaluation.meeting_id is None:
        raise NotTheirsError
    if take_answer(work, evaluation, QUESTION, press.number(2)):
        meeting = await work.session.get_one(Meeting, evaluation.meeting_id)
        await record(work, meeting, LedgerEvent.MEETING_EVALUATED, actor, f"{QUESTION}:{evaluation.verdicts[QUESTION]}")
    return await _question(work, evaluation)


async def _was_there(work: Work, evaluation: Evaluation) -> bool:
    """Whether it still says so: what was written down of a meeting can be corrected."""
    meeting = await meetings.find(work.session, evaluation.meeting_id or 0)
    if meeting is None or meeting.status is not MeetingStatus.HELD:
        return False
    asked = await meetings.attendees(work.session, meeting.id)
    return any(each.id == evaluation.person_id and attendee.has_come for attendee, each in asked)


async def _question(work: Work, evaluation: Evaluation) -> Message:
    meeting = await work.session.get_one(Meeting, evaluation.meeting_id)
    told, said_at = evaluation.verdicts.get(QUESTION), evaluation.said_at
    asked = MeetingEvaluation(
        meeting=await facts.named(work, meeting),
        answer=Verdict(told) if told is not None else None,
        changeable_until=last_changeable_on(work.city.today(said_at)) if said_at is not None else None,
    )
    is_open = is_changeable(said_at, work.now)
    return Message(asked, numbered(verdict_choices(WORTHWHILE, evaluation, QUESTION), in_a_row=3) if is_open else ())
