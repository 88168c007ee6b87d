"""The forms of what is asked often and of questions to the city, each opened for a coordinator."""

from collections.abc import Awaitable, Callable

from domain.role import Role
from handlers import door
from handlers.faq import adding_asked, answering, changing, city_codes, passing_on
from handlers.faq import codes as faq_codes
from handlers.form.filling import talk_of
from handlers.handling.work import Work
from messages.button import data
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people.person import Person
from tests.handlers.each_role import one_of_each_role

SOME_MESSAGE = 1

Opens = Callable[[Work], Awaitable[bool]]
"""Opens a form for somebody who can; says whether that was possible."""


async def _what_is_asked_often_is_worded(work: Work) -> bool:
    """A coordinator changes the first of all that Steget brings along."""
    coordinator = (await one_of_each_role(work))[Role.COORDINATOR]
    await door.press(work, coordinator, data(faq_codes.CHANGE, 1, 0), None)
    return (await talk_of(work, coordinator)).flow == changing.FORM.name


async def _a_question_to_the_city_is_answered(work: Work) -> bool:
    return await _of_a_question_to_the_city(work, city_codes.ANSWER) == answering.FORM.name


async def _a_question_to_the_city_is_passed_on(work: Work) -> bool:
    return await _of_a_question_to_the_city(work, city_codes.PASS_ON) == passing_on.FORM.name


async def _a_question_to_the_city_is_put_into_the_list(work: Work) -> bool:
    return await _of_a_question_to_the_city(work, city_codes.ADD_TO_LIST) == adding_asked.FORM.name


async def _a_reply_to_a_question_to_the_city_is_refused(work: Work) -> bool:
    asked, coordinator = await _a_question_to_the_city(work)
    await answering.take(work, coordinator, asked.id, "Ring 070-174 06 35", SOME_MESSAGE)
    return (await talk_of(work, coordinator)).flow == answering.BY_REPLY.name


async def _of_a_question_to_the_city(work: Work, code: str) -> str | None:
    """The form that a coordinator opens by that button under it."""
    asked, coordinator = await _a_question_to_the_city(work)
    await door.press(work, coordinator, data(code, asked.id), None)
    return (await talk_of(work, coordinator)).flow


async def _a_question_to_the_city(work: Work) -> tuple[CityQuestion, Person]:
    """A supplier has asked it, and a coordinator has it."""
    people = await one_of_each_role(work)
    supplier, coordinator = people[Role.SUPPLIER], people[Role.COORDINATOR]
    new = CityQuestion(
        asked_by=supplier.id,
        asked_at=work.now,
        language=supplier.language,
        words="Har ni en lånebil?",
        asked_of=coordinator.id,
    )
    return await city_question.ask(work.session, new), coordinator


YOUNGER_IN_FAQ: dict[str, Opens] = {
    answering.FORM.name: _a_question_to_the_city_is_answered,
    answering.BY_REPLY.name: _a_reply_to_a_question_to_the_city_is_refused,
    passing_on.FORM.name: _a_question_to_the_city_is_passed_on,
    changing.FORM.name: _what_is_asked_often_is_worded,
    adding_asked.FORM.name: _a_question_to_the_city_is_put_into_the_list,
}
