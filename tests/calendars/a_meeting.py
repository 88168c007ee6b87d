"""A meeting for calendar files: in winter unless told otherwise."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from messages.meetings.meeting import Invited, MeetingFacts

STOCKHOLM = ZoneInfo("Europe/Stockholm")
AT_TEN = datetime(2026, 12, 10, 10, tzinfo=STOCKHOLM)


def a_meeting(starts_at: datetime = AT_TEN, **more: Any) -> MeetingFacts:
    values: dict[str, Any] = {
        "uid": "0f3a@steget",
        "sequence": 0,
        "stamped_at": datetime(2026, 11, 23, 7, 30, tzinfo=UTC),
        "kind": MeetingKind.START_UP,
        "status": MeetingStatus.PLANNED,
        "ends_at": starts_at + timedelta(hours=1),
        "zone": "Europe/Stockholm",
        "place": "Stadshuset, rum 214",
        "supplier": "Exempelmåleriet AB",
        "contract": "KS 2026/17 Målning",
        "organiser": "Karin Ek",
        "invited": (Invited("Karin Ek", MeetingAnswer.COMING), Invited("Mira Holm", None)),
    }
    return MeetingFacts(starts_at=starts_at, **(values | more))
