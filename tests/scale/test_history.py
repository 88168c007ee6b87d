"""What is over may pile up for years: no list, no press and no answer makes the database do more for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handlers.procurements.advising import YEARS_COUNTED
from storage.database import Database
from tests.empty_database import EmptyFile
from tests.scale.ages import OLD, YOUNG, Ages, both_ages, grown
from tests.scale.day_by_day import AgedCity, Asked, asked_for, where_to_ask
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
    young = await efforts_of(named(what, YOUNG), ages.young, YOUNG)
    old = await efforts_of(named(what, OLD), ages.old, OLD)
    assert old <= max(young * TIMES_AS_MUCH, young + MAY_COME_TO[ages.database]), f"{young} and after years {old}"


@pytest.mark.parametrize("ages", ["sqlite"], indirect=True)
async def test_what_counts_some_years_costs_no_more_once_they_are_over(
    ages: Ages, empty_file: Path, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    counted = grown(EmptyFile(empty_file), tmp_path / "counted", YEARS_COUNTED, SUPPLIERS)
    young = await efforts_of(where_to_ask(), counted, YEARS_COUNTED)
    old = await efforts_of(where_to_ask(), ages.old, OLD)
    figure(f"where it pays to ask: {old / young:.2f} times the work of {YEARS_COUNTED} years after {OLD}")
    assert old <= young * TIMES_AS_MUCH, f"{young} and after years {old}"


def named(what: str, years: int) -> Asked:
    """What is asked for by that name in a city of that age."""
    return next(each for each in asked_for(Age(years, SUPPLIERS)) if each.what == what)


async def efforts_of(asked: Asked, url: str, years: int) -> int:
    """What the database does when that is asked for."""
    database = Database(url)
    city = AgedCity(database, Age(years, SUPPLIERS))
    async with city.about_to_ask(asked) as ask:
        with overheard() as statements:
            await ask()
    await database.close()
    return effort(url, statements)
