"""*Någon annan kommer*: somebody who can't come names who comes instead, as a substitute in this meeting alone.

That is no deputy, who stands in for somebody who is away. Where it is kept, a substitute is still called `stand_in`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.access import Action
from domain.meeting import MeetingAnswer
from domain.secrecy import FieldPolicy
from handlers.form import actions as forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.typed import LONGEST_LINE, typed_text
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import inviting
from handlers.meetings.answering import GivenAnswer, as_it_is, give, may_answer
from handlers.meetings.card import card
from handlers.meetings.found import FoundMeeting, again, find, theirs
from messages.meetings.meeting import MeetingNews
from messages.message import Message
from storage.meetings import answer as meeting_answer
from storage.meetings import meeting as meetings
from storage.people import person
from storage.people.person import Person


@dataclass(frozen=True)
class PossibleSubstitutes(Known):
    """Who could come instead: colleagues who are not asked already, by id and name."""

    colleagues: tuple[tuple[int, str], ...] = ()


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Någon annan kommer* was pressed."""
    found = await theirs(work, actor, Action.SEE_MEETING, press.number(0))
    if not may_answer(found, press.number(1)):
        return await as_it_is(work, found, press.number(1))
    return await forms.begin(work, actor, FORM, {"meeting_id": found.meeting.id, "sequence": found.meeting.sequence})


async def _known(work: Work, actor: Person, answers: Answers) -> PossibleSubstitutes:
    found = await find(work, actor, Action.SEE_MEETING, answers.get("meeting_id", 0))
    colleagues = await _colleagues(work, found) if found else ()
    return PossibleSubstitutes(work.city.today(work.now), work.city.hours, colleagues=colleagues)


async def _colleagues(work: Work, found: FoundMeeting) -> tuple[tuple[int, str], ...]:
    if found.answers_for is None:
        return ()
    asked = {each.id for _, each in await meetings.attendees(work.session, found.meeting.id)}
    colleagues = await person.colleagues(work.session, found.answers_for)
    return tuple((each.id, each.name) for each in colleagues if each.id not in asked)


def _substitutes(_answers: Answers, known: PossibleSubstitutes) -> Sequence[Option]:
    return [Option(colleague_id, text=name) for colleague_id, name in known.colleagues]


async def _send(work: Work, actor: Person, answers: Answers, known: PossibleSubstitutes) -> Message:
    found = await theirs(work, actor, Action.SEE_MEETING, answers["meeting_id"])
    if not may_answer(found, answers["sequence"]):
        return await card(work, found, MeetingNews.MEANWHILE)
    chosen = dict(known.colleagues).get(answers["stand_in"]) if isinstance(answers["stand_in"], int) else None
    given = GivenAnswer(MeetingAnswer.NOT_COMING, MeetingNews.SUBSTITUTE, substitute=chosen or str(answers["stand_in"]))
    ending = await give(work, found, given)
    now = await again(work, found)
    if chosen is None or not may_answer(now, answers["sequence"]):
        return ending
    await _invite(work, now, answers["stand_in"])
    return await card(work, now, given.news)


async def _invite(work: Work, found: FoundMeeting, colleague_id: int) -> None:
    """A colleague is asked like everybody else."""
    colleague = await person.find(work.session, colleague_id)
    if await meeting_answer.ask(work.session, found.meeting.id, colleague.id):
        await inviting.invite(work, found.meeting, [colleague])


SUBSTITUTE = Question[PossibleSubstitutes](
    "meeting_stand_in", "stand_in", _substitutes, typed_text(LONGEST_LINE), policy=FieldPolicy.NAME
)

FORM = registered(
    Form(
        name="meeting_stand_in",
        version=1,
        questions=lambda _answers, _known: (SUBSTITUTE,),
        known=_known,
        send=_send,
    )
)
