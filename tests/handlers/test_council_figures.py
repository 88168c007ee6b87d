"""Every figure of the council's page is what a recount of every row comes to, over years made up at random."""

from collections import Counter

import pytest

from bot.city_settings import city_of
from domain.council_page import Giver, Step, quarter_of
from domain.empty_places import WhyEmpty
from domain.placement import BEGIN_WITH_SOMEBODY, TOWARDS_GOAL
from domain.slot import SlotKind
from handlers.council import gathering
from handlers.handling.work import Work
from storage.council import given
from storage.council.given import Given
from storage.database import Database
from tests.city import settings_for
from tests.each import each
from tests.empty_database import on_sqlite
from tests.storage import random_history, recounted
from tests.storage.random_history import YEAR, ZONE
from tests.storage.recounted import Row, Tables
from tests.storage.rows import NOW

KINDS = tuple(kind.value for kind in TOWARDS_GOAL)
TOLD_AS = {Step.BEGUN: "confirmed"}


@on_sqlite
@pytest.mark.parametrize("year", [YEAR - 1, YEAR])
async def test_the_page_counts_what_there_is(database: Database, year: int, subtests: pytest.Subtests) -> None:
    await random_history.make(database, year, slots=150)
    tables = await recounted.read(database)
    async with database.read() as session:
        work = Work(session, NOW, city_of(settings_for(str(database.url), "http://127.0.0.1")), key="tried")
        gave = await given.by_supplier(session, year, zone=ZONE)
        counted = await gathering.counted(work, year, TOWARDS_GOAL, named=gave)
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
        givers: Counter[Giver] = Counter((tables.slot_of(s)["supplier_id"], of(tables, s)) for s in starts)
        assert gave == {giver: Given(number) for giver, number in givers.items()}
    with each(subtests, "why places stood empty"):
        assert counted.empty == recounted_empty(tables, year)


def of(tables: Tables, start: Row) -> SlotKind:
    return SlotKind(tables.slot_of(start)["kind"])


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
