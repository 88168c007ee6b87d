"""All that is asked often: what Steget brings along, as the city words it, and what the city has added."""

from dataclasses import replace

from domain.faq import AskedOften, FaqKey, FaqWording
from domain.language import Language
from handlers.handling.city import City
from handlers.handling.work import Work
from messages.faq.brought_along import brought_along
from storage.faq import entry
from storage.faq.entry import FaqEntry, FaqText


async def all_entries(work: Work) -> tuple[AskedOften, ...]:
    """What Steget brings along in its order, then the city's own; also what is put away, which says so of itself."""
    rows = await entry.everything(work.session)
    known = {each.key: each for each in brought_along()}
    for of_city, text in rows:
        known[of_city.key] = _as_of_city(work.city, known.get(of_city.key), of_city, text)
    return tuple(each for each in known.values() if each.wordings)


async def shown_entries(work: Work) -> tuple[AskedOften, ...]:
    """Those that everybody reads."""
    return tuple(each for each in await all_entries(work) if not each.is_hidden)


async def with_key(work: Work, key: FaqKey | None) -> AskedOften | None:
    """One of them, put away or not; None where there is none of that key."""
    return next((each for each in await all_entries(work) if each.key == key), None)


def _as_of_city(city: City, before: AskedOften | None, of_city: FaqEntry, text: FaqText | None) -> AskedOften:
    entry_so_far = before or AskedOften(of_city.key, swedish=None, english=None)
    known = replace(entry_so_far, is_hidden=of_city.hidden_at is not None)
    if text is None:
        return known
    wording = FaqWording(text.question, text.answer, city.today(text.written_at), text.is_to_confirm)
    worded = replace(known, is_citys=True)
    is_swedish = text.language is Language.SWEDISH
    return replace(worded, swedish=wording) if is_swedish else replace(worded, english=wording)
