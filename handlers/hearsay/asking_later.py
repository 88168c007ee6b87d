"""Somebody of the supplier has come in: they are shown what was written down before, and can object."""

from datetime import timedelta

from handlers.handling.work import Work
from handlers.hearsay import telling
from storage import hearsay

AT_ONCE = 20
WORTH_ASKING_FOR = timedelta(days=90)
MOST_FOR_ONE = 3
"""So many questions at once; what was heard before those is in the record, and whoever wants to can ask."""


async def ask_later(work: Work) -> bool:
    """Ask about what nobody was in for; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    waiting = await hearsay.unasked(work.session, at_most=AT_ONCE)
    asked: dict[int, int] = {}
    for heard in waiting:
        asked[heard.supplier_id] = asked.get(heard.supplier_id, 0) + 1
        is_worth_it = work.now - heard.noted_at < WORTH_ASKING_FOR and asked[heard.supplier_id] <= MOST_FOR_ONE
        if is_worth_it:
            await telling.ask_supplier(work, heard, await telling.facts_of(work, heard))
        heard.asked_at = work.now
    return len(waiting) == AT_ONCE
