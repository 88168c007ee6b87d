"""The weeks ahead, as the ladder will say them: each table is written by hand, by the ladder's own days."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.ladder import USUAL, Ladder
from domain.obligation import Rung
from domain.outlook import COORDINATORS, Addressee, Due, Outlook
from tests.domain.hours import HOURS, at

NOW = at("2026-09-07 08:00")
"""A Monday, with no holiday in the weeks ahead."""

MIRA, NILS = Addressee("Mira", "Måleriet"), Addressee("Nils", "Måleriet")


def due(what: str, on: str, *, rung: Rung = Rung.NONE, next_at: datetime | None = None) -> Due[str]:
    """To be done by that day, and as the ladder comes to it."""
    day = date.fromisoformat(on)
    climb = Ladder(USUAL).next_climb(day, rung, HOURS)
    begins = next_at or (climb.at if climb else NOW)
    return Due(what, day, rung, begins, (MIRA,), (MIRA, NILS))


def ahead(*dues: Due[str], weeks: int = 8, sent: dict[Addressee, datetime] | None = None) -> Sequence[str]:
    """What is said, a line for each message."""
    outlook = Outlook[str](Ladder(USUAL), HOURS, NOW, NOW + timedelta(weeks=weeks), sent or {})
    return [
        f"{HOURS.local(each.at):%m-%d %H} {each.sort} {each.to.name or each.to.group}: {' '.join(each.abouts)}"
        for each in outlook.of(dues)
    ]


def test_one_obligation_climbs_until_the_coordinators_are_asked_and_asked_again() -> None:
    assert ahead(due("plan", "2026-09-28"), weeks=7) == [
        "09-14 08 reminder Mira: plan",
        "09-28 08 nudge Mira: plan",
        "10-05 08 nudge Mira: plan",
        "10-05 08 nudge Nils: plan",
        "10-12 08 decision coordinators: plan",
        "10-19 08 decision coordinators: plan",
    ]


def test_what_stands_comes_in_one_message_and_nobody_hears_twice_in_a_week() -> None:
    assert ahead(due("plan", "2026-09-28"), due("start", "2026-09-30"), weeks=4) == [
        "09-14 08 reminder Mira: plan",
        "09-21 08 reminder Mira: plan start",
        "09-28 08 nudge Mira: plan start",
    ]


def test_whoever_was_nudged_a_few_days_ago_hears_a_week_after_that() -> None:
    assert ahead(due("plan", "2026-09-21"), weeks=1, sent={MIRA: at("2026-09-04 08:00")}) == [
        "09-11 08 reminder Mira: plan",
    ]


def test_what_is_late_already_comes_once_by_the_rung_that_it_has_reached() -> None:
    assert ahead(due("plan", "2026-08-31"), weeks=2) == [
        "09-07 08 nudge Mira: plan",
        "09-07 08 nudge Nils: plan",
        "09-14 08 decision coordinators: plan",
    ]


def test_many_that_reach_the_top_on_a_day_come_as_one_list() -> None:
    few = [due(f"p{number}", "2026-08-31", rung=Rung.SECOND_CONTACT) for number in range(5)]
    many = [due(f"p{number}", "2026-08-31", rung=Rung.SECOND_CONTACT) for number in range(6)]
    assert len(ahead(*few, weeks=2)) == 5
    assert ahead(*many, weeks=2) == ["09-14 08 decision coordinators: p0 p1 p2 p3 p4 p5"]


def test_what_waits_for_a_decision_is_asked_again_once_a_week() -> None:
    waits = due("plan", "2026-08-10", rung=Rung.COORDINATOR, next_at=at("2026-09-09 08:00"))
    assert ahead(waits, weeks=2) == [
        "09-09 08 decision coordinators: plan",
        "09-16 08 decision coordinators: plan",
    ]
    assert COORDINATORS.group is not None
