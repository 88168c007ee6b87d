"""Which days are counted of a tryout, and how many suppliers it takes for anything to be said."""

from datetime import date, timedelta

from domain.enough import ENOUGH
from domain.tryout import WEEKS_WATCHED, Came, CameOfIt, Days, counted, is_over, watched

FIRST = date(2026, 11, 2)
A_DAY = timedelta(days=1)


def test_whole_weeks_are_watched_and_as_many_days_before() -> None:
    for weeks in WEEKS_WATCHED:
        watch = watched(FIRST, weeks)
        assert (watch.last - watch.first).days + 1 == 7 * weeks
        assert watch.before == Days(FIRST - timedelta(weeks=weeks), FIRST - A_DAY)


def test_nothing_is_counted_before_the_first_day_nor_after_the_last() -> None:
    watch = watched(FIRST, 4)
    assert counted(watch, FIRST - A_DAY) is None
    assert counted(watch, FIRST) == Days(FIRST, FIRST)
    assert counted(watch, FIRST).before == Days(FIRST - A_DAY, FIRST - A_DAY)  # type: ignore[union-attr]
    assert counted(watch, watch.last + 9 * A_DAY) == watch
    assert [is_over(watch, watch.last + after * A_DAY) for after in (-1, 0, 1)] == [False, False, True]


def came(tried: int, others: int, before: int) -> CameOfIt:
    return CameOfIt(*(Came(suppliers=number, offering=0, offers=0, begun=0) for number in (tried, others, before)))


def test_it_takes_enough_suppliers_on_both_sides() -> None:
    enough, few = ENOUGH, ENOUGH - 1
    assert not came(enough, enough, few).is_too_little
    assert came(few, enough, enough).is_too_little
    assert came(enough, few, enough).is_too_little
    assert came(enough, enough, few).is_too_little_before
    assert not came(enough, few, enough).is_too_little_before
