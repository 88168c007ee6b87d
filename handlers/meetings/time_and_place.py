"""A meeting's time and place, and what follows from them: its reminders, its agenda, the question how it went."""

from datetime import datetime, timedelta
from typing import Any, Self

from domain.agenda import agenda_at
from domain.frozen import frozen
from domain.meeting_reminder import next_moment, reached_at
from handlers.handling.work import Work
from storage.meetings.meeting import Meeting


@frozen
class TimeAndPlace:
    """When a meeting begins, how long it lasts, and where it is."""

    starts_at: datetime
    minutes: int
    place: str

    @classmethod
    def of(cls, meeting: Meeting) -> Self:
        """The meeting's, as it is now."""
        return cls(meeting.starts_at, meeting.minutes, meeting.place)

    def columns(self, work: Work) -> dict[str, Any]:
        """The columns of a meeting then and there. Whoever hears of it now needs no reminder whose time has passed."""
        reached = reached_at(self.starts_at, work.now, work.city.hours)
        coming = next_moment(self.starts_at, reached, work.city.hours)
        return {
            "starts_at": self.starts_at,
            "minutes": self.minutes,
            "place": self.place,
            "reminded": reached.value,
            "remind_at": coming.at if coming else None,
            "agenda_at": agenda_at(self.starts_at, work.now, work.city.hours),
            "other_time_at": None,
            "ask_at": self.starts_at + timedelta(minutes=self.minutes),
        }

    def recorded(self) -> dict[str, object]:
        """As the ledger keeps it."""
        return {"starts_at": self.starts_at.isoformat(), "minutes": self.minutes, "place": self.place}
