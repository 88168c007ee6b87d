"""*Någon annan kommer*: somebody who can't come names who comes instead, as a substitute in this meeting alone.

That is no deputy, who stands in for somebody who is away. Where it is kept, a substitute is still called `stand_in`.
"""

from collections.abc import Sequence

from domain.action import Action
from domain.frozen import frozen
from domain.meeting import MeetingAnswer
from domain.secrecy import FieldPolicy
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.form.typed import LONGEST_LINE, typed_text
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import inviting
from handlers.meetings.answering import GivenAnswer, as_it_is, give, may_answer
from handlers.meetings.card import card
from handlers.meetings.finding import FoundMeeting, find, is_still_to_answer, refreshed, theirs
from handlers.meetings.shown_meeting import ShownMeeting
from messages.meetings.meeting import MeetingNews
from messages.message import Message
from storage.meetings import answer as meeting_answer
from storage.meetings import meeting as meetings
from storage.people import person
from storage.people.person import Person


@frozen(kw_only=True)
class PossibleSubstitutes(Known):
    """Who could come instead.

    Attributes:
        shown: The meeting.
        colleagues: Those who are not asked already, by id and name.
    """

    shown: ShownMeeting
    colleagues: tuple[tuple[int, str], ...]


@frozen
class Substitute:
    """What is answered: a colleague's id, or somebody's name as it was typed."""

    stand_in: int | str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Någon annan kommer* was pressed."""
    found = await theirs(work, actor, Action.SEE_MEETING, press.number(0))
    if not may_answer(found, press.number(1)):
        return await as_it_is(work, found, press.number(1))
    return await forms.begin_about(work, actor, FORM, found.shown)


async def _known(work: Work, actor: Person, shown: ShownMeeting) -> PossibleSubstitutes:
    found = await find(work, actor, Action.SEE_MEETING, shown.meeting_id)
    return PossibleSubstitutes(
        today=work.city.today(work.now),
        hours=work.city.hours,
        shown=shown,
        colleagues=await _colleagues(work, found) if found else (),
    )


async def _colleagues(work: Work, found: FoundMeeting) -> tuple[tuple[int, str], ...]:
    if found.answers_for is None:
        return ()
    asked = {each.id for _, each in await meetings.attendees(work.session, found.meeting.id)}
    colleagues = await person.colleagues(work.session, found.answers_for)
    return tuple((each.id, each.name) for each in colleagues if each.id not in asked)


def _substitutes(_answers: Answers, known: PossibleSubstitutes) -> Sequence[Option]:
    return [Option(colleague_id, text=name) for colleague_id, name in known.colleagues]


async def _send(work: Work, actor: Person, answers: Answers, known: PossibleSubstitutes) -> Message:
    found = await theirs(work, actor, Action.SEE_MEETING, known.shown.meeting_id)
    if not may_answer(found, known.shown.sequence):
        return await card(work, found, MeetingNews.MEANWHILE)
    named = given(answers, Substitute).stand_in
    chosen = dict(known.colleagues).get(named) if isinstance(named, int) else None
    reply = GivenAnswer(MeetingAnswer.NOT_COMING, MeetingNews.SUBSTITUTE, substitute=chosen or str(named))
    ending = await give(work, found, reply)
    now = await refreshed(work, found)
    if not isinstance(named, int) or chosen is None or not may_answer(now, known.shown.sequence):
        return ending
    await _invite(work, now, named)
    return await card(work, now, reply.news)


async def _invite(work: Work, found: FoundMeeting, colleague_id: int) -> None:
    """A colleague is asked like everybody else."""
    colleague = await person.find(work.session, colleague_id)
    if await meeting_answer.ask(work.session, found.meeting.id, colleague.id):
        await inviting.invite(work, found.meeting, [colleague])


SUBSTITUTE = Question[PossibleSubstitutes](
    "meeting_stand_in", "stand_in", _substitutes, typed_text(LONGEST_LINE), policy=FieldPolicy.NAME
)

FORM = registered(
    FormAbout(
        name="meeting_stand_in",
        noun="meeting",
        still_holds=is_still_to_answer,
        version=1,
        about=ShownMeeting,
        questions=lambda _answers, _known: (SUBSTITUTE,),
        known=_known,
        send=_send,
    )
)
