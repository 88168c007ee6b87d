"""Times as the city's clocks show them, with the name of their zone beside."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.settings import Settings
from messages.terminal import said


def city_time(at: datetime, chosen: Settings) -> str:
    """The instant, to the minute, and whose clock shows it."""
    return f"{at.astimezone(ZoneInfo(chosen.timezone)):%Y-%m-%d %H:%M} ({chosen.timezone})"


SOON = 2
"""So many of a unit at the least are told in it: "90 minutes ago" says more than "1 hour ago"."""


def ago(passed: timedelta) -> str:
    """How long ago that was, in the largest unit of which there are some."""
    units = {"days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
    seconds = max(0, int(passed.total_seconds()))
    unit = next((unit for unit, length in units.items() if seconds >= SOON * length), "seconds")
    return said(f"ago.{unit}", n=seconds // units[unit])
