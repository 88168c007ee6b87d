"""Which days are offered for what begins on a day, and for what happens on one."""

from collections.abc import Sequence
from datetime import date

from domain.language import Language
from handlers.form.question import Option
from handlers.slots.report.choices import days, single_days
from handlers.slots.report.supplying import Supplying
from messages.label import Label
from tests.domain.hours import HOURS

BEFORE_NEW_YEAR = Supplying(date(2026, 12, 22), HOURS)


def offered(options: Sequence[Option]) -> list[tuple[str, str]]:
    return [(option.value, Label(option.label, day=option.day).worded(Language.SWEDISH)) for option in options]


def test_a_job_may_begin_on_the_first_of_january() -> None:
    assert ("2027-01-01", "Från 1 jan") in offered(days({}, BEFORE_NEW_YEAR))


def test_a_visit_is_offered_on_a_working_day_and_not_from_it() -> None:
    assert offered(single_days({}, BEFORE_NEW_YEAR))[-2:] == [("2027-01-04", "4 jan"), ("2027-02-01", "1 feb")]
