"""Ask for the language, and set it."""

from domain.language import Language
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.people.language import LanguageAsked, LanguageSet
from storage.people.person import Person

CHOOSE = "la"
_NAMES = {
    "svenska": Language.SWEDISH,
    "swedish": Language.SWEDISH,
    "sv": Language.SWEDISH,
    "engelska": Language.ENGLISH,
    "english": Language.ENGLISH,
    "en": Language.ENGLISH,
}


async def ask(work: Work, actor: Person, typed: Typed) -> Answer:
    """/sprak: ask which language; with its name behind it, such as "/sprak engelska", it needs no question."""
    language = _NAMES.get(typed.words.lower())
    if language is not None:
        await _set(work, actor, language)
        return None
    choices = [(Label(f"language.{language}"), data(CHOOSE, place)) for place, language in enumerate(Language)]
    return Message(LanguageAsked(), numbered(choices))


async def choose(work: Work, actor: Person, press: Press) -> Answer:
    """A language was pressed."""
    languages = list(Language)
    if not 0 <= press.number(0) < len(languages):
        raise NotTheirsError
    await _set(work, actor, languages[press.number(0)])
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    return None


async def _set(work: Work, actor: Person, language: Language) -> None:
    actor.language = language
    await work.tell(actor, Message(LanguageSet()))
    await work.set_menu(actor)
