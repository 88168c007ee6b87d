"""Find a reversed question that somebody answers, and what messages tell of it."""

from domain.access import may
from domain.action import Action
from domain.reversed_question import Place
from domain.wish import WishStatus
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.wishes import finding as wish_finding
from messages.wishes.reversed import PlaceFacts
from storage.people.person import Person
from storage.slots import area
from storage.wishes import reversed_question as questions
from storage.wishes import wish as wishes
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
    return PlaceFacts(place.kind, place.trade, await area.named(work.session, place.area_id), place.month_on)


async def is_still_wanted(work: Work, question: ReversedQuestion) -> bool:
    """Whether somebody still looks for it."""
    wish = await wishes.find(work.session, question.wish_id) if question.wish_id is not None else None
    return wish is not None and wish.status is WishStatus.LOOKING


async def sought(work: Work, actor: Person, wish_id: int) -> Wish:
    """The wish by which somebody still looks, for whoever looks after it. Raises NotTheirsError."""
    wish = await wish_finding.theirs(work, actor, Action.KEEP_WISH, wish_id)
    if wish.status is not WishStatus.LOOKING:
        raise NotTheirsError
    return wish
