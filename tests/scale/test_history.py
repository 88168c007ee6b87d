"""What is over may pile up for years: no list, no press and no answer makes the database do more for it."""

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.scale.ages import OLD, YOUNG, Ages, both_ages
from tests.scale.day_by_day import AgedCity, asked_for
from tests.scale.effort import effort
from tests.scale.history import Age
from tests.scale.statements import overheard

SUPPLIERS = 200

TIMES_AS_MUCH = 1.3
MAY_COME_TO = {"sqlite": 25_000, "postgresql": 1_500}
"""Steps or rows: what one supplier or one matcher has done themselves may add up to so many more, which is about half a
millisecond, and then no further."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def ages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ages]:
    with both_ages(request, tmp_path_factory.mktemp("history"), suppliers=SUPPLIERS) as both:
        yield both


@pytest.mark.parametrize("what", [each.what for each in asked_for(Age(YOUNG, SUPPLIERS))])
async def test_it_costs_no_more_after_ten_years(ages: Ages, what: str) -> None:
    young = await efforts_of(what, ages.young, YOUNG)
    old = await efforts_of(what, ages.old, OLD)
    assert old <= max(young * TIMES_AS_MUCH, young + MAY_COME_TO[ages.database]), f"{young} and after years {old}"


async def efforts_of(what: str, url: str, years: int) -> int:
    """What the database does when that is asked for."""
    database = Database(url)
    city = AgedCity(database, Age(years, SUPPLIERS))
    asked = next(each for each in asked_for(city.age) if each.what == what)
    async with city.about_to_ask(asked) as ask:
        with overheard() as statements:
            await ask()
    await database.close()
    return effort(url, statements)
