"""What the clock does about a wish, and when."""

from datetime import timedelta

import pytest

from domain.wish import WishStatus, aloud
from domain.wish_step import WishStep, WishTimed, step_now
from tests.domain.hours import HOURS, at
from tests.each import each

TOUCHED = at("2026-11-23 09:00")
ASKED = TOUCHED + timedelta(days=91)
"""A Monday."""

CASES = {
    "touched lately": (WishTimed(WishStatus.LOOKING, TOUCHED, None, is_needed=False, are_on=True), 89, None),
    "untouched for 90 days": (
        WishTimed(WishStatus.LOOKING, TOUCHED, None, is_needed=False, are_on=True),
        90,
        WishStep.ASK,
    ),
    "somebody has a place": (
        WishTimed(WishStatus.PLACED, TOUCHED, None, is_needed=False, are_on=True),
        90,
        WishStep.ASK,
    ),
    "a placement needs it": (WishTimed(WishStatus.LOOKING, TOUCHED, None, is_needed=True, are_on=True), 400, None),
    "asked, nine working days ago": (
        WishTimed(WishStatus.LOOKING, TOUCHED, ASKED, is_needed=False, are_on=True),
        91 + 11,
        None,
    ),
    "asked, ten": (
        WishTimed(WishStatus.LOOKING, TOUCHED, ASKED, is_needed=False, are_on=True),
        91 + 14,
        WishStep.DISPOSE,
    ),
    "asked, but needed": (WishTimed(WishStatus.LOOKING, TOUCHED, ASKED, is_needed=True, are_on=True), 91 + 14, None),
    "has left": (WishTimed(WishStatus.CLOSED, TOUCHED, None, is_needed=False, are_on=True), 1, WishStep.DISPOSE),
    "has left, but needed": (WishTimed(WishStatus.CLOSED, TOUCHED, None, is_needed=True, are_on=True), 1, None),
    "wishes are off": (
        WishTimed(WishStatus.LOOKING, TOUCHED, None, is_needed=False, are_on=False),
        14,
        WishStep.DISPOSE,
    ),
    "wishes are off, but needed": (
        WishTimed(WishStatus.LOOKING, TOUCHED, None, is_needed=True, are_on=False),
        14,
        None,
    ),
}
"""The wish, days after it was touched, and what is due."""


def test_what_is_due(subtests: pytest.Subtests) -> None:
    for name, (wish, days, due) in CASES.items():
        with each(subtests, name):
            assert step_now(wish, TOUCHED + timedelta(days=days), HOURS) is due


def test_a_code_is_read_aloud_in_two_breaths() -> None:
    assert aloud("BKT4WX") == "BKT 4WX"
