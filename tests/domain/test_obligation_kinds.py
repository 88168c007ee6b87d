"""The rules of each kind of obligation."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.answered import FulfilledBy
from domain.cadence import planned
from domain.meeting import FULFILS
from domain.obligation import ADDED_BY_NAME, BY_RULE, MEETINGS, ObligationKind, SupplierWay, rules_of
from domain.working_hours import WorkingHours

HOURS = WorkingHours(time(8), time(17), ZoneInfo("Europe/Stockholm"), frozenset())
PROPOSE, DONE = (SupplierWay.PROPOSE_TIME,), (SupplierWay.SAY_DONE,)
OFFER, OFFER_OR_NOT = (
    (SupplierWay.OFFER_SLOT,),
    (SupplierWay.OFFER_SLOT, SupplierWay.SAY_NOTHING_TO_OFFER),
)


@pytest.mark.parametrize(
    ("kind", "by", "is_planned", "may_be_added", "ways"),
    [
        ("start_up", "meeting", True, True, PROPOSE),
        ("follow_up", "meeting", True, True, PROPOSE),
        ("annual_review", "meeting", True, True, PROPOSE),
        ("close_out", "meeting", True, True, PROPOSE),
        ("plan", "slot", True, True, OFFER_OR_NOT),
        ("places", "placement", False, True, OFFER),
        ("action", None, False, False, DONE),
    ],
)
def test_each_kind_has_its_rules(
    kind: str, by: str | None, is_planned: bool, may_be_added: bool, ways: tuple[SupplierWay, ...]
) -> None:
    rules = rules_of(ObligationKind(kind))
    assert rules.fulfilled_by == (FulfilledBy(by) if by else None)
    assert (rules.is_planned_by_rule, rules.may_be_added) == (is_planned, may_be_added)
    assert rules.supplier_ways == ways


def test_something_can_be_done_about_every_kind() -> None:
    assert all(rules_of(kind).supplier_ways for kind in ObligationKind)


def test_a_kind_that_a_meeting_fulfils_is_a_kind_of_meeting() -> None:
    assert set(FULFILS.values()) == set(MEETINGS)


def test_a_contract_is_planned_with_the_kinds_that_follow_from_its_dates() -> None:
    starts_on, ends_on = date(2026, 1, 1), date(2028, 12, 31)
    due = planned(starts_on, ends_on, until=ends_on + timedelta(days=1), hours=HOURS)
    assert {each.kind for each in due} == set(BY_RULE)


def test_every_kind_that_may_be_added_can_be_chosen_by_its_name() -> None:
    assert set(ADDED_BY_NAME) == {kind for kind in ObligationKind if rules_of(kind).may_be_added}
    assert len(ADDED_BY_NAME) == len(set(ADDED_BY_NAME))
