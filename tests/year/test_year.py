"""A year of three suppliers: what everyone got, when; the same with the bot killed in the middle of it."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.working_hours import WorkingHours
from handlers.dossiers import gathering
from handlers.handling.work import Work
from messages.document import as_facts
from storage import figures
from storage.contracts.contract import Contract
from storage.ledger import LedgerRow
from storage.people.person import Person
from tests.city import City, an_empty_city
from tests.documents import rows_in, rows_under
from tests.empty_database import EmptyDatabase
from tests.year.life import A_LATE_CITY, A_YEAR, BEGINS_AT, ENDS_AT, Entry, Life, Story, as_lines
from tests.year.machinery import InProcess, Killed

EXPECTED = Path(__file__).parent / "diary.txt"
"""All that everyone got in the year. Written anew by STEGET_WRITE_DIARY=1 make test, and then read by a person."""

EXPECTED_OF_A_LATE_CITY = Path(__file__).parent / "diary_of_a_late_city.txt"
"""The same of the year in which the supplier does its part, and the city does nothing."""

KILLS = int(os.environ.get("STEGET_KILLS", "5"))
IS_SOAK = KILLS > 5
KILLED_UNTIL, PUSHES = (ENDS_AT, 150) if IS_SOAK else (datetime(2027, 1, 1, tzinfo=UTC), 50)
"""Up to when there are kills, and so many times at least the clock is moved or somebody does something until then: the
kills are spread over these."""

OF_LATENESS = ("inte klart", "skulle ha varit klart", "försenat", "sista dagen", "puff")
"""What is said to a supplier alone where it is the supplier's turn."""

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
        life = await lived(city, A_YEAR)
        lines = compared(life, EXPECTED)
        in_dossiers = await dossiers_are_whole(city)
    figure(f"{len(lines)} messages in the year, {in_dossiers} rows of the ledger in its dossiers")


@on_both_in_soak
async def test_in_a_year_in_which_the_city_is_late_no_supplier_hears_that_it_is(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    async with an_empty_city(tmp_path, empty_database, begins_at=BEGINS_AT) as city:
        life = await lived(city, A_LATE_CITY)
        lines = compared(life, EXPECTED_OF_A_LATE_CITY)
        escalated = await city.asks(obligations_escalated)
    assert [line for line in lines if "Mira Holm:" in line and any(words in line for words in OF_LATENESS)] == []
    assert escalated == []


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
            await life.goes_by(until=KILLED_UNTIL)
        finally:
            await machinery.stop()
        hours = city.program.city.hours
        counted = await city.asks(figures.possibly_doubled)
    all_year = EXPECTED.read_text().splitlines()
    expected = Counter(line for line in all_year if line < f"{KILLED_UNTIL:%F}")
    lines = Counter(as_lines(life.diary, hours.local))
    missing, extra = expected - lines, lines - expected
    assert machinery.kills == KILLS
    assert sorted(missing) == []
    # What a kill has doubled is counted. Where the question of a form is, one of the two keeps its first words.
    assert extra.total() <= counted, sorted(extra)
    figure(f"{machinery.kills} kills: {extra.total()} messages more than once, {counted} counted")


async def lived(city: City, story: Story) -> Life:
    """The story's year, lived with the bot beside the test."""
    life = Life(city, InProcess(city), story)
    await life.begin()
    city.start()
    await life.goes_by()
    return life


def compared(life: Life, kept: Path) -> list[str]:
    """The year's lines, which must be those that are kept: each once a day, and aloud in working hours only."""
    hours = life.city.program.city.hours
    lines = as_lines(life.diary, hours.local)
    if os.environ.get("STEGET_WRITE_DIARY"):
        kept.write_text("\n".join(lines) + "\n")
    assert lines == kept.read_text().splitlines()
    assert doubled(life.diary) == []
    assert [line for line in outside(life.diary, hours) if "(silent)" not in line] == []
    return lines


async def dossiers_are_whole(city: City) -> int:
    """Each contract's dossier has every row that the ledger has of it, by SQL written apart; says how many in all."""
    total = 0
    async with city.database.read() as session:
        work = Work(session, city.clock.now(), city.program.city, key="dossiers")
        karin = (await session.scalars(select(Person).where(Person.role == Role.COORDINATOR))).first()
        assert karin is not None
        for contract in (await session.scalars(select(Contract))).all():
            told = rows_in(as_facts(await gathering.dossier(work, contract, karin)))
            assert told == await rows_under(session, contract.id)
            total += len(told)
    return total


async def obligations_escalated(session: AsyncSession) -> Sequence[str | None]:
    """What has ever come to the top of the ladder, by the record."""
    escalated = select(LedgerRow.about).where(LedgerRow.event == LedgerEvent.OBLIGATION_ESCALATED)
    return (await session.scalars(escalated)).all()


def doubled(diary: Sequence[Entry]) -> list[tuple[str, str, str]]:
    """Who got the same words twice on one day."""
    times = Counter((f"{each.at:%F}", each.name, each.words) for each in diary)
    return [what for what, count in times.items() if count > 1]


def outside(diary: Sequence[Entry], hours: WorkingHours) -> list[str]:
    """What came outside the city's working hours."""
    return as_lines([each for each in diary if not hours.is_open(each.at)], hours.local)
