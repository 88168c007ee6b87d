"""Tell people of a question to the city: those who may answer it, and whoever has asked."""

from handlers.faq import suggesting
from handlers.faq.city_codes import ANSWER, PASS_ON
from handlers.handling.answer import NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.people import company, notice
from handlers.people.colleagues import company_of
from handlers.people.recipient import Recipient
from messages.button import data
from messages.faq.city_question import (
    CityQuestionAsked,
    CityQuestionLate,
    CityQuestionMoved,
    CityQuestionSettled,
    CityQuestionWaiting,
    Earlier,
    QuestionTold,
)
from messages.label import Label
from messages.message import Message
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people import person
from storage.people.person import Person

ToStaff = CityQuestionAsked | CityQuestionWaiting
ToAsker = CityQuestionMoved | CityQuestionLate


async def told_of(work: Work, asked: CityQuestion) -> QuestionTold:
    """The question as those read it who may answer."""
    asker = await person.find(work.session, asked.asked_by)
    before = await city_question.find(work.session, asked.earlier_id) if asked.earlier_id else None
    return QuestionTold(
        asker.name,
        await company_of(work, asker),
        asked.words,
        work.city.today(asked.asked_at),
        earlier_as(before),
        asked.read_before or "",
    )


def earlier_as(before: CityQuestion | None) -> Earlier | None:
    """What a question goes on from; None where it is about something new, and where that has no answer."""
    return None if before is None or before.answer is None else Earlier(before.words, before.answer)


async def to_staff(work: Work, reader: Person, asked: CityQuestion, parameters: ToStaff) -> Message:
    """The question with the ways to answer it."""
    answers = (Label("inquiry.answer"), data(ANSWER, asked.id))
    passes_on = (Label("city_question.pass_on"), data(PASS_ON, asked.id))
    return Message(parameters, numbered([answers, *await suggesting.ways(work, asked, reader.language), passes_on]))


async def tell_staff(work: Work, asked: CityQuestion, to: Recipient, parameters: ToStaff) -> None:
    """At once, silently outside working hours."""
    message = to.gets(await to_staff(work, to.person, asked, parameters))
    await notice.tell_directly(work, to.person, message, about=asked.reference)


async def tell_asker(work: Work, asked: CityQuestion, parameters: ToAsker) -> None:
    """Whoever has asked hears how it goes; where they can't, a colleague does."""
    to = await company.acting_for(work, await person.find(work.session, asked.asked_by))
    if to is not None:
        await notice.tell_directly(work, to.person, to.gets(Message(parameters)), about=asked.reference)


async def settled(work: Work, asked: CityQuestion, *, is_unsent: bool = False) -> Message | None:
    """What to say to somebody who wants to answer what has its answer; None where it has none."""
    return None if asked.answered_at is None else await settled_as(work, asked, is_unsent=is_unsent)


async def settled_as(work: Work, asked: CityQuestion, *, is_unsent: bool = False) -> Message:
    """How a question was answered. Raises NotTheirsError where it has no answer."""
    if asked.answered_by is None or asked.answered_at is None or asked.answer is None:
        raise NotTheirsError
    answerer = await person.find(work.session, asked.answered_by)
    answered_on, told = work.city.today(asked.answered_at), await told_of(work, asked)
    return Message(CityQuestionSettled(told, asked.answer, answerer.name, answered_on, is_unsent))
