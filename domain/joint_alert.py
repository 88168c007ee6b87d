"""Several offers of one supplier in one alert: what comes within minutes is edited into what was said first."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.frozen import frozen
from domain.slot import SlotStatus

TOGETHER_FOR = timedelta(minutes=10)
"""What a supplier offers within so long after an alert stands in that alert: a phone rings once for all of it."""

MOST_TOGETHER = 10
"""More offers than these are too many to choose among in one message."""


@frozen
class AlertSoFar:
    """An alert that was said to a matcher, and how what it tells of stands now.

    Attributes:
        said_at: When it was decided to say it.
        is_lost: Nobody will see it: it was cancelled, or could not be sent.
        statuses: How each offer in it stands.
        is_claimed_from: The matcher has claimed one of them.
    """

    said_at: datetime
    is_lost: bool
    statuses: Sequence[SlotStatus]
    is_claimed_from: bool

    def takes_more(self, *, now: datetime) -> bool:
        """Whether another offer may be edited into it.

        Not where the matcher is through with it: an edit rings no phone. Whoever has claimed from it reads there whom
        to call, and where all is taken or taken back, it says that there is nothing to do.
        """
        is_recent = now < self.said_at + TOGETHER_FOR
        has_room = len(self.statuses) < MOST_TOGETHER
        is_open = SlotStatus.OPEN in self.statuses
        return is_recent and has_room and is_open and not self.is_lost and not self.is_claimed_from
