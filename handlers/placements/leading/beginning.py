"""*Har börjat*: on which day? Then the supplier is asked whether that is so, as for any start."""

from datetime import date, timedelta

from domain.action import Action
from domain.placement_life import PlacementEvent
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, telling, views
from handlers.placements.card import card
from handlers.placements.codes import BEGUN_COUNTED, BEGUN_NEW, BEGUN_ON
from handlers.placements.finding import theirs, to_lead
from handlers.placements.starts import beginning as starting
from handlers.placements.starts import new_resident
from handlers.slots import facts as slot_facts
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.proposal import BegunAsked
from messages.placements.start import NewResidentAsked
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.slot import Slot

DAYS_BACK = 7
"""Working days that are offered; what was longer ago is the day that was agreed, or was said too late to be sure of."""

_NEWS = {SlotNews.STARTED: PlacementNews.BEGUN, SlotNews.STARTED_BY_PHONE: PlacementNews.BEGUN_BY_PHONE}

OLDEST = timedelta(days=365)


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """It was pressed: which day?"""
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.START)
    if not can_be:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    ways = [*_days(work, placement), views.back(placement.id)]
    return Message(BegunAsked(told), numbered(ways))


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """A day was chosen; where nothing tells whether the resident counts already this year, that is asked first."""
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.START)
    on = _day(work, press.number(1))
    if on is None or not can_be:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    if await new_resident.is_asked(work, slot.kind, placement):
        return await _asked(work, placement, slot, on)
    return await _begun(work, actor, placement, on, press)


async def begin_new(work: Work, actor: Person, press: Press) -> Answer:
    """*Ny person i år* was pressed."""
    return await _counted(work, actor, press, is_new=True)


async def begin_counted(work: Work, actor: Person, press: Press) -> Answer:
    """*Räknad redan i år* was pressed."""
    return await _counted(work, actor, press, is_new=False)


async def _counted(work: Work, actor: Person, press: Press, *, is_new: bool) -> Message:
    placement, slot, can_be = await to_lead(work, actor, press.number(0), PlacementEvent.START)
    on = _day(work, press.number(1))
    if on is None or not can_be:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    return await _begun(work, actor, placement, on, press, is_new=is_new)


async def _asked(work: Work, placement: Placement, slot: Slot, on: date) -> Message:
    ways = [
        (Label("new_resident.new"), data(BEGUN_NEW, placement.id, on.toordinal())),
        (Label("new_resident.counted"), data(BEGUN_COUNTED, placement.id, on.toordinal())),
        views.back(placement.id),
    ]
    return Message(NewResidentAsked(await slot_facts.of_slot(work, slot), is_early=False), numbered(ways))


async def _begun(  # noqa: PLR0913  who says that who has begun, on which day, and by which press
    work: Work, actor: Person, placement: Placement, on: date, press: Press, *, is_new: bool | None = None
) -> Message:
    """It goes the way of every start; the card shows what has come of it."""
    said = await starting.begin(work, actor, placement, on, is_new_resident=is_new)
    now, slot = await theirs(work, actor, Action.SEE_PLACEMENT, placement.id)
    await telling.show_as_it_is(work, now, except_at=telling.shown_at(press))
    return await card(work, actor, now, slot, _NEWS.get(said, PlacementNews.MOVED_ON))


def _days(work: Work, placement: Placement) -> list[Choice]:
    """Today, the day that was agreed, and the last working days; latest first."""
    today, hours = work.city.today(work.now), work.city.hours
    past = [hours.working_days_from(today, -back) for back in range(1, DAYS_BACK)]
    agreed = [placement.starts_on] if placement.starts_on is not None and placement.starts_on <= today else []
    days = sorted({today, *past, *agreed}, reverse=True)
    return [
        (
            Label("begun_on.today" if day == today else "begun_on.day", day=day),
            data(BEGUN_ON, placement.id, day.toordinal()),
        )
        for day in days
    ]


def _day(work: Work, number: int) -> date | None:
    """The day that a button means; None for one that has not come, or that no button of ours carries."""
    today = work.city.today(work.now)
    is_likely = (today - OLDEST).toordinal() <= number <= today.toordinal()
    return date.fromordinal(number) if is_likely else None
