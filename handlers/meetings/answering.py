"""*Kommer*, *Kan inte*, *Föreslå annan tid*: the answers of those who are asked to a meeting."""

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.meeting import LONGEST_REASON, MeetingAnswer
from domain.meeting_proposal import reminded_at
from domain.secrecy import FieldPolicy
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, coming_day, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.card import card
from handlers.meetings.finding import FoundMeeting, is_still_to_answer, refreshed, theirs
from handlers.meetings.recording import record
from handlers.meetings.shown_meeting import ShownMeeting
from handlers.meetings.views import answered_buttons, other_time_buttons
from handlers.people import notice
from messages.meetings.meeting import MeetingAnswered, MeetingNews
from messages.message import Message
from storage.meetings import answer as meeting_answer
from storage.people import person
from storage.people.person import Person


@frozen
class GivenAnswer:
    """An answer, with what goes with it.

    Attributes:
        answer: What is answered.
        news: What is said above the card of whoever has answered.
        proposal: Another time that would suit, in their own words.
        substitute: Who comes instead, in their own words.
    """

    answer: MeetingAnswer
    news: MeetingNews
    proposal: str = ""
    substitute: str = ""


@frozen
class Proposal:
    """What is typed: another time that would suit."""

    proposal: str


@frozen(kw_only=True)
class MeetingToAnswer(Known):
    """What is known before another time is proposed.

    Attributes:
        shown: The meeting that somebody is asked to.
    """

    shown: ShownMeeting


COMING = GivenAnswer(MeetingAnswer.COMING, MeetingNews.COMING)
NOT_COMING = GivenAnswer(MeetingAnswer.NOT_COMING, MeetingNews.NOT_COMING)


async def come(work: Work, actor: Person, press: Press) -> Answer:
    """*Kommer* was pressed."""
    return await _answer(work, actor, press, COMING)


async def decline(work: Work, actor: Person, press: Press) -> Answer:
    """*Kan inte* was pressed."""
    return await _answer(work, actor, press, NOT_COMING)


async def propose(work: Work, actor: Person, press: Press) -> Answer:
    """*Föreslå annan tid* was pressed."""
    found = await theirs(work, actor, Action.SEE_MEETING, press.number(0))
    if not may_answer(found, press.number(1)):
        return await as_it_is(work, found, press.number(1))
    return await forms.begin_about(work, actor, PROPOSING, found.shown)


def may_answer(found: FoundMeeting, sequence: int) -> bool:
    """Whether the viewer can answer the meeting that they were shown, which had that sequence."""
    return found.is_viewer_asked and found.meeting.sequence == sequence


async def as_it_is(work: Work, found: FoundMeeting, sequence: int) -> Message:
    """The card for one who can't answer: they only look, or the meeting is another than the one they were shown."""
    return await card(work, found, MeetingNews.MEANWHILE if found.meeting.sequence != sequence else None)


async def give(work: Work, found: FoundMeeting, reply: GivenAnswer) -> Message:
    """Note the answer and tell whoever has called the meeting; returns the card as it is then.

    Raises NotTheirsError where the viewer may answer for nobody.
    """
    attendee, answers_for, sequence = found.attendee, found.answers_for, found.meeting.sequence
    if attendee is None or answers_for is None:
        raise NotTheirsError
    is_new = await meeting_answer.give(
        work.session,
        found.meeting,
        attendee.person_id,
        reply.answer,
        now=work.now,
        proposal=reply.proposal or None,
        stand_in=reply.substitute or None,
    )
    now = await refreshed(work, found)
    if is_new:
        await _remind_of_other_time(work, now)
        await _record(work, now, answers_for, reply)
        await _tell_organiser(work, now, answers_for, reply)
    return await card(work, now, reply.news if now.meeting.sequence == sequence else MeetingNews.MEANWHILE)


async def _remind_of_other_time(work: Work, found: FoundMeeting) -> None:
    """While anybody would like another time, the organiser is reminded of that."""
    is_wished = found.is_other_time_wished
    at = reminded_at(work.now, work.city.hours, is_first=True) if is_wished else None
    await meeting_answer.remind_of_other_time(work.session, found.meeting.id, at=at)


async def _answer(work: Work, actor: Person, press: Press, reply: GivenAnswer) -> Message:
    found = await theirs(work, actor, Action.SEE_MEETING, press.number(0))
    if not may_answer(found, press.number(1)):
        return await as_it_is(work, found, press.number(1))
    return await give(work, found, reply)


async def _record(work: Work, found: FoundMeeting, answers_for: Person, reply: GivenAnswer) -> None:
    content = {
        "answer": reply.answer,
        "proposal": reply.proposal,
        "stand_in": reply.substitute,
        "for": answers_for.id,
    }
    await record(work, found.meeting, LedgerEvent.MEETING_ANSWERED, found.viewer, content)


async def _tell_organiser(work: Work, found: FoundMeeting, answers_for: Person, reply: GivenAnswer) -> None:
    meeting, actor = found.meeting, found.viewer
    answered = MeetingAnswered(
        await facts.in_full(work, meeting),
        actor.name,
        on_behalf_of="" if answers_for.id == actor.id else answers_for.name,
        answer=reply.answer,
        proposal=reply.proposal,
        stand_in=reply.substitute,
    )
    organiser = await person.find(work.session, meeting.organised_by)
    wish = found.attendee if reply.answer is MeetingAnswer.OTHER_TIME else None
    buttons = other_time_buttons(meeting, wish) if wish else answered_buttons(meeting)
    await notice.tell(work, organiser, Message(answered, buttons), about=meeting.reference)


async def _known(work: Work, _actor: Person, shown: ShownMeeting) -> MeetingToAnswer:
    return MeetingToAnswer(today=work.city.today(work.now), hours=work.city.hours, shown=shown)


async def _send(work: Work, actor: Person, answers: Answers, known: MeetingToAnswer) -> Message:
    found = await theirs(work, actor, Action.SEE_MEETING, known.shown.meeting_id)
    if not may_answer(found, known.shown.sequence):
        return await card(work, found, MeetingNews.MEANWHILE)
    proposal = given(answers, Proposal).proposal
    return await give(work, found, GivenAnswer(MeetingAnswer.OTHER_TIME, MeetingNews.OTHER_TIME, proposal=proposal))


PROPOSAL = Question[MeetingToAnswer](
    "meeting_proposal", "proposal", read=typed_text(LONGEST_REASON), example=coming_day, policy=FieldPolicy.RELAYED
)

PROPOSING = registered(
    FormAbout(
        name="propose_meeting_time",
        noun="meeting",
        still_holds=is_still_to_answer,
        version=1,
        about=ShownMeeting,
        questions=lambda _answers, _known: (PROPOSAL,),
        known=_known,
        send=_send,
    )
)
