"""The same counts made apart from the program: every row is read, and counted by hand."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text

from storage.database import Database

BEGUN = ("confirmed", "ending", "completed", "ended_early")
HELD = ("study_visit", "lecture")
UNDER_WAY = ("proposed", "interested", "introduced", "agreed")
ZONE = ZoneInfo("Europe/Stockholm")

Row = dict[str, Any]


@dataclass(frozen=True)
class Tables:
    """Every row of what is counted, as the database holds it."""

    slots: Sequence[Row]
    placements: Sequence[Row]
    meetings: Sequence[Row]
    earlier: Sequence[Row]
    wish_of: dict[int, int]
    works_at_90: frozenset[int]

    def of_slot(self, slot_id: int) -> list[Row]:
        return [each for each in self.placements if each["slot_id"] == slot_id]

    def slot_of(self, placement: Row) -> Row:
        return next(each for each in self.slots if each["id"] == placement["slot_id"])


async def read(database: Database) -> Tables:
    """All of it."""

    async def rows(table: str) -> list[Row]:
        async with database.read() as session:
            found = await session.execute(text(f"SELECT * FROM {table}"))
            return [_read(dict(each)) for each in found.mappings()]

    links, outcomes = await rows("placement_link"), await rows("outcome")
    return Tables(
        await rows("slot"),
        await rows("placement"),
        await rows("meeting"),
        await rows("earlier_result"),
        {each["placement_id"]: each["wish_id"] for each in links},
        frozenset(
            each["placement_id"] for each in outcomes if each["after"] == "days_90" and each["outcome"] == "work"
        ),
    )


def _read(row: Row) -> Row:
    """SQLite writes days and instants as text."""
    for name, value in row.items():
        if value is not None and name.endswith("_at"):
            at = datetime.fromisoformat(value) if isinstance(value, str) else value
            row[name] = (at.replace(tzinfo=ZoneInfo("UTC")) if at.tzinfo is None else at).astimezone(ZONE)
        elif (isinstance(value, str) and name.endswith("_on")) or (name == "answer_by" and isinstance(value, str)):
            row[name] = date.fromisoformat(value)
    return row


def steps(tables: Tables, year: int, is_in: Callable[[Row], bool] = lambda _slot: True) -> dict[str, Counter[str]]:
    """Of each kind the places offered that year, and how many of them came to each step."""
    found: dict[str, Counter[str]] = {}
    for slot in tables.slots:
        if slot["reported_by"] is None or slot["reported_at"].year != year or not is_in(slot):
            continue
        its = tables.of_slot(slot["id"])

        def places(so: Callable[[Row], bool], its: list[Row] = its, slot: Row = slot) -> int:
            return min(int(slot["places"]), len([each for each in its if so(each)]))

        started = places(lambda each: each["status"] in ("started", *BEGUN))
        proposed = places(lambda each: each["proposed_at"] is not None or each["status"] in ("started", *BEGUN))
        is_gone = slot["status"] == "withdrawn"
        offered = started if is_gone else slot["places"]
        if offered == 0:
            continue
        counter = found.setdefault(slot["kind"], Counter())
        counter["offers"] += 1
        counter["offered"] += offered
        counter["taken"] += offered if slot["claimed_by"] is not None or proposed else 0
        counter["proposed"] += started if is_gone else proposed
        counter["started"] += started
        counter["confirmed"] += places(lambda each: each["status"] in BEGUN)
        counter["completed"] += places(lambda each: each["status"] == "completed")
        counter["working"] += places(lambda each: each["status"] in BEGUN and each["id"] in tables.works_at_90)
    return found


def led_to_start(
    tables: Tables, since: datetime, trades: Collection[str], kinds: Collection[str]
) -> dict[str, tuple[int, int]]:
    """By trade of how many offers since then somebody has begun, and how many there were that wait for nothing more."""
    led, offers = Counter[str](), Counter[str]()
    for slot in tables.slots:
        is_offer = slot["reported_by"] is not None and slot["reported_at"] >= since and slot["kind"] in kinds
        if is_offer and slot["trade"] in trades:
            has_led = any(each["status"] in BEGUN for each in tables.of_slot(slot["id"]))
            led[slot["trade"]] += has_led
            offers[slot["trade"]] += has_led or slot["status"] in ("filled", "expired", "closed")
    return {trade: (led[trade], number) for trade, number in offers.items() if number}


def day_of(placement: Row) -> date | None:
    """The day that a start counts by."""
    if placement["begun_on"] is not None:
        return placement["begun_on"]  # type: ignore[no-any-return]
    return placement["settled_at"].date() if placement["settled_at"] is not None else None


def starts(tables: Tables, year: int) -> list[Row]:
    """What began that year, as both sides say."""
    begun = [each for each in tables.placements if each["status"] in BEGUN]
    return [each for each in begun if (day := day_of(each)) is not None and day.year == year]


def residents(tables: Tables, year: int, kinds: Collection[str]) -> int:
    """Those that the goal counts."""
    return len([each for each in starts(tables, year) if each["is_new_resident"] and _is_of(tables, each, kinds)])


def begun_not_confirmed(tables: Tables, year: int, kinds: Collection[str]) -> int:
    """Those that the supplier has not confirmed."""
    said = [each for each in tables.placements if each["status"] == "started" and each["begun_on"] is not None]
    return len([e for e in said if e["begun_on"].year == year and e["is_new_resident"] and _is_of(tables, e, kinds)])


def matched(tables: Tables, year: int, kinds: Collection[str]) -> int:
    """Residents proposed somewhere who have begun nowhere."""
    have_begun = {
        tables.wish_of[each["id"]]
        for each in tables.placements
        if each["id"] in tables.wish_of
        and each["status"] in ("started", *BEGUN)
        and each["is_new_resident"]
        and (day := day_of(each)) is not None
        and day.year == year
    }
    whose = set()
    for each in tables.placements:
        can_begin = each["starts_on"] is None or each["starts_on"].year <= year
        if each["status"] in UNDER_WAY and can_begin and _is_of(tables, each, kinds):
            wish = tables.wish_of.get(each["id"])
            if wish is None or wish not in have_begun:
                whose.add(("wish", wish) if wish is not None else ("placement", each["id"]))
    return len(whose)


def free(tables: Tables, year: int, kinds: Collection[str], today: date) -> int:
    """Places of current offers that nobody has or is meant for."""
    number = 0
    for slot in tables.slots:
        is_over = any(slot[name] is not None and slot[name] < today for name in ("ends_on", "answer_by"))
        is_late = slot["starts_on"] is not None and slot["starts_on"].year > year
        is_offer = slot["reported_by"] is not None and slot["status"] in ("open", "reserved")
        if is_offer and slot["kind"] in kinds and not is_over and not is_late:
            live = (*UNDER_WAY, "started", "confirmed", "ending", "completed")
            its = [each for each in tables.of_slot(slot["id"]) if each["status"] in live]
            number += max(0, slot["places"] - len(its))
    return number


def own(tables: Tables, matcher_id: int, year: int) -> Counter[str]:
    """A matcher's placements: those that are not settled yet, and what began that year."""
    begun = {each["id"] for each in starts(tables, year)}
    its = [each for each in tables.placements if each["matcher_id"] == matcher_id]
    return Counter(e["status"] for e in its if e["id"] in begun or e["status"] in (*UNDER_WAY, "started"))


def parts(tables: Tables, column: str, year: int, matcher_id: int | None = None) -> dict[Any, tuple[int, int]]:
    """By that column of the offers: how many places were offered that year, and in how many somebody began."""
    found: dict[Any, tuple[int, int]] = {}
    for which in {slot[column] for slot in tables.slots}:

        def is_its(slot: Row, which: Any = which) -> bool:
            is_theirs = matcher_id is None or slot["claimed_by"] == matcher_id
            return slot[column] == which and is_theirs and slot["kind"] not in HELD

        offered = sum(counter["offered"] for counter in steps(tables, year, is_its).values())
        began = len([each for each in starts(tables, year) if is_its(tables.slot_of(each))])
        if offered or began:
            found[which or 0] = (offered, began)
    return found


def lead_times(tables: Tables, year: int, kinds: Collection[str]) -> list[tuple[datetime, date]]:
    """When each that began that year was offered, and the day on which somebody began."""
    ours = [each for each in starts(tables, year) if each["begun_on"] is not None and _is_of(tables, each, kinds)]
    offers = [(tables.slot_of(each), each) for each in ours]
    return [(slot["reported_at"], each["begun_on"]) for slot, each in offers if slot["reported_by"] is not None]


def entered(tables: Tables, year: int) -> list[Row]:
    """Results from elsewhere that hold; what was entered as none was a mistake."""
    hold = [each for each in tables.earlier if each["corrected_by"] is None and each["year"] == year]
    return [each for each in hold if each["number"] != 0]


def held(tables: Tables, year: int) -> list[Row]:
    """Visits and lectures that were held, by the day on which they were to be."""
    ours = [each for each in tables.slots if each["held_at"] is not None and each["starts_on"] is not None]
    return [each for each in ours if each["starts_on"].year == year]


def met(tables: Tables, year: int, now: datetime) -> Counter[str]:
    """Meetings whose time was that year and is over, by how they stand."""
    over = [each for each in tables.meetings if each["starts_at"].year == year and each["starts_at"] < now]
    return Counter(each["status"] for each in over)


def _is_of(tables: Tables, placement: Row, kinds: Collection[str]) -> bool:
    return tables.slot_of(placement)["kind"] in kinds
