"""Every noun's table is whole: no event without its row, and no status that the table doesn't know."""

from enum import StrEnum
from typing import Any

import pytest

from domain.hearsay import HEARSAY_LIFE, HearsayEvent, HearsayStatus
from domain.life import Life
from domain.meeting import MeetingStatus
from domain.meeting_life import MEETING_LIFE, MeetingEvent
from domain.obligation import ObligationStatus
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from domain.placement import PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent

every_life = pytest.mark.parametrize(
    ("life", "statuses", "events"),
    [
        (SLOT_LIFE, SlotStatus, SlotEvent),
        (MEETING_LIFE, MeetingStatus, MeetingEvent),
        (OBLIGATION_LIFE, ObligationStatus, ObligationEvent),
        (PLACEMENT_LIFE, PlacementStatus, PlacementEvent),
        (HEARSAY_LIFE, HearsayStatus, HearsayEvent),
    ],
    ids=["slot", "meeting", "obligation", "placement", "hearsay"],
)


@every_life
def test_every_event_has_its_row_and_every_status_is_in_the_table(
    life: Life[Any, Any], statuses: type[StrEnum], events: type[StrEnum]
) -> None:
    assert set(life.transitions) == set(events)
    assert {status for way in life.transitions.values() for status in (*way.of, way.to) if status} == set(statuses)


@every_life
def test_what_is_allowed_is_what_leads_somewhere(
    life: Life[Any, Any], statuses: type[StrEnum], events: type[StrEnum]
) -> None:
    for status in statuses:
        for event in events:
            after = life.status_after(status, event)
            assert life.allows(status, event) is (after is not None) is (status in life.statuses_before(event))
            assert after in {None, life.leads_to(event) or status}
