"""*Svara med …*: what is asked often and comes nearest to a question, for whoever answers it."""

from domain.faq import AskedOften, FaqKey, FaqWording
from domain.faq_search import best
from domain.language import Language
from handlers.faq.city_codes import ANSWER_WITH
from handlers.faq.entries import shown_entries
from handlers.handling.answer import NotTheirsError
from handlers.handling.choices import Choice
from handlers.handling.work import Work
from messages.button import data
from messages.label import Label
from storage.faq.city_question import CityQuestion

MOST = 2
LONGEST_SHOWN = 40


async def ways(work: Work, asked: CityQuestion, language: Language) -> list[Choice]:
    """To answer by each of them, named in that language where they are written in it."""
    found = best(await shown_entries(work), asked.words, is_looked_for=True)[:MOST]
    return [
        (
            Label("city_question.answer_with", text=shortened(wording_in(each, language).question)),
            data(ANSWER_WITH, asked.id, *each.key.numbers),
        )
        for each in found
    ]


async def wording(work: Work, asked: CityQuestion, place: int, entry_id: int) -> FaqWording:
    """The one that a button carries, as whoever asked reads it. Raises NotTheirsError where it is not there."""
    key = FaqKey.read(place, entry_id)
    found = next((each for each in await shown_entries(work) if each.key == key), None)
    if found is None:
        raise NotTheirsError
    return wording_in(found, asked.language)


def wording_in(entry: AskedOften, language: Language) -> FaqWording:
    """In that language, or else in the one that it has."""
    return entry.worded(language) or entry.wordings[0]


def shortened(words: str, longest: int = LONGEST_SHOWN) -> str:
    """As far as a button has room for it."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
