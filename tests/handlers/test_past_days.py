"""On which day something was heard: never one that is to come; a date without its year, and a weekday, are the last."""

from datetime import date

import pytest

from handlers.form.complaint import AboutDays, Complaint
from handlers.form.question import Known
from handlers.hearsay.questions import typed_past_day
from tests.domain.hours import HOURS
from tests.each import each

WEDNESDAY = Known(date(2026, 11, 25), HOURS)

READ = {
    "i dag": "2026-11-25",
    "24/11": "2026-11-24",
    "3 juni": "2026-06-03",
    "3 mars": Complaint.NOT_LATELY,
    "24 november 2026": "2026-11-24",
    "2026-11-02": "2026-11-02",
    "måndag": "2026-11-23",
    "fredag": "2026-11-20",
    "i fredags": "2026-11-20",
    "i går": "2026-11-24",
    "Igår": "2026-11-24",
    "i förrgår": "2026-11-23",
    "last Friday": "2026-11-20",
    "onsdag": "2026-11-25",
    "26/11": Complaint.NOT_LATELY,
    "i morgon": Complaint.NOT_LATELY,
    "1 december 2026": Complaint.NOT_LATELY,
    "1 mars 2024": Complaint.NOT_LATELY,
    "måndag 24/11": AboutDays(Complaint.WRONG_WEEKDAY, (date(2026, 11, 24),)),
    "nyss": Complaint.DAY_NOT_UNDERSTOOD,
}


def test_each_day_is_read_as_the_last_one_that_it_can_mean(subtests: pytest.Subtests) -> None:
    for text, meant in READ.items():
        with each(subtests, text):
            assert typed_past_day({}, WEDNESDAY, text) == meant
