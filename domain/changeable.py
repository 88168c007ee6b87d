"""What somebody has said with a button can be said otherwise for a week, by the same buttons."""

from datetime import datetime, timedelta

CHANGEABLE_FOR = timedelta(days=7)


def changeable_until(said_at: datetime) -> datetime:
    """Until when it can be changed, counted from the first answer."""
    return said_at + CHANGEABLE_FOR


def is_changeable(said_at: datetime | None, now: datetime) -> bool:
    """Whether it can still be said, or said otherwise."""
    return said_at is None or now < changeable_until(said_at)
