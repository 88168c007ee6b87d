"""Find a reversed question that somebody answers, and what messages tell of it."""

from domain.access import Action, may
from domain.reversed_question import Place
from domain.wish import WishStatus
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from messages.wishes.reversed import PlaceFacts
from storage.people.person import Person
from storage.slots.area import Area
from storage.wishes import reversed_question as questions
from storage.wishes.reversed_question import ReversedQuestion
from storage.wishes.wish import Wish


async def theirs(work: Work, actor: Person, question_id: int) -> ReversedQuestion:
    """The question as it is now. Raises NotTheirsError unless the actor may answer it."""
    question = await questions.find(work.session, question_id)
    if question is None or not may(actor.actor, Action.ANSWER_REVERSED_QUESTION, question.subject):
        raise NotTheirsError
    return question


async def place_facts(work: Work, place: Place) -> PlaceFacts:
    """What is told of the place that is asked for."""
    area = await work.session.get(Area, place.area_id) if place.area_id is not None else None
    return PlaceFacts(place.kind, place.trade, area.name if area else "", place.month_on)


async def is_still_wanted(work: Work, question: ReversedQuestion) -> bool:
    """Whether somebody still looks for it."""
    wish = await work.session.get(Wish, question.wish_id) if question.wish_id is not None else None
    return wish is not None and wish.status is WishStatus.LOOKING


async def wish_of(work: Work, actor: Person, wish_id: int) -> Wish:
    """The matcher's wish that somebody still looks for. Raises NotTheirsError where it is another's, or none."""
    wish = await work.session.get(Wish, wish_id, populate_existing=True)
    if wish is None or wish.matcher_id != actor.id or wish.status is not WishStatus.LOOKING:
        raise NotTheirsError
    return wish
