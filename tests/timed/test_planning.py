"""The clock's part of the ladder, without a chat: how fast, how often, and what a change of the clocks does to it."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from bot.city_settings import city_of
from domain.obligation import ObligationKind, ObligationStatus
from handlers.handling.city import City
from handlers.handling.routes import Duty
from handlers.handling.work import Work
from handlers.obligations.ladder import duties, nudge_times
from storage.database import Database
from storage.ledger import LedgerRow
from storage.obligations.nudge_time import NudgeTime
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow
from storage.people.person import Person
from tests.city import settings_for
from tests.contracts import add_contract
from tests.everything import on_both_in_soak
from tests.obligations import add_obligation, climbs_at
from tests.storage.rows import NOW, add_people

DUE = 1000
CITY = city_of(settings_for("sqlite:///unused", "http://127.0.0.1:9"))
OPEN = datetime(2026, 11, 23, 8, tzinfo=UTC)


async def ticks(database: Database, now: datetime, city: City = CITY) -> None:
    """Both duties, until nothing is left."""
    for duty in (duties.climb, duties.nudge):
        while await _does(database, duty, now, city):
            pass


async def _does(database: Database, duty: Duty, now: datetime, city: City = CITY) -> bool:
    async with database.write() as session:
        return await duty(Work(session, now, city, key=f"test:{time.monotonic_ns()}"))


async def has_due(database: Database, *, many: int = 1, due_on: date = date(2026, 12, 7)) -> None:
    """So many obligations of the one supplier, each under a contract of its own."""
    async with database.write() as session:
        for number in range(many):
            contract = await add_contract(session, 1, f"2026/{number}", at=NOW)
            next_at = climbs_at(CITY, due_on)
            await add_obligation(session, contract, ObligationKind.PLAN, due_on, at=NOW, next_at=next_at)


async def count(database: Database, event: str) -> int:
    async with database.read() as session:
        counted = select(func.count()).select_from(LedgerRow).where(LedgerRow.event == event)
        return await session.scalar(counted) or 0


async def said(database: Database) -> list[str]:
    async with database.read() as session:
        return list(await session.scalars(select(OutboxRow.dedup_key).order_by(OutboxRow.id)))


@on_both_in_soak
async def test_a_thousand_that_reach_the_top_are_planned_in_under_five_seconds(
    database: Database, figure: Callable[[str], None]
) -> None:
    await add_people(database)
    await has_due(database, many=DUE, due_on=date(2026, 10, 1))
    began = time.perf_counter()
    while await _does(database, duties.climb, OPEN):
        pass
    took = time.perf_counter() - began
    figure(f"{DUE} at the top of the ladder handed to the coordinators in {took:.2f} s")
    assert took < 5
    assert await count(database, "obligation_escalated") == DUE


async def test_a_duty_that_is_cut_off_and_comes_again_says_everything_once(database: Database) -> None:
    await add_people(database)
    await has_due(database)
    for duty in (duties.climb, duties.nudge):
        with pytest.raises(ZeroDivisionError):
            await _is_cut_off(database, duty)
        for _ in range(2):
            await _does(database, duty, OPEN)
    assert await said(database) == ["nudge:1:2026-11-23"]
    assert await count(database, "obligation_reminded") == 1


@pytest.mark.parametrize("due_on", [date(2026, 10, 26), date(2027, 3, 30)])
async def test_the_nights_on_which_the_clocks_change_skip_and_repeat_nothing(database: Database, due_on: date) -> None:
    await add_people(database)
    await has_due(database, due_on=due_on)
    before = datetime.combine(due_on, datetime.min.time(), tzinfo=UTC) - timedelta(days=30)
    now = before
    while now < before + timedelta(days=50):
        for jump in (timedelta(), timedelta(hours=-2), timedelta(hours=2)):
            await ticks(database, now + jump)
        now += timedelta(hours=6)
    hours = CITY.hours
    expected = [f"nudge:1:{hours.working_days_from(due_on, days)}" for days in (-10, 0, 5)]
    assert await said(database) == expected
    assert await count(database, "obligation_escalated") == 1
    async with database.read() as session:
        queued = list(await session.scalars(select(OutboxRow.queued_at)))
    assert all(hours.is_open(at) for at in queued)


@pytest.mark.parametrize("closed_at", ["2026-11-23T16:00Z", "2026-11-23T23:30Z", "2026-11-24T06:59Z"])
async def test_who_is_to_be_nudged_in_the_night_hears_it_in_the_morning(database: Database, closed_at: str) -> None:
    at_night = datetime.fromisoformat(closed_at)
    await add_people(database)
    await has_due(database)
    await _does(database, duties.climb, OPEN)
    async with database.write() as session:  # as when a colleague's answer at night passes it on to them
        await session.execute(update(NudgeTime).values(due_at=at_night))
    await ticks(database, at_night)
    assert await said(database) == []
    await ticks(database, datetime(2026, 11, 24, 7, tzinfo=UTC))
    assert await said(database) == ["nudge:1:2026-11-24"]


@pytest.mark.parametrize(
    ("sent_at", "again_at"),
    [
        ("2026-10-19T06:00Z", "2026-10-26T07:00Z"),  # 08.00 both, on either side of the end of summer time
        ("2027-03-22T07:00Z", "2027-03-30T06:00Z"),  # and of its beginning; the Monday is Easter's
        ("2026-11-23T15:59Z", "2026-11-30T07:00Z"),
        ("2026-12-17T09:00Z", "2026-12-28T07:00Z"),  # a week later is Christmas Eve
    ],
)
async def test_a_week_later_is_the_opening_of_that_day(database: Database, sent_at: str, again_at: str) -> None:
    async with database.read() as session:
        work = Work(session, OPEN, CITY, key="test")
        last = NudgeTime(person_id=1, due_at=None, sent_at=datetime.fromisoformat(sent_at))
        assert nudge_times.a_week_later(work, last) == datetime.fromisoformat(again_at)


async def test_what_the_supplier_puts_off_does_not_move_the_top(database: Database) -> None:
    await add_people(database)
    await has_due(database, due_on=date(2026, 11, 16))
    async with database.write() as session:
        await session.execute(update(Obligation).values(snoozed_until=date(2026, 12, 24)))
    await ticks(database, datetime(2026, 11, 27, 12, tzinfo=UTC))
    assert await said(database) == []
    await ticks(database, datetime(2026, 11, 30, 7, tzinfo=UTC))
    assert await count(database, "obligation_escalated") == 1


async def test_whoever_has_left_the_company_hears_nothing_and_a_colleague_does(database: Database) -> None:
    await add_people(database)
    await has_due(database)
    await _does(database, duties.climb, OPEN)
    async with database.write() as session:
        leaver = await session.get_one(Person, 1)
        leaver.ended_at = OPEN
        session.add(
            Person(
                id=50,
                telegram_id=2**33 + 50,
                name="Person 50",
                role=leaver.role,
                supplier_id=leaver.supplier_id,
                language=leaver.language,
                joined_at=NOW,
            )
        )
    for _ in range(2):
        await ticks(database, OPEN)
    assert await said(database) == ["nudge:50:2026-11-23"]


async def test_a_step_that_is_left_out_in_the_settings_never_comes(database: Database) -> None:
    await add_people(database)
    await has_due(database)
    quiet = replace(CITY, ladder=settings_for("sqlite:///unused", "http://x", reminder_days=None).ladder)
    await ticks(database, OPEN, quiet)
    assert await said(database) == []
    await ticks(database, datetime(2026, 12, 7, 7, tzinfo=UTC), quiet)
    assert await said(database) == ["nudge:1:2026-12-07"]


async def test_a_nudge_that_waits_while_telegram_is_down_makes_room_for_the_next(database: Database) -> None:
    await add_people(database)
    await has_due(database)
    for now in (OPEN, datetime(2026, 12, 7, 7, tzinfo=UTC)):
        await ticks(database, now)
    async with database.read() as session:
        states = list(await session.scalars(select(OutboxRow.state).order_by(OutboxRow.id)))
    assert states == ["cancelled", "queued"]


async def test_what_is_settled_is_left_alone_by_the_ladder(database: Database) -> None:
    await add_people(database)
    await has_due(database)
    async with database.write() as session:
        await session.execute(update(Obligation).values(status=ObligationStatus.FORMAL, next_at=None))
    await ticks(database, datetime(2027, 3, 1, 12, tzinfo=UTC))
    assert await said(database) == []


async def _is_cut_off(database: Database, duty: Duty) -> None:
    async with database.write() as session:
        await duty(Work(session, OPEN, CITY, key="test:cut_off"))
        raise ZeroDivisionError
