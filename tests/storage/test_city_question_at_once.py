"""Two of the city who answer a question at the same moment: one answer is kept, and only that one goes out."""

import asyncio

from domain.language import Language
from handlers.faq import answering
from handlers.faq.answering import AnswerOfCity
from handlers.handling.work import Work
from messages.faq.city_question import CityAnswerSent, CityQuestionSettled
from storage.database import Database
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people import person
from tests.city import City
from tests.everything import on_both_in_soak

ASKER, MATCHER, COORDINATOR = 1, 3, 5


async def answers(url: str, city: City, question_id: int, answerer: int) -> object:
    """*Skicka*, by a process of its own; what its writer sees."""
    database = Database(url)
    try:
        async with database.write() as session:
            question = await session.get_one(CityQuestion, question_id)
            actor = await person.find(session, answerer)
            work = Work(session, city.clock.now(), city.program.city, key=f"test:{question_id}:{answerer}")
            told = AnswerOfCity(f"Av {answerer}")
            return (await answering.send(work, actor, question, told)).parameters
    finally:
        await database.close()


async def asked(city: City, words: str) -> int:
    """A question that a matcher has; a coordinator may answer it too."""
    async with city.database.write() as session:
        now = city.clock.now()
        new = CityQuestion(asked_by=ASKER, asked_at=now, language=Language.SWEDISH, words=words, asked_of=MATCHER)
        return (await city_question.ask(session, new)).id


@on_both_in_soak
async def test_of_two_who_answer_at_once_one_is_heard_and_the_other_sees_what_was_answered(city: City) -> None:
    await city.stop()
    url = city.database.url.render_as_string(hide_password=False)
    for turn in range(4):
        question_id = await asked(city, f"Fråga {turn}?")
        seen = await asyncio.gather(*(answers(url, city, question_id, each) for each in (MATCHER, COORDINATOR)))
        async with city.database.read() as session:
            kept = await session.get_one(CityQuestion, question_id)
        assert {type(each) for each in seen} == {CityAnswerSent, CityQuestionSettled}
        (settled,) = [each for each in seen if isinstance(each, CityQuestionSettled)]
        assert settled.answer == kept.answer == f"Av {kept.answered_by}"
        assert settled.is_unsent
