"""What the clock does about a placement: every status with every last step, written by hand."""

from datetime import date
from itertools import product

from domain.placement import PlacementStatus
from domain.placement_step import PlacementStep, TimedPlacement, next_step
from tests.domain.hours import HOURS, at

NOW = at("2026-11-23 10:00")
"""A Monday."""

TABLE = """
status      last_done              step                   when

proposed    -                      proposal_reminded      2026-11-26 10:00
proposed    proposal_reminded      proposal_over          2026-11-30 10:00
proposed    proposal_over          proposal_over          2026-12-07 10:00
interested  -                      matcher_reminded       2026-11-30 10:00
interested  matcher_reminded       matcher_reminded       2026-11-30 10:00
introduced  -                      matcher_reminded       2026-11-30 10:00
introduced  matcher_reminded       matcher_reminded       2026-11-30 10:00
agreed      -                      start_asked            2026-12-07 08:00
agreed      start_asked            start_reminded         2026-11-30 10:00
agreed      start_reminded         start_reminded         2026-11-30 10:00
started     -                      confirmation_reminded  2026-11-26 10:00
started     confirmation_reminded  confirmation_over      2026-11-30 10:00
"""

ROWS = [line.split(maxsplit=3) for line in TABLE.splitlines()[3:] if line]
DRAWN = {(row[0], row[1]): (row[2], at(row[3])) for row in ROWS}
BEFORE_IT_ENDS = {
    *("proposed", "interested", "introduced", "agreed", "declined", "withdrawn", "started", "denied", "undone"),
}
ENDS = {PlacementStep.END_ASKED, PlacementStep.END_REMINDED, PlacementStep.END_OVER}


def test_the_clock_does_what_is_written_by_hand_and_nothing_else() -> None:
    done = {}
    for status, asked in product(PlacementStatus, (None, *PlacementStep)):
        due = next_step(TimedPlacement(status, asked, starts_on=date(2026, 12, 5)), NOW, HOURS)
        if status in BEFORE_IT_ENDS and asked not in ENDS and due is not None:
            done[status.value, asked.value if asked else "-"] = (due.step.value, due.at)
    assert done == DRAWN


def test_what_the_supplier_has_asked_is_the_matchers_to_answer_within_five_working_days_again_and_again() -> None:
    for asked in (None, PlacementStep.PROPOSAL_REMINDED, PlacementStep.MATCHER_REMINDED):
        due = next_step(TimedPlacement(PlacementStatus.PROPOSED, asked, awaits_answer=True), NOW, HOURS)
        assert due is not None
        assert (due.step, due.at) == (PlacementStep.MATCHER_REMINDED, at("2026-11-30 10:00"))


def test_whether_somebody_has_begun_is_asked_a_day_after_it_was_agreed_where_the_first_day_has_come() -> None:
    due = next_step(TimedPlacement(PlacementStatus.AGREED, starts_on=date(2026, 11, 23)), NOW, HOURS)
    assert due is not None
    assert due.at == at("2026-11-24 10:00")
    assert next_step(TimedPlacement(PlacementStatus.AGREED), NOW, HOURS) is None
