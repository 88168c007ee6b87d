"""*Obesvarade frågor*: what waits for an answer, for those who may give one."""

from domain.action import Action
from domain.role import STAFF
from domain.turn.city_question import turn_of
from handlers.faq.city_codes import LIST, OPEN
from handlers.faq.finding import theirs
from handlers.faq.standing import standing_of
from handlers.faq.suggesting import shortened
from handlers.faq.telling import settled, to_staff, told_of
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.button import data
from messages.faq.city_question import CityQuestionAsked, CityQuestionsListed, QuestionLine
from messages.label import Label
from messages.message import Message
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people.person import Person

ON_A_PAGE = 8
LONGEST_SHOWN = 60


async def way(work: Work, actor: Person) -> list[Choice]:
    """Leads to them, for somebody for whom any wait."""
    count = await city_question.count_listed(work.session, actor.actor) if actor.role in STAFF else 0
    return [(Label("city_question.unanswered", text=str(count)), data(LIST))] if count else []


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """The list was asked for, or another page of it."""
    if actor.role not in STAFF:
        raise NotTheirsError
    listed = await _page(work, actor, max(press.number(0), 0))
    return listed if press.numbers else Below(listed)


async def show_one(work: Work, actor: Person, press: Press) -> Answer:
    """One of the list was pressed."""
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, press.number(0))
    shown = await settled(work, asked) or await to_staff(
        work, actor, asked, CityQuestionAsked(await told_of(work, asked))
    )
    return Below(shown, about=asked.reference)


async def _page(work: Work, actor: Person, wanted: int) -> Message:
    total = await city_question.count_listed(work.session, actor.actor)
    page = page_of(wanted, total, size=ON_A_PAGE)
    found = await city_question.listed(work.session, actor.actor, skip=page.skipped, at_most=page.size)
    lines = tuple([await _line(work, number, each) for number, each in enumerate(found, start=1)])
    ways: list[Choice] = [
        (Label(text=line.words), data(OPEN, each.id)) for line, each in zip(lines, found, strict=True)
    ]
    listed = CityQuestionsListed(lines, total, page.number, page.pages)
    return Message(listed, numbered([*ways, *beside(page, LIST)]))


async def _line(work: Work, number: int, asked: CityQuestion) -> QuestionLine:
    standing, told = await standing_of(work, asked), await told_of(work, asked)
    has_it = standing.acting.person.name if standing.acting is not None and asked.shared_at is None else ""
    return QuestionLine(
        number,
        told.supplier,
        shortened(asked.words, LONGEST_SHOWN),
        told.asked_on,
        turn_of(standing.facts).side,
        has_it,
    )
