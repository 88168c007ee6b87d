"""Which day a text means depends on what is asked for: a first day, one day, or the last."""

from datetime import date

from handlers.form.complaint import Complaint
from handlers.form.open_day import OPEN
from handlers.form.question import Known
from handlers.form.typed import typed_day, typed_end, typed_last_day, typed_single_day
from tests.domain.hours import HOURS

WEDNESDAY = Known(date(2026, 11, 25), HOURS)
READ_END = typed_end("starts_on", OPEN)
STARTS = {"starts_on": "2026-12-07"}


def test_a_latest_day_is_a_last_day_and_no_first_one() -> None:
    for text in ("senast 1 mars", "t.o.m. 1 mars", "1 mars senast", "by 1 March"):
        assert typed_day({}, WEDNESDAY, text) == typed_single_day({}, WEDNESDAY, text) == Complaint.DAY_VAGUE
        assert typed_last_day({}, WEDNESDAY, text) == READ_END(STARTS, WEDNESDAY, text) == "2027-03-01"
    assert typed_day({}, WEDNESDAY, "från 1 mars") == typed_single_day({}, WEDNESDAY, "till 1 mars") == "2027-03-01"


def test_a_week_that_has_begun_is_asked_about_where_something_begins() -> None:
    for text in ("v 48", "vecka 48", "denna vecka"):
        assert typed_day({}, WEDNESDAY, text) == Complaint.NOT_ONE_DAY
        assert typed_last_day({}, WEDNESDAY, text) == "2026-11-27"
    assert typed_day({}, WEDNESDAY, "v 49") == "2026-11-30"
    assert typed_day({}, Known(date(2026, 11, 23), HOURS), "v 48") == "2026-11-23"
