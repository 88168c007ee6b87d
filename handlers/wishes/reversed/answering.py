"""A supplier answers a reversed question: *Ja, det kan vi*, *Senare*, or *Nej, därför att …*. Each is as welcome."""

from collections.abc import Sequence
from datetime import date

from domain.reversed_question import REFUSALS, ReversedAnswer, months_later
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots.card import card
from handlers.wishes.reversed import codes, offering
from handlers.wishes.reversed.ending import over
from handlers.wishes.reversed.finding import is_still_wanted, place_facts, theirs
from handlers.wishes.reversed.telling import record_answer, tell_matcher
from messages.button import data
from messages.label import Label
from messages.message import Message, from_content
from messages.wishes.reversed import PlaceAnswered, PlaceLaterAsked, PlaceRefusalAsked
from storage import outbox
from storage.people import person
from storage.people.person import Person
from storage.slots import slot as slots
from storage.wishes import reversed_question as questions
from storage.wishes.reversed_question import ReversedQuestion


def choices(question: ReversedQuestion) -> Sequence[Choice]:
    """The three answers."""
    return [
        codes.way("reversed.yes", codes.YES, question),
        codes.way("reversed.later", codes.LATER, question),
        codes.way("reversed.no", codes.NO, question),
    ]


async def say_yes(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, det kan vi* was pressed: the offer, with all filled in that the question told."""
    question = await theirs(work, actor, press.number(0))
    if question.slot_id is not None:
        return await _offered(work, actor, question.slot_id)
    if not await is_still_wanted(work, question):
        return await over(work, question)
    return await offering.begin(work, actor, question)


async def ask_when(work: Work, actor: Person, press: Press) -> Answer:
    """*Senare* was pressed: from when?"""
    question = await theirs(work, actor, press.number(0))
    if question.slot_id is not None:
        return await _offered(work, actor, question.slot_id)
    months = [
        (Label("reversed.month", day=month), data(codes.MONTH, question.id, place))
        for place, month in enumerate(_months(work, question))
    ]
    unknown = codes.way("reversed.no_month", codes.MONTH, question, len(months))
    asked = PlaceLaterAsked(await place_facts(work, question.place))
    return Message(asked, numbered([*months, unknown, codes.way("answer.back", codes.BACK, question)], in_a_row=2))


async def ask_why(work: Work, actor: Person, press: Press) -> Answer:
    """*Nej, därför att …* was pressed: why?"""
    question = await theirs(work, actor, press.number(0))
    if question.slot_id is not None:
        return await _offered(work, actor, question.slot_id)
    reasons = [
        codes.way(f"reversed_answer.{reason}", codes.REASON, question, place) for place, reason in enumerate(REFUSALS)
    ]
    asked = PlaceRefusalAsked(await place_facts(work, question.place))
    return Message(asked, numbered([*reasons, codes.way("answer.back", codes.BACK, question)]))


async def show_question(work: Work, actor: Person, press: Press) -> Answer:
    """*Tillbaka* was pressed: the question again, as it was asked."""
    question = await theirs(work, actor, press.number(0))
    if question.slot_id is not None:
        return await _offered(work, actor, question.slot_id)
    asked = await outbox.said_about(work.session, question.reference, key_begins=codes.key(question.id))
    return from_content(asked[0].content) if asked else None


async def say_later(work: Work, actor: Person, press: Press) -> Answer:
    """A month was chosen, or that nobody knows."""
    question = await theirs(work, actor, press.number(0))
    later_on = dict(enumerate(_months(work, question))).get(press.number(1))
    return await _answered(work, actor, question, ReversedAnswer.LATER, later_on)


async def say_no(work: Work, actor: Person, press: Press) -> Answer:
    """A reason was chosen."""
    question = await theirs(work, actor, press.number(0))
    reason = dict(enumerate(REFUSALS)).get(press.number(1), ReversedAnswer.NO_OTHER)
    return await _answered(work, actor, question, reason)


async def _answered(
    work: Work, actor: Person, question: ReversedQuestion, said: ReversedAnswer, later_on: date | None = None
) -> Answer:
    """Keep the answer and pass it on; the same once more is no news."""
    is_news = (question.answer, question.later_on) != (said, later_on)
    if not await questions.answer(work.session, question.id, said, by=actor.id, now=work.now, later_on=later_on):
        return await _offered(work, actor, question.slot_id or 0)
    if is_news:
        await record_answer(work, actor, question, said)
        await tell_matcher(work, question, said, later_on)
    matcher = await person.find(work.session, question.matcher_id)
    told = PlaceAnswered(await place_facts(work, question.place), said, later_on, matcher.name)
    return Message(told, numbered([codes.way("reversed.yes", codes.YES, question)]))


async def _offered(work: Work, actor: Person, slot_id: int) -> Answer:
    """The offer that came of an earlier yes."""
    slot = await slots.find(work.session, slot_id)
    return await card(work, actor, slot) if slot is not None else None


def _months(work: Work, question: ReversedQuestion) -> list[date]:
    """Counted from the day on which it was asked, so that a button means what it says however long it has stood."""
    return months_later(question.month_on, work.city.today(question.asked_at))
