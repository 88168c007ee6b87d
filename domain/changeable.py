"""What somebody has said with a button can be said otherwise for a week, by the same buttons."""

from datetime import date, datetime, timedelta

CHANGEABLE_FOR = timedelta(days=7)


def last_changeable_on(said_on: date) -> date:
    """The last day on the whole of which it can be changed, counted from the day of the first answer."""
    return said_on + CHANGEABLE_FOR - timedelta(days=1)


def is_changeable(said_at: datetime | None, now: datetime) -> bool:
    """Whether it can still be said, or said otherwise."""
    return said_at is None or now < said_at + CHANGEABLE_FOR
