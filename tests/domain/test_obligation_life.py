from itertools import product

import pytest

from domain.obligation import TO_BE_DONE, ObligationStatus
from domain.obligation_life import OBLIGATION_LIFE as LIFE
from domain.obligation_life import ObligationEvent

OPEN, ESCALATED, FORMAL = ObligationStatus.OPEN, ObligationStatus.ESCALATED, ObligationStatus.FORMAL
FULFILLED, WAIVED = ObligationStatus.FULFILLED, ObligationStatus.WAIVED
BEFORE, DROPPED = ObligationStatus.BEFORE, ObligationStatus.DROPPED

LISTED = {
    (OPEN, ObligationEvent.FULFIL): FULFILLED,
    (ESCALATED, ObligationEvent.FULFIL): FULFILLED,
    (FORMAL, ObligationEvent.FULFIL): FULFILLED,
    (BEFORE, ObligationEvent.FULFIL): FULFILLED,
    (FULFILLED, ObligationEvent.REVERSE): OPEN,
    (OPEN, ObligationEvent.ESCALATE): ESCALATED,
    (OPEN, ObligationEvent.MOVE): OPEN,
    (ESCALATED, ObligationEvent.MOVE): OPEN,
    (FORMAL, ObligationEvent.MOVE): OPEN,
    (BEFORE, ObligationEvent.MOVE): OPEN,
    (WAIVED, ObligationEvent.MOVE): OPEN,
    (OPEN, ObligationEvent.WAIVE): WAIVED,
    (ESCALATED, ObligationEvent.WAIVE): WAIVED,
    (FORMAL, ObligationEvent.WAIVE): WAIVED,
    (ESCALATED, ObligationEvent.FOLLOW_UP): FORMAL,
    (OPEN, ObligationEvent.DROP): DROPPED,
    (ESCALATED, ObligationEvent.DROP): DROPPED,
    (DROPPED, ObligationEvent.RESTORE): OPEN,
}
"""Everything that can happen to an obligation, and where it leads. What isn't listed is refused."""


def test_what_is_listed_happens_and_nothing_else() -> None:
    happens = {
        (status, event): after
        for status, event in product(ObligationStatus, ObligationEvent)
        if (after := LIFE.status_after(status, event)) is not None
    }
    assert happens == LISTED


def test_a_guarded_update_asks_for_exactly_the_statuses_in_which_it_can_happen() -> None:
    asked_for = {(status, event) for event in ObligationEvent for status in LIFE.statuses_before(event)}
    assert asked_for == LISTED.keys()


@pytest.mark.parametrize("event", ObligationEvent)
def test_an_event_leads_to_one_status_wherever_it_happens(event: ObligationEvent) -> None:
    assert {after for (_, happening), after in LISTED.items() if happening is event} == {LIFE.leads_to(event)}


@pytest.mark.parametrize("status", ObligationStatus)
def test_the_ladder_comes_only_to_what_is_open(status: ObligationStatus) -> None:
    assert (LIFE.status_after(status, ObligationEvent.ESCALATE) is not None) is (status is OPEN)


@pytest.mark.parametrize("status", ObligationStatus)
def test_what_somebody_waits_for_can_be_done_and_waived(status: ObligationStatus) -> None:
    if status in TO_BE_DONE:
        assert LIFE.status_after(status, ObligationEvent.FULFIL) is FULFILLED
        assert LIFE.status_after(status, ObligationEvent.WAIVE) is WAIVED


@pytest.mark.parametrize("status", ObligationStatus)
def test_no_obligation_is_lost_for_good(status: ObligationStatus) -> None:
    seen: set[ObligationStatus] = set()
    reached = {status}
    while reached - seen:
        seen |= reached
        reached = {
            after for each in seen for event in ObligationEvent if (after := LIFE.status_after(each, event))
        } | seen
    assert OPEN in seen
