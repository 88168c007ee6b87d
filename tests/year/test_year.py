"""A year of three suppliers: what everyone got, when; the same with the bot killed in the middle of it."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from domain.working_hours import WorkingHours
from storage import figures
from tests.city import an_empty_city
from tests.empty_database import EmptyDatabase
from tests.year.life import BEGINS_AT, Entry, Life, as_lines
from tests.year.machinery import InProcess, Killed

EXPECTED = Path(__file__).parent / "diary.txt"
"""All that everyone got in the year. Written anew by STEGET_WRITE_DIARY=1 make test, and then read by a person."""

KILLS = int(os.environ.get("STEGET_KILLS", "5"))
PUSHES = 150
"""So many times at least the clock is moved or somebody does something; the kills are spread over these."""

IS_SOAK = KILLS > 5
# Both give the same list; `make soak` shows it.
on_both_in_soak = pytest.mark.parametrize(
    "empty_database", ["sqlite", "postgresql"] if IS_SOAK else ["sqlite"], indirect=True
)

pytestmark = pytest.mark.timeout(1800 if IS_SOAK else 400)


@on_both_in_soak
async def test_everyone_gets_what_they_should_when_they_should_all_year(
    tmp_path: Path, empty_database: EmptyDatabase, figure: Callable[[str], None]
) -> None:
    async with an_empty_city(tmp_path, empty_database, begins_at=BEGINS_AT) as city:
        life = Life(city, InProcess(city))
        await life.begin()
        city.start()
        await life.goes_by()
        hours = city.program.city.hours
    lines = as_lines(life.diary, hours.local)
    if os.environ.get("STEGET_WRITE_DIARY"):
        EXPECTED.write_text("\n".join(lines) + "\n")
    assert lines == EXPECTED.read_text().splitlines()
    assert doubled(life.diary) == []
    assert [line for line in outside(life.diary, hours) if "(silent)" not in line] == []
    figure(f"{len(lines)} messages in the year")


@on_both_in_soak
async def test_the_same_year_with_the_bot_killed_in_it_gives_the_same(
    tmp_path: Path, empty_database: EmptyDatabase, figure: Callable[[str], None]
) -> None:
    async with an_empty_city(tmp_path, empty_database, begins_at=BEGINS_AT) as city:
        machinery = Killed(city, tmp_path, kills=KILLS, pushes=PUSHES, seed=4)
        life = Life(city, machinery)
        await life.begin()
        await machinery.start()
        try:
            await life.goes_by()
        finally:
            await machinery.stop()
        hours = city.program.city.hours
        counted = await city.asks(figures.possibly_doubled)
    lines, expected = Counter(as_lines(life.diary, hours.local)), Counter(EXPECTED.read_text().splitlines())
    missing, extra = expected - lines, lines - expected
    assert machinery.kills == KILLS
    assert sorted(missing) == []
    # What a kill has doubled is counted. Where the question of a form is, one of the two keeps its first words.
    assert extra.total() <= counted, sorted(extra)
    figure(f"{machinery.kills} kills: {extra.total()} messages more than once, {counted} counted")


def doubled(diary: Sequence[Entry]) -> list[tuple[str, str, str]]:
    """Who got the same words twice on one day."""
    times = Counter((f"{each.at:%F}", each.name, each.words) for each in diary)
    return [what for what, count in times.items() if count > 1]


def outside(diary: Sequence[Entry], hours: WorkingHours) -> list[str]:
    """What came outside the city's working hours."""
    return as_lines([each for each in diary if not hours.is_open(each.at)], hours.local)
