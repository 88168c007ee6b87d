"""How a question stands on a button, and what stands under its answer."""

from domain.access import may
from domain.action import Action
from domain.faq import AskedOften
from domain.language import Language
from handlers.doorways import ASK_CITY
from handlers.faq.codes import CHANGE, ENTRY, HIDE, HISTORY, LIST, SHOW_AGAIN
from handlers.faq.suggesting import shortened
from handlers.handling.choices import Choice, numbered
from messages.button import data
from messages.faq.faq import FaqShown, said_of
from messages.label import Label
from messages.message import Message
from storage.people.person import Person


def choice(entry: AskedOften, language: Language) -> Choice:
    """The way to a question."""
    return label(entry, language), data(ENTRY, *entry.key.numbers)


def way_back(entry: AskedOften) -> Choice:
    """The way to a question, from what belongs to it."""
    return Label("faq.to_entry"), data(ENTRY, *entry.key.numbers)


def label(entry: AskedOften, language: Language) -> Label:
    """What Steget brings along by its short name, and what the city has added by its question."""
    if entry.key.code is not None:
        return Label(f"faq_title.{entry.key.code}")
    said = said_of(entry)
    wording = said.swedish if language is Language.SWEDISH else said.english
    return Label(text=shortened(wording.question))


def message(
    actor: Person,
    entry: AskedOften,
    also: AskedOften | None = None,
    *,
    is_saved: bool = False,
    shown_in: Language | None = None,
) -> Message:
    """The answer, and below it what else may be meant, the way to a person, and what those who lead can do.

    Once it is saved in a language it is shown in that one, whatever its writer reads.
    """
    numbers = entry.key.numbers
    ways = [choice(also, actor.language)] if also is not None else []
    if may(actor.actor, Action.ASK_CITY):
        ways.append((Label("faq.ask"), data(ASK_CITY, *numbers)))
    if may(actor.actor, Action.EDIT_FAQ):
        hidden = ("faq.show_again", SHOW_AGAIN) if entry.is_hidden else ("faq.hide", HIDE)
        of_leaders = (("faq.change", CHANGE), hidden, ("faq.history", HISTORY))
        ways += [(Label(name), data(code, *numbers)) for name, code in of_leaders]
    ways.append((Label("faq.list"), data(LIST, 0)))
    return Message(FaqShown(said_of(entry), entry.is_hidden, is_saved, shown_in), numbered(ways))
