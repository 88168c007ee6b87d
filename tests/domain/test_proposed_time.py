"""A proposal of a time is read where it surely is one time, and else left to people in its own words."""

from datetime import date, time, timedelta

import pytest

from domain.proposed_time import ProposedTime, understood
from tests.each import each

TODAY = date(2026, 9, 17)
THURSDAY = date(2026, 9, 24)

ONE_TIME = {
    "torsdag 24 september kl. 10": ProposedTime(THURSDAY, time(10)),
    "Torsdag 24 september kl. 10.00": ProposedTime(THURSDAY, time(10)),
    "24/9 10:00": ProposedTime(THURSDAY, time(10)),
    "24/9 13-14.30": ProposedTime(THURSDAY, time(13), timedelta(minutes=90)),
    "vi kan torsdag 24 september kl. 10": ProposedTime(THURSDAY, time(10)),
    "Torsdag 24 september kl. 10 passar oss bra": ProposedTime(THURSDAY, time(10)),
    "Thursday 24 September at 10": ProposedTime(THURSDAY, time(10)),
    "24 september 2026": ProposedTime(THURSDAY),
    "torsdag nästa vecka": ProposedTime(THURSDAY),
}

LEFT_TO_PEOPLE = (
    "torsdag kl 10 eller fredag kl 14",
    "torsdag kl. 10 eller 14",
    "24/9 10 eller 14",
    "24/9 eller 25/9",
    "måndag–onsdag",
    "vecka 40",
    "efter lunch på torsdag",
    "tisdag 24 september kl 10",
    "24/9 kl. 23",
    "16 september 2026 kl. 10",
    "ring mig",
    "",
)


def test_one_time_is_understood(subtests: pytest.Subtests) -> None:
    for text, meant in ONE_TIME.items():
        with each(subtests, text):
            assert understood(text, TODAY) == meant


def test_what_is_not_surely_one_time_is_left_to_people(subtests: pytest.Subtests) -> None:
    for text in LEFT_TO_PEOPLE:
        with each(subtests, text):
            assert understood(text, TODAY) is None
