"""*Tidigare lydelser*: all that the city has said there, who wrote it and when."""

from domain.action import Action
from handlers.faq import page, views
from handlers.faq.codes import HISTORY
from handlers.handling.answer import Answer
from handlers.handling.choices import beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.faq.faq import EarlierWording, FaqHistory
from messages.message import Message
from storage.faq import entry
from storage.faq.entry import FaqText
from storage.people.person import Person

ON_A_PAGE = 3
"""A wording has up to a thousand characters."""


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """It, or a page of it, was pressed."""
    asked = await page.theirs(work, actor, Action.EDIT_FAQ, press)
    kept = await entry.with_key(work.session, asked.key)
    total = await entry.count_wordings(work.session, kept.id) if kept is not None else 0
    here = page_of(press.number(2), total, size=ON_A_PAGE)
    found = await entry.wordings(work.session, kept.id, skip=here.skipped, at_most=here.size) if kept else []
    lines = tuple(_line(work, text, name) for text, name in found)
    ways = [*beside(here, HISTORY, *asked.key.numbers), views.way_back(asked)]
    return Message(FaqHistory(lines, here.number, here.pages), numbered(ways, in_a_row=2))


def _line(work: Work, text: FaqText, written_by: str) -> EarlierWording:
    return EarlierWording(
        language=text.language,
        question=text.question,
        answer=text.answer,
        is_to_confirm=text.is_to_confirm,
        written_by=written_by,
        written_on=work.city.today(text.written_at),
        replaced_on=work.city.today(text.replaced_at) if text.replaced_at is not None else None,
    )
