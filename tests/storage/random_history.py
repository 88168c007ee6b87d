"""Years of a city made up at random: offers, placements and outcomes, many of them near a year's first minute."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from domain.meeting import MeetingKind, MeetingStatus
from domain.offer_step import HELD_ON_A_DAY
from domain.outcome import Outcome, OutcomeAfter
from domain.placement import HAS_BEGUN, UNDER_WAY, PlacementStatus
from domain.slot import EmptyReason, SlotKind, SlotStatus, Trade
from domain.wish import WishStatus
from storage.database import Database
from storage.meetings.meeting import Meeting
from storage.people import supplier
from storage.placements.link import PlacementLink
from storage.placements.outcome import OutcomeRow
from storage.placements.placement import Placement
from storage.results.earlier_result import EarlierResult
from storage.slots.slot import Slot
from storage.wishes.wish import Wish
from tests.contracts import add_contract
from tests.storage.rows import NOW, add_people

ZONE = ZoneInfo("Europe/Stockholm")
YEAR = 2026
EMPTY = 2016
"""A year in which the city had nothing yet."""

TODAY = date(2026, 11, 23)
FIRMS = 3
WISHES = 12
MEETINGS, EARLIER = 20, 20

_NEAR = (
    *(datetime(year, 12, 31, 23, minute, tzinfo=UTC) for year in (2024, 2025) for minute in (0, 30, 59)),
    datetime(2025, 12, 31, 22, 59, 59, tzinfo=UTC),
)
"""A city's year begins an hour before that of the instants."""


async def make(database: Database, seed: int, *, slots: int = 60) -> None:
    """Fill the database, which has nobody in it."""
    chance = random.Random(seed)  # noqa: S311  a made-up city is no secret
    await add_people(database, matchers=2)
    rows = _Rows(chance)
    for _ in range(slots):
        rows.add_slot()
    async with database.write() as session:
        for number in range(2, FIRMS + 1):
            await supplier.found_or_created(session, f"Firma {number}", now=NOW)
        await session.execute(insert(Slot), rows.slots)
        await session.execute(insert(Wish), [_wish(number) for number in range(1, WISHES + 1)])
        await session.execute(insert(Placement), rows.placements)
        await session.execute(insert(PlacementLink), rows.links)
        await session.execute(insert(OutcomeRow), rows.outcomes)
        contract = await add_contract(session, 1, "KS 2024/7", at=NOW)
        await session.execute(insert(Meeting), [rows.meeting(number, contract.id) for number in range(MEETINGS)])
        await session.execute(insert(EarlierResult), [rows.earlier(number) for number in range(1, EARLIER + 1)])


class _Rows:
    """What is put into the tables."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.slots: list[dict[str, Any]] = []
        self.placements: list[dict[str, Any]] = []
        self.links: list[dict[str, Any]] = []
        self.outcomes: list[dict[str, Any]] = []

    def add_slot(self) -> None:
        status = self._chance.choice(list(SlotStatus))
        is_over = status is SlotStatus.EXPIRED
        kind = self._chance.choice(list(SlotKind))
        is_held = kind in HELD_ON_A_DAY and self._chance.random() < 0.7
        self.slots.append(
            {
                "id": len(self.slots) + 1,
                "supplier_id": self._chance.randint(1, FIRMS),
                "reported_by": self._chance.choice([1, 1, 1, 1, None]),
                "kind": kind,
                "trade": self._chance.choice([Trade.PAINTING, Trade.OFFICE]),
                "places": self._chance.randint(1, 3),
                "area": "Centrum",
                "details": {},
                "starts_on": self._chance.choice([None, TODAY, date(2026, 12, 31), date(2027, 1, 1)]),
                "ends_on": self._chance.choice([None, TODAY, TODAY - timedelta(days=1), date(2027, 6, 1)]),
                "answer_by": self._chance.choice([None, None, TODAY, TODAY - timedelta(days=1)]),
                "status": status,
                "revision": 1,
                "reported_at": self._instant(),
                "claimed_by": self._chance.choice([None, 2, 3]),
                "expired_at": self._instant() if is_over else None,
                "held_at": self._instant() if is_held else None,
                "participants": self._chance.choice([None, 8]) if is_held else None,
                "empty_reason": self._chance.choice([None, *EmptyReason]) if is_over else None,
            }
        )
        for _ in range(self._chance.choice([0, 0, 1, 1, 2, 4])):
            self._add_placement(len(self.slots))

    def meeting(self, number: int, contract_id: int) -> dict[str, Any]:
        return {
            "contract_id": contract_id,
            "supplier_id": 1,
            "kind": MeetingKind.FOLLOW_UP,
            "status": self._chance.choice(list(MeetingStatus)),
            "starts_at": self._chance.choice([self._instant(), NOW + timedelta(days=7)]),
            "minutes": 60,
            "place": "Stadshuset",
            "organised_by": 2,
            "uid": f"meeting-{number}",
            "sequence": 0,
            "revision": 1,
            "reminded": 0,
            "created_at": NOW,
        }

    def earlier(self, number: int) -> dict[str, Any]:
        """A result from elsewhere; the first of all stands instead of some."""
        return {
            "id": number,
            "supplier_id": self._chance.randint(1, FIRMS),
            "kind": self._chance.choice(list(SlotKind)),
            "number": self._chance.choice([None, 0, 1, 6, 13]),
            "year": self._chance.choice([YEAR - 1, YEAR]),
            "source": "Redovisning",
            "entered_at": NOW,
            "corrected_by": self._chance.choice([1, None, None]) if number > 1 else None,
        }

    def _add_placement(self, slot_id: int) -> None:
        status = self._chance.choice([*PlacementStatus, *HAS_BEGUN, *UNDER_WAY])
        number = len(self.placements) + 1
        began = self._chance.choice([self._instant().astimezone(ZONE).date(), self._day(), None])
        self.placements.append(
            {
                "id": number,
                "code": f"c{number}",
                "slot_id": slot_id,
                "status": status,
                "matcher_id": self._chance.choice([2, 3]),
                "proposed_at": self._chance.choice([None, self._instant()]),
                "starts_on": self._chance.choice([None, TODAY, date(2026, 12, 31), date(2027, 1, 1)]),
                "begun_on": began if status not in UNDER_WAY else None,
                "settled_at": self._instant() if status in HAS_BEGUN else None,
                "is_new_resident": self._chance.choice([True, True, False, None]),
            }
        )
        if self._chance.random() < 0.7:
            self.links.append({"placement_id": number, "wish_id": self._chance.randint(1, WISHES)})
        for after in self._chance.sample(list(OutcomeAfter), self._chance.choice([0, 1, 2])):
            outcome = self._chance.choice([None, Outcome.WORK, Outcome.WORK, Outcome.STUDIES])
            self.outcomes.append({"placement_id": number, "after": after, "due_on": TODAY, "outcome": outcome})

    def _instant(self) -> datetime:
        return self._chance.choice([*_NEAR, NOW - timedelta(days=self._chance.randint(0, 700))])

    def _day(self) -> date:
        return date(self._chance.choice([2025, 2026]), self._chance.randint(1, 12), self._chance.choice([1, 15, 28]))


def _wish(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "code": f"w{number}",
        "matcher_id": 2,
        "kind": SlotKind.INTERNSHIP,
        "trade": Trade.PAINTING,
        "adaptations": [],
        "status": WishStatus.LOOKING,
        "revision": 1,
        "created_at": NOW,
        "touched_at": NOW,
    }
