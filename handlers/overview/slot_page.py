"""A page of offers, as the overview lists them: how each stands, and the way to its card."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.handling.choices import Choice, Page
from handlers.handling.work import Work
from handlers.slots import apart
from handlers.slots.selection import Selection
from handlers.slots.standing import standings
from handlers.slots.views import CARD
from messages.button import data
from messages.slots.facts import SlotPage
from storage.people.person import Person
from storage.slots.slot import Slot

ON_A_PAGE = 6


async def of(work: Work, viewer: Person, slots: Sequence[Slot], here: Page) -> SlotPage:
    """The page in words."""
    stand = await standings(work, viewer, slots)
    told = await apart.in_lines(work, slots, [each.slot for each in stand])
    lines = tuple(replace(each, slot=facts) for each, facts in zip(stand, told, strict=True))
    return SlotPage(lines, here.number, here.pages, kind=None, trade=None, area=None)


async def ways(work: Work, slots: Sequence[Slot]) -> list[Choice]:
    """The way to each card."""
    named = await apart.on_buttons(work, slots)
    carried = [data(CARD, slot.id, slot.revision, *Selection().numbers) for slot in slots]
    return list(zip(named, carried, strict=True))
