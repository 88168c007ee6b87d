"""What overview and pages count is what a recount of every row comes to, over years made up at random."""

from collections import Counter
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import pytest

from domain.actor import Actor
from domain.breakdown import Breakdown
from domain.empty_places import citys_own_first
from domain.funnel import Funnel
from domain.goal_state import GoalStates
from domain.placement import TOWARDS_GOAL, PlacementStatus
from domain.role import Role
from domain.slot import EmptyReason, SlotKind, Trade
from storage.database import Database
from storage.overview import breakdown, counts, own, towards_goal
from storage.overview.scope import Scope, the_year
from storage.placements import new_resident
from storage.results import earlier_result, year_result
from storage.slots.slot import Slot
from tests.each import each
from tests.empty_database import on_sqlite
from tests.storage import random_history, recounted
from tests.storage.plans import Asked, explained
from tests.storage.random_history import EMPTY, FIRMS, TODAY, YEAR, ZONE
from tests.storage.recounted import Row

COLUMNS = {Breakdown.SUPPLIER: "supplier_id", Breakdown.CONTRACT: "contract_id", Breakdown.TRADE: "trade"}


@pytest.mark.parametrize("seed", range(3))
async def test_every_count_is_what_a_recount_of_every_row_comes_to(
    database: Database, seed: int, subtests: pytest.Subtests
) -> None:
    await random_history.make(database, seed)
    tables = await recounted.read(database)
    for year in (EMPTY, YEAR - 1, YEAR):
        kinds = TOWARDS_GOAL if seed else TOWARDS_GOAL[:1]
        async with database.read() as session:
            offered = await counts.funnel(session, the_year(year, ZONE))
            firms = await counts.funnel_by(session, Slot.supplier_id, the_year(year, ZONE))
            painting = await counts.funnel(session, the_year(year, ZONE), Scope(trade=Trade.PAINTING, matcher_id=2))
            months = await counts.by_month(session, year, zone=ZONE)
            begun = await year_result.begun(session, year, zone=ZONE)
            goal = await towards_goal.towards_goal(session, year, kinds, today=TODAY, zone=ZONE)
            firm_starts = await counts.starts_by(session, Slot.supplier_id, year, zone=ZONE)
        with each(subtests, f"{year}: what became of what was offered"):
            assert told(offered) == recounted.steps(tables, year)
            assert bool(offered) is (year != EMPTY)
        with each(subtests, f"{year}: of one trade, and one matcher"):
            is_theirs = lambda slot: slot["trade"] == "painting" and slot["claimed_by"] == 2  # noqa: E731
            assert told(painting) == recounted.steps(tables, year, is_theirs)
        with each(subtests, f"{year}: by supplier"):
            for firm in range(1, FIRMS + 1):
                its = recounted.steps(tables, year, lambda slot, firm=firm: slot["supplier_id"] == firm)  # type: ignore[misc]
                assert told({"all": firms.get(firm, Funnel())}) == {"all": sum(its.values(), Counter())}
        starts = recounted.starts(tables, year)
        with each(subtests, f"{year}: month by month"):
            by_month = Counter((recounted.day_of(s).month, tables.slot_of(s)["kind"]) for s in starts)  # type: ignore[union-attr]
            held = ("study_visit", "lecture")
            assert {(m.month, m.kind.value): m.starts for m in months} == {
                which: number for which, number in by_month.items() if which[1] not in held
            }
            assert sum(m.starts for m in months) == sum(n for kind, n in begun.items() if kind.value not in held)
        with each(subtests, f"{year}: starts by supplier"):
            by_firm = Counter((tables.slot_of(s)["supplier_id"], SlotKind(tables.slot_of(s)["kind"])) for s in starts)
            assert firm_starts == by_firm
        with each(subtests, f"{year}: towards the goal"):
            names = [kind.value for kind in kinds]
            is_now = year == TODAY.year
            assert goal == GoalStates(
                confirmed=recounted.residents(tables, year, names),
                begun=recounted.begun_not_confirmed(tables, year, names),
                matched=recounted.matched(tables, year, names) if is_now else 0,
                offered=recounted.free(tables, year, names, TODAY) if is_now else 0,
            )
            async with database.read() as session:
                new = await new_resident.count(session, year, zone=ZONE)
            assert sum(m.residents for m in months if m.kind in TOWARDS_GOAL) == sum(new.values())


@pytest.mark.parametrize("seed", range(3))
async def test_how_many_offers_in_a_trade_led_to_a_start_is_what_a_recount_comes_to(
    database: Database, seed: int, subtests: pytest.Subtests
) -> None:
    await random_history.make(database, seed, slots=120)
    tables = await recounted.read(database)
    for year in (EMPTY, YEAR, YEAR + 1):
        since = datetime(year, 1, 1, tzinfo=ZONE)
        for trades in ([Trade.PAINTING], [Trade.PAINTING, Trade.OFFICE, Trade.CARE]):
            async with database.read() as session:
                found = await counts.led_to_start(session, since, trades, TOWARDS_GOAL)
            with each(subtests, f"since {year}, in {trades}"):
                recount = recounted.led_to_start(tables, since, trades, TOWARDS_GOAL)
                assert {trade: numbers for trade, numbers in found.items() if numbers[1]} == recount


@on_sqlite
@pytest.mark.parametrize("year", [EMPTY, YEAR - 1, YEAR])
async def test_what_is_somebodys_own_and_each_part_is_what_a_recount_comes_to(
    database: Database, year: int, subtests: pytest.Subtests
) -> None:
    await random_history.make(database, year, slots=120)
    tables = await recounted.read(database)
    matcher = Actor(2, Role.MATCHER, None, is_active=True)
    coordinator = replace(matcher, role=Role.COORDINATOR)
    async with database.read() as session:
        for actor, matcher_id in ((matcher, 2), (coordinator, None)):
            for by, column in COLUMNS.items():
                found = await breakdown.of_year(session, actor, by, year, zone=ZONE)
                with each(subtests, f"by {by} for a {actor.role}"):
                    parts = {part.which: (part.offered.offered, part.starts) for part in found}
                    recount = recounted.parts(tables, column, year, matcher_id)
                    assert {which: numbers for which, numbers in parts.items() if any(numbers)} == recount
            earlier = await breakdown.of_year(session, coordinator, Breakdown.SUPPLIER, year, zone=ZONE)
        with each(subtests, "what came from elsewhere"):
            ours = [row for row in recounted.entered(tables, year) if row["kind"] not in recounted.HELD]
            by_firm = together(ours, "supplier_id")
            assert {part.which: part.earlier for part in earlier if part.earlier} == by_firm
            by_kind = together(recounted.entered(tables, year), "kind")
            assert Counter(await earlier_result.count_by_kind(session, year)) == by_kind
        with each(subtests, "a matcher's own, and what a supplier has not confirmed"):
            assert await own.of_matcher(session, 2, year, zone=ZONE) == recounted.own(tables, 2, year)
            waiting = [each for each in tables.placements if each["status"] == "started"]
            firms = [tables.slot_of(each)["supplier_id"] for each in waiting]
            assert (await own.ahead_of_supplier(session, 1))[PlacementStatus.STARTED] == firms.count(1)
        with each(subtests, "how long it took"):
            times = await counts.lead_times(session, year, TOWARDS_GOAL, zone=ZONE)
            names = [kind.value for kind in TOWARDS_GOAL]
            assert sorted(times) == sorted(recounted.lead_times(tables, year, names))


async def test_why_places_stood_empty_is_told_with_the_citys_own_reasons_first(database: Database) -> None:
    await random_history.make(database, 7, slots=150)
    tables = await recounted.read(database)
    async with database.read() as session:
        empty = citys_own_first(await counts.stood_empty(session, the_year(YEAR, ZONE)))
    recount: Counter[tuple[str | None, bool]] = Counter()
    for slot in tables.slots:
        is_ours = slot["status"] == "expired" and slot["expired_at"].year == YEAR
        if is_ours and slot["kind"] not in ("study_visit", "lecture"):
            recount[slot["empty_reason"], slot["claimed_by"] is not None] += slot["places"]
    assert {(e.reason.value if e.reason else None, e.was_taken): e.places for e in empty} == recount
    whose = [each.is_citys_own for each in empty]
    assert whose == sorted(whose, reverse=True)
    assert set(whose) == {True, False}
    assert all(each.is_citys_own for each in empty if each.reason in (None, EmptyReason.NOBODY_FITTING))
    assert not any(each.is_citys_own for each in empty if each.reason is EmptyReason.PAUSED)


def together(entered: list[Row], column: str) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for row in entered:
        found[row[column]] += row["number"] or 0
    return +found


def told(found: object) -> dict[str, Counter[str]]:
    assert isinstance(found, dict)
    return {str(which): Counter(asdict(funnel)) for which, funnel in found.items()}


QUESTIONS: dict[str, Asked] = {
    "what was offered": lambda session: counts.funnel(session, the_year(YEAR, ZONE)),
    "by month": lambda session: counts.by_month(session, YEAR, zone=ZONE),
    "towards the goal": lambda session: towards_goal.residents(session, YEAR, TOWARDS_GOAL, zone=ZONE),
    "all four states": lambda session: towards_goal.towards_goal(session, YEAR, TOWARDS_GOAL, today=TODAY, zone=ZONE),
    "empty": lambda session: counts.stood_empty(session, the_year(YEAR, ZONE)),
    "lead times": lambda session: counts.lead_times(session, YEAR, TOWARDS_GOAL, zone=ZONE),
    "of some kinds": lambda session: counts.funnel_by(
        session, Slot.supplier_id, the_year(YEAR, ZONE), kinds=TOWARDS_GOAL
    ),
    "what led to a start": lambda session: counts.led_to_start(
        session, datetime(YEAR, 1, 1, tzinfo=ZONE), [Trade.PAINTING, Trade.OFFICE], TOWARDS_GOAL
    ),
    "starts by supplier": lambda session: counts.starts_by(session, Slot.supplier_id, YEAR, zone=ZONE),
}


@on_sqlite
async def test_a_year_is_counted_from_its_own_rows_however_many_years_there_are(
    database: Database, subtests: pytest.Subtests
) -> None:
    for name, ask in QUESTIONS.items():
        async with database.read() as session:
            plan = await explained(session, ask)
        for line in plan.splitlines():
            with each(subtests, f"{name}: {line}"):
                of_all_years = ("SCAN slot", "SCAN placement", "SCAN outcome", "ix_slot_kind", "ix_slot_trade")
                assert not [each for each in of_all_years if each in line], plan
