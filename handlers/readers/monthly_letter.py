"""Once a month, on its first working day: how far it is to the goal, to each reader who wants to hear it."""

from datetime import date

from domain.monthly import Monthly, monthly_of
from domain.small_number import is_small, is_told_beside_whole
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.overview import facts, showing
from handlers.overview.facts import CityYear
from handlers.readers.monthly_settings import TO_OVERVIEW, TURN_OFF
from messages.message import Attachment, Message
from messages.readers.monthly import MonthTold
from storage.outbox import Lane, Ring
from storage.overview import counts
from storage.overview.scope import Within
from storage.readers import monthly

AT_ONCE = 20


async def send(work: Work) -> bool:
    """Send the month's letter to those who have not got it, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    letter = monthly_of(work.city.today(work.now), work.city.hours)
    key_begins = f"monthly:{letter.told:%Y-%m}:"
    waiting = await monthly.not_told(work.session, key_begins, since=letter.goes_at, at_most=AT_ONCE)
    if not waiting:
        return False
    message = await _message(work, letter)
    for reader in waiting:
        key = f"{key_begins}{reader.id}"
        ring, lane = Ring.IN_WORKING_HOURS, Lane.BROADCAST
        await work.tell(reader, message, lane=lane, ring=ring, key=key, expires_at=letter.over_at)
    return len(waiting) == AT_ONCE


async def _message(work: Work, letter: Monthly) -> Message:
    city = await facts.of_city(work, letter.told.year)
    new = await _confirmed_in(work, city, letter.told)
    told = MonthTold(
        picture=showing.picture_of(city, tells_small=False),
        month=letter.told,
        offered=await _offered_in(work, letter),
        confirmed=new if is_told_beside_whole(new, city.states.confirmed) else None,
        is_few=is_small(new),
        is_over=letter.told.year < city.today.year,
    )
    return Message(told, numbered([TO_OVERVIEW, TURN_OFF]), Attachment.GOAL_PICTURE)


async def _confirmed_in(work: Work, city: CityYear, month: date) -> int:
    """How many residents the month brought nearer to the goal."""
    by_month = await counts.by_month(work.session, month.year, zone=work.city.hours.zone)
    return sum(each.residents for each in by_month if each.month == month.month and each.kind in city.kinds)


async def _offered_in(work: Work, letter: Monthly) -> int:
    by_kind = await counts.funnel(work.session, Within(letter.told_from, letter.told_until))
    return sum(each.offered for each in by_kind.values())
