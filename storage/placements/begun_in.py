"""In which year somebody began: one rule for the goal and for the year's results, so that they never differ."""

from datetime import date, datetime, tzinfo

from sqlalchemy import ColumnElement, and_, or_

from storage.placements.placement import Placement


def begun_in(year: int, zone: tzinfo) -> ColumnElement[bool]:
    """Whether somebody began in that year; what was said before the day was asked counts by when it was settled."""
    first, next_first = (datetime(each, 1, 1, tzinfo=zone) for each in (year, year + 1))
    by_day = Placement.begun_on.between(date(year, 1, 1), date(year, 12, 31))
    by_word = and_(Placement.begun_on.is_(None), Placement.settled_at >= first, Placement.settled_at < next_first)
    return or_(by_day, by_word)
