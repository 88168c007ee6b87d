"""A reply to a message about a question to the city: its answer, or what whoever has asked wants to know besides."""

from domain.action import Action
from domain.reference import Noun, Reference
from handlers.faq import answering, asking
from handlers.faq.finding import find
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from messages.heard import kind_word
from storage.faq.city_question import CityQuestion
from storage.outbox import OutboxRow
from storage.people.person import Person


async def answered_by(work: Work, actor: Person, shown: OutboxRow, words: str) -> CityQuestion | None:
    """The question that a reply answers, where it says more than thanks."""
    return await _question_in(work, actor, Action.ANSWER_CITY_QUESTION, shown, words)


async def answer(work: Work, actor: Person, asked: CityQuestion, text: str, message_id: int | None) -> Answer:
    """Take it for the answer, whatever form is open."""
    return await answering.take(work, actor, asked.id, text, message_id)


async def asked_on_by(work: Work, actor: Person, shown: OutboxRow, words: str) -> CityQuestion | None:
    """The question from which whoever has asked it goes on by a reply that says more than thanks."""
    return await _question_in(work, actor, Action.SEE_CITY_QUESTION, shown, words)


async def ask_on(work: Work, actor: Person, asked: CityQuestion, text: str, message_id: int | None) -> Answer:
    """Take it for one more question, whatever form is open."""
    return await asking.take(work, actor, asked.id, text, message_id)


async def _question_in(work: Work, actor: Person, action: Action, shown: OutboxRow, words: str) -> CityQuestion | None:
    about = Reference.read(shown.about or "")
    if about is None or about.noun is not Noun.CITY_QUESTION or kind_word(words) is not None:
        return None
    return await find(work, actor, action, about.number)
