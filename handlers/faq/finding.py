"""Find a question to the city for somebody who wants to do something with it."""

from datetime import datetime
from typing import Protocol

from domain.access import may
from domain.action import Action
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people.person import Person


async def find(work: Work, actor: Person, action: Action, question_id: int) -> CityQuestion | None:
    """The question, as it is now; None unless it is there and the actor may do that with it."""
    asked = await city_question.find(work.session, question_id)
    return asked if asked is not None and may(actor.actor, action, asked.subject) else None


async def theirs(work: Work, actor: Person, action: Action, question_id: int) -> CityQuestion:
    """The question, as it is now. Raises NotTheirsError unless it is there and the actor may do that with it."""
    asked = await find(work, actor, action, question_id)
    if asked is None:
        raise NotTheirsError
    return asked


class IsAboutCityQuestion(Protocol):
    """What a form of the city's about a question is about."""

    @property
    def question_id(self) -> int:
        """The question."""


async def to_answer(work: Work, actor: Person, about: IsAboutCityQuestion) -> CityQuestion | None:
    """The question that a form is about; None where it is not theirs to answer any more."""
    return await find(work, actor, Action.ANSWER_CITY_QUESTION, about.question_id)


async def still_waits(work: Work, actor: Person, about: IsAboutCityQuestion, _since: datetime) -> bool:
    """Whether the question that a form is about is theirs to answer, and nobody has."""
    asked = await to_answer(work, actor, about)
    return asked is not None and asked.answered_at is None
