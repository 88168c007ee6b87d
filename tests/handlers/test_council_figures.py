"""Every figure of the council's page is what a recount of every row comes to, over years made up at random."""

from collections import Counter
from collections.abc import Sequence

import pytest

from bot.city_settings import city_of
from domain.council_page import Giver, Step
from domain.empty_places import WhyEmpty
from domain.offer_step import HELD_ON_A_DAY
from domain.placement import BEGIN_WITH_SOMEBODY, TOWARDS_GOAL
from domain.quarter import quarter_of
from domain.slot import SlotKind
from handlers.council import gathering
from handlers.handling.work import Work
from messages.council.page import MeetingsHeld
from storage.council import given
from storage.council.given import Given
from storage.database import Database
from tests.city import settings_for
from tests.each import each
from tests.empty_database import on_sqlite
from tests.storage import random_history, recounted
from tests.storage.random_history import EMPTY, YEAR, ZONE
from tests.storage.recounted import Row, Tables
from tests.storage.rows import NOW

KINDS = tuple(kind.value for kind in TOWARDS_GOAL)
TOLD_AS = {Step.BEGUN: "confirmed"}


@on_sqlite
@pytest.mark.parametrize("year", [EMPTY, YEAR - 1, YEAR])
async def test_the_page_counts_what_there_is(database: Database, year: int, subtests: pytest.Subtests) -> None:
    await random_history.make(database, year, slots=150)
    tables = await recounted.read(database)
    async with database.read() as session:
        work = Work(session, NOW, city_of(settings_for(str(database.url), "http://127.0.0.1")), key="tried")
        gave = await given.by_supplier(session, year, zone=ZONE)
        counted = await gathering.counted(work, year, TOWARDS_GOAL, named=gave)
        page = await gathering.page(work, year)
    starts = [start for start in recounted.starts(tables, year) if of(tables, start) in BEGIN_WITH_SOMEBODY]
    with each(subtests, "residents by quarter"):
        new = [start for start in starts if start["is_new_resident"] and of(tables, start) in TOWARDS_GOAL]
        by_quarter = Counter(quarter_of(day.month) for start in new if (day := recounted.day_of(start)))
        assert list(counted.residents) == [by_quarter[quarter] for quarter in range(1, 5)]
        assert sum(counted.residents) == recounted.residents(tables, year, KINDS)
    with each(subtests, "what became of what was offered"):
        steps = recounted.steps(tables, year)
        together = sum((steps[kind] for kind in KINDS if kind in steps), Counter[str]())
        assert counted.steps == {step: together[TOLD_AS.get(step, step.value)] for step in Step}
    with each(subtests, "what was given, and by whom"):
        by_kind = Counter(of(tables, start) for start in starts)
        assert {kind: number for kind, number in counted.begun.items() if kind in BEGIN_WITH_SOMEBODY} == by_kind
        assert gave == recounted_gifts(tables, year, starts)
    with each(subtests, "why places stood empty"):
        assert counted.empty == recounted_empty(tables, year)
    with each(subtests, "what was held of what was planned"):
        met = recounted.met(tables, year, NOW)
        assert page.meetings == MeetingsHeld(sum(met.values()), met["held"], met["cancelled"])
        on_a_day = {gift.kind: gift.number for gift in page.contributions if gift.kind in HELD_ON_A_DAY}
        held = Counter(slot["kind"] for slot in recounted.held(tables, year))
        assert on_a_day == {kind: held[kind] for kind in HELD_ON_A_DAY}
    with each(subtests, "a year without anything"):
        assert (sum(counted.residents) + sum(counted.steps.values()) == 0) is (year == EMPTY)


def of(tables: Tables, start: Row) -> SlotKind:
    return SlotKind(tables.slot_of(start)["kind"])


def recounted_gifts(tables: Tables, year: int, starts: Sequence[Row]) -> dict[Giver, Given]:
    begun = [(tables.slot_of(start)["supplier_id"], of(tables, start), 1) for start in starts]
    held = [(slot["supplier_id"], SlotKind(slot["kind"]), 1) for slot in recounted.held(tables, year)]
    entered = [(e["supplier_id"], SlotKind(e["kind"]), e["number"]) for e in recounted.entered(tables, year)]
    found: dict[Giver, Given] = {}
    for firm, kind, number in (*begun, *held, *entered):
        before = found.get((firm, kind), Given())
        found[firm, kind] = Given(before.number + (number or 0), before.has_uncounted or number is None)
    return found


def recounted_empty(tables: Tables, year: int) -> dict[WhyEmpty, int]:
    found = dict.fromkeys(WhyEmpty, 0)
    for slot in tables.slots:
        if slot["status"] != "expired" or slot["expired_at"].year != year:
            continue
        if SlotKind(slot["kind"]) in BEGIN_WITH_SOMEBODY:
            was_taken, reason = slot["claimed_by"] is not None, slot["empty_reason"]
            why = "paused" if reason == "paused" else (reason or "unknown") if was_taken else "untaken"
            found[WhyEmpty(why)] += slot["places"]
    return found
