"""On which day has somebody begun, where nothing was agreed in Steget? A day of the last month, the latest first."""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.handling.choices import Page, numbered, page_of, places_beside
from handlers.handling.work import Work
from handlers.placements.starts.codes import OTHER_DAYS, STARTED_ON
from handlers.slots import facts
from handlers.slots.views import CARD
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.placements.start import StartDayAsked
from storage.slots.slot import Slot

DAYS_BACK, DAYS_ON_A_PAGE = 31, 7
"""What was longer ago is said too late to be sure of."""

_OTHERS = ("placement_end.later_days", "placement_end.earlier_days")


async def question(work: Work, slot: Slot, selection: Sequence[int], *, wanted: int = 0) -> Message:
    """A week on each page; the selection is that of the list behind the slot's card."""
    page = page_of(wanted, DAYS_BACK, size=DAYS_ON_A_PAGE)
    return Message(StartDayAsked(await facts.of_slot(work, slot)), _buttons(work, slot, selection, page))


def _buttons(work: Work, slot: Slot, selection: Sequence[int], page: Page) -> Rows:
    days = [
        (_worded(ago, day), data(STARTED_ON, slot.id, slot.revision, day.toordinal(), *selection))
        for ago, day in _days(work.city.today(work.now), page)
    ]
    ways = [
        *(
            (label, data(OTHER_DAYS, slot.id, slot.revision, at, *selection))
            for label, at in places_beside(page, _OTHERS)
        ),
        (Label("new_resident.nobody"), data(CARD, slot.id, slot.revision, *selection)),
    ]
    return (*numbered(days, in_a_row=2), *numbered(ways, first=len(days) + 1, in_a_row=2))


def _days(today: date, page: Page) -> list[tuple[int, date]]:
    """The days on the page, each with how long ago it was."""
    shown = range(page.skipped, min(page.skipped + page.size, DAYS_BACK))
    return [(ago, today - timedelta(days=ago)) for ago in shown]


def _worded(ago: int, day: date) -> Label:
    named = {0: "placement_end.today", 1: "placement_end.yesterday"}.get(ago)
    return Label(named) if named is not None else Label("placement_end.day", day=day)


def chosen(work: Work, number: int) -> date | None:
    """The day that a button means; None for one ahead or too long ago, or that no button of ours carries."""
    today = work.city.today(work.now)
    is_likely = (today - timedelta(days=DAYS_BACK)).toordinal() < number <= today.toordinal()
    return date.fromordinal(number) if is_likely else None
