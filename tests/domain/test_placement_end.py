"""What the clock does about an end, and when: a table by hand, compared with the rule."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from domain.changeable import is_changeable
from domain.evaluation import EvaluationQuestion, asked_on, following
from domain.outcome import OutcomeAfter, due_on
from domain.placement import EndReason, PlacementStatus
from domain.placement_end import EndTimes, is_too_long, next_end_step, told_to_supplier
from domain.placement_step import PlacementStep
from domain.slot import SlotKind
from tests.domain.hours import HOURS

FRIDAY = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
"""10.00 in Stockholm."""

LAST_ON = date(2026, 11, 29)
"""A Sunday: asked about on Monday."""

CONFIRMED, ENDING = PlacementStatus.CONFIRMED, PlacementStatus.ENDING
ASKED, REMINDED, OVER = PlacementStep.END_ASKED, PlacementStep.END_REMINDED, PlacementStep.END_OVER

TABLE = {
    # how it stands, what was asked last, whether it has a last day: what is done next, and when in Stockholm
    (CONFIRMED, None, True): (ASKED, "2026-11-30 08:00"),
    (CONFIRMED, ASKED, True): (REMINDED, "2026-12-02 10:00"),
    (CONFIRMED, ASKED, False): (REMINDED, "2026-12-02 10:00"),
    (CONFIRMED, REMINDED, True): (OVER, "2026-12-04 10:00"),
    (CONFIRMED, REMINDED, False): (OVER, "2026-12-04 10:00"),
    (ENDING, None, True): (REMINDED, "2026-12-02 10:00"),
    (ENDING, None, False): (REMINDED, "2026-12-02 10:00"),
    (ENDING, ASKED, True): (REMINDED, "2026-12-02 10:00"),
    (ENDING, ASKED, False): (REMINDED, "2026-12-02 10:00"),
    (ENDING, REMINDED, True): (OVER, "2026-12-04 10:00"),
    (ENDING, REMINDED, False): (OVER, "2026-12-04 10:00"),
}
"""Whatever isn't listed is nothing that the clock does."""


def test_the_clock_does_what_is_written_by_hand_and_nothing_else() -> None:
    done = {}
    for status, asked, has_last in product(PlacementStatus, (None, *PlacementStep), (True, False)):
        due = next_end_step(EndTimes(status, asked, LAST_ON if has_last else None), FRIDAY, HOURS)
        if due is not None:
            done[status, asked, has_last] = (due.step, f"{HOURS.local(due.at):%Y-%m-%d %H:%M}")
    assert done == TABLE


@pytest.mark.parametrize(
    ("kind", "last_on", "is_longer"),
    [
        (SlotKind.INTERNSHIP, date(2027, 5, 14), False),
        (SlotKind.INTERNSHIP, date(2027, 5, 15), True),  # from 15 November: six months end the day before
        (SlotKind.APPRENTICESHIP, date(2028, 5, 15), False),
        (SlotKind.EMPLOYMENT, date(2028, 5, 15), False),
    ],
)
def test_an_internship_of_more_than_six_months_is_warned_about(kind: SlotKind, last_on: date, is_longer: bool) -> None:
    assert is_too_long(kind, date(2026, 11, 15), last_on) is is_longer


@pytest.mark.parametrize(
    ("after", "since", "asked"),
    [
        (OutcomeAfter.DAYS_90, date(2026, 11, 30), date(2027, 3, 1)),  # the ninetieth day is a Sunday
        (OutcomeAfter.DAYS_90, date(2026, 12, 1), date(2027, 3, 1)),
        (OutcomeAfter.MONTHS_6, date(2026, 11, 30), date(2027, 5, 31)),  # a Sunday
        (OutcomeAfter.MONTHS_6, date(2026, 8, 31), date(2027, 3, 1)),  # 28 February is a Sunday
    ],
)
def test_what_became_of_somebody_is_asked_on_the_day_written_by_hand(
    after: OutcomeAfter, since: date, asked: date
) -> None:
    assert due_on(after, since, HOURS) == asked


def test_what_was_said_can_be_changed_for_a_week_and_not_a_moment_longer() -> None:
    said_at = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    assert is_changeable(None, said_at)
    assert is_changeable(said_at, datetime(2026, 12, 7, 8, 59, 59, tzinfo=UTC))
    assert not is_changeable(said_at, datetime(2026, 12, 7, 9, 0, tzinfo=UTC))


def test_nobody_is_asked_for_two_evaluations_on_one_day() -> None:
    friday, monday, tuesday = date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)
    assert asked_on(friday, set(), HOURS) == friday
    assert asked_on(friday, {friday}, HOURS) == monday
    assert asked_on(date(2026, 11, 28), {monday}, HOURS) == tuesday


def test_after_the_suppliers_first_question_nothing_more_is_asked_by_itself() -> None:
    assert following(EvaluationQuestion.AGAIN) is None
    assert following(EvaluationQuestion.RIGHT_MATCH) is EvaluationQuestion.PREPARED
    assert following(EvaluationQuestion.LEADS_TO_JOB) is None
    assert following(EvaluationQuestion.BRIEF) is EvaluationQuestion.RESPONSE
    assert following(EvaluationQuestion.RESPONSE) is None
    assert following(EvaluationQuestion.WORTHWHILE) is None


def test_why_somebody_left_early_is_told_to_the_supplier_only_where_the_supplier_has_said_it() -> None:
    assert told_to_supplier(None, is_suppliers_word=False) is None
    for reason in EndReason:
        assert told_to_supplier(reason, is_suppliers_word=True) is reason
        as_city_says = told_to_supplier(reason, is_suppliers_word=False)
        assert as_city_says is (reason if reason in {EndReason.AS_PLANNED, EndReason.HIRED} else None)
