"""Find among what is asked often, by whatever somebody writes."""

from domain import faq_search
from domain.access import may
from domain.action import Action
from domain.faq import AskedOften
from handlers.doorways import SEND_TO_CITY
from handlers.faq import entries, views
from handlers.faq.codes import LIST
from handlers.faq.sending_typed import keepable
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.work import Work
from messages.button import data
from messages.faq.faq import FaqNotFound
from messages.label import Label
from messages.message import Message
from storage.people.person import Person


async def answered(work: Work, actor: Person, words: str) -> Answer:
    """What was looked for with /fragor: the answer that fits best, or the way to a person."""
    found = faq_search.best(await entries.shown_entries(work), words, is_looked_for=True)
    if found:
        return _shown(actor, found)
    may_ask = may(actor.actor, Action.ASK_CITY)
    ways = [*to_the_city(actor), (Label("faq.list"), data(LIST, 0))]
    typed = keepable(words) if may_ask else ""
    return Message(FaqNotFound(work.city.name, work.city.contact, may_ask, typed), numbered(ways))


async def answer_to(work: Work, actor: Person, words: str) -> Message | None:
    """The answer to a text that nobody has called a question to the list; None where none surely fits."""
    if not may(actor.actor, Action.READ_FAQ):
        return None
    found = faq_search.best(await entries.shown_entries(work), words)
    return _shown(actor, found) if found else None


def to_the_city(actor: Person) -> list[Choice]:
    """The way on with what was just typed, for those who can ask the city."""
    may_ask = may(actor.actor, Action.ASK_CITY)
    return [(Label("faq.send"), data(SEND_TO_CITY))] if may_ask else []


def _shown(actor: Person, found: tuple[AskedOften, ...]) -> Message:
    """The first, with the second as a button."""
    best, *others = found
    return views.message(actor, best, next(iter(others), None))
