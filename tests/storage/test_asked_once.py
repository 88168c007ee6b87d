"""However many matchers press at the same moment, and whenever: no supplier is asked twice in four weeks."""

import asyncio
import random
from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise

from sqlalchemy import select

from domain.role import Role
from domain.slot import Trade
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.wishes.reversed import asking
from storage.database import Database
from storage.people import person
from storage.wishes.reversed_question import ReversedQuestion
from tests.city import City
from tests.wishes import has_wish, turns_wishes_on

PAINTERS = 3
ROUNDS = 12
MATCHERS = (3, 4)


async def presses(url: str, city: City, matcher_id: int, now: datetime, carried: list[int]) -> None:
    """*Skicka frågan*, by a process of its own."""
    database = Database(url)
    try:
        async with database.write() as session:
            actor = await person.find(session, matcher_id)
            work = Work(session, now, city.program.city, key=f"test:{now}:{matcher_id}")
            await asking.send(work, actor, Press(carried, None))
    finally:
        await database.close()


async def test_two_matchers_who_press_at_once_never_ask_a_supplier_twice_in_four_weeks(city: City) -> None:
    chance = random.Random(14)  # noqa: S311  nothing secret
    now = city.clock.now()
    for number in range(1, PAINTERS):
        await city.person(f"Målare {number}", Role.SUPPLIER, company=f"Målarna {number} AB", trade=Trade.PAINTING)
    await turns_wishes_on(city)
    await city.stop()
    url = city.database.url.render_as_string(hide_password=False)
    for turn in range(ROUNDS):
        now += timedelta(minutes=chance.choice((1, 60 * 24, 60 * 24 * 27, 60 * 24 * 28 - 1, 60 * 24 * 28)))
        chosen = chance.sample((1, 3, 4), k=2)
        wishes = {each: await has_wish(city, each, code=f"BC{each}{turn}") for each in MATCHERS}
        await asyncio.gather(*(presses(url, city, each, now, [wishes[each], *chosen]) for each in MATCHERS))
    asked = defaultdict[int, list[datetime]](list)
    for row in await city.asks(lambda s: s.scalars(select(ReversedQuestion).order_by(ReversedQuestion.asked_at))):
        asked[row.supplier_id].append(row.asked_at)
    assert set(asked) == {1, 3, 4}
    assert all(later - earlier >= timedelta(weeks=4) for times in asked.values() for earlier, later in pairwise(times))
