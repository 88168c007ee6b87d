"""*Har börjat*: on which day? Then the supplier is asked whether that is so, as for any start."""

from datetime import date, timedelta

from domain.access import Action
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, telling, views
from handlers.placements.card import card
from handlers.placements.codes import BEGUN_ON
from handlers.placements.finding import refreshed, theirs
from handlers.placements.starts import reporting
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.facts import PlacementNews
from messages.placements.proposal import BegunAsked
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement

DAYS_BACK = 7
"""Working days that are offered; what was longer ago is the day that was agreed, or was said too late to be sure of."""

OLDEST = timedelta(days=365)


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """It was pressed: which day?"""
    placement, slot = await theirs(work, actor, Action.LEAD_PLACEMENT, press.number(0))
    if not PLACEMENT_LIFE.allows(placement.status, PlacementEvent.START):
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    ways = [*_days(work, placement), views.back(placement.id)]
    return Message(BegunAsked(told), numbered(ways))


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """A day was chosen."""
    placement, slot = await theirs(work, actor, Action.LEAD_PLACEMENT, press.number(0))
    on = _day(work, press.number(1))
    is_begun = on is not None and await under_way.happens(
        work.session,
        placement.id,
        PlacementEvent.START,
        next_at=None,
        matcher_id=actor.id,
        started_at=work.now,
        begun_on=on,
    )
    if not is_begun:
        return await card(work, actor, placement, slot, PlacementNews.MOVED_ON)
    now = await refreshed(work, placement)
    news = await reporting.begin(work, actor, slot, now)
    await telling.show_as_it_is(work, now, except_at=telling.shown_at(press))
    is_by_phone = news is SlotNews.STARTED_BY_PHONE
    return await card(work, actor, now, slot, PlacementNews.BEGUN_BY_PHONE if is_by_phone else PlacementNews.BEGUN)


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
