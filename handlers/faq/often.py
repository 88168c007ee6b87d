"""*Frågas ofta*: what several suppliers have asked the city, and the list has no answer to, for those who lead."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.asked_alike import AskedOnce, asked_often
from domain.faq_search import best
from handlers.faq.city_codes import ADD_TO_LIST, OFTEN
from handlers.faq.entries import shown_entries
from handlers.faq.suggesting import shortened
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.button import data
from messages.faq.city_question import CityQuestionsAlike
from messages.label import Label
from messages.message import Message
from storage.faq import city_question
from storage.people.person import Person

LOOKED_AT = 200
"""So many of the latest questions are compared."""

MOST = 2

Group = Sequence[AskedOnce]


async def ways(work: Work, actor: Person) -> list[Choice]:
    """Lead to each group, from the list of what is asked often."""
    if not may(actor.actor, Action.EDIT_FAQ):
        return []
    return [
        (Label("city_question.often", text=f"{shortened(group[0].words)} ({len(group)})"), _leads_to(group))
        for group in (await _groups(work))[:MOST]
    ]


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A group was pressed: what its suppliers have asked, with the way to put it into the list."""
    group = await group_of(work, press.number(0))
    if not may(actor.actor, Action.EDIT_FAQ) or not group:
        raise NotTheirsError
    alike = CityQuestionsAlike(tuple(each.words for each in group))
    adds = (Label("city_question.add_to_list"), data(ADD_TO_LIST, group[0].question_id))
    return Below(Message(alike, numbered([adds])))


async def group_of(work: Work, question_id: int) -> Group:
    """The questions that several suppliers ask and this one is among; none where it is in no such group."""
    groups = await _groups(work)
    return next((group for group in groups if question_id in {each.question_id for each in group}), ())


async def _groups(work: Work) -> Sequence[Group]:
    latest = await city_question.not_in_list(work.session, at_most=LOOKED_AT)
    entries = await shown_entries(work)
    return [group for group in asked_often(latest) if not best(entries, group[0].words)]


def _leads_to(group: Group) -> str:
    return data(OFTEN, group[0].question_id)
