"""Whose turn it is with an obligation: the rule says what people have written down by hand, line by line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from domain.obligation import ObligationKind, ObligationStatus
from domain.turn.obligation import Awaited, ObligationState, awaited, turn_of
from domain.turn.turn import Side, Turn
from tests.each import each

TODAY = date(2026, 10, 1)
BEFORE_TODAY = date(2026, 9, 17)
TABLE = Path(__file__).parent / "turns_of_obligations.txt"


def rows() -> Iterator[tuple[str, ObligationState, Turn, Awaited]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, status, facts, whose, why = (cell.strip() for cell in line.split("|"))
            yield line, state(kind, status, facts), turn(whose), Awaited(why)


def state(kind: str, status: str, facts: str) -> ObligationState:
    known: dict[str, Any] = {"reminded_on": BEFORE_TODAY}
    for fact in filter(None, facts.split(", ")):
        known |= told(*fact.split(" "))
    return ObligationState(ObligationKind(kind), ObligationStatus(status), **known)


def told(what: str, *more: str) -> dict[str, Any]:
    match what:
        case "reminded":
            return {"reminded_on": date.fromisoformat(more[0])}
        case "snoozed":
            return {"snoozed_until": date.fromisoformat(more[0])}
        case "booked":
            return {"meeting_on": date.fromisoformat(more[0])}
        case "enough":
            return {"reached_on": date.fromisoformat(more[0])}
        case "offered":
            return {"offered": int(more[0]), "asked_for": int(more[2])}
    return {{"met": "is_meeting_past", "proposed": "is_time_proposed", "city": "is_for_city"}[what]: True}


def turn(whose: str) -> Turn:
    side, *until = whose.split(" ")
    return Turn(Side(side), date.fromisoformat(until[0]) if until else None)


def test_the_rule_says_what_is_written_by_hand(subtests: pytest.Subtests) -> None:
    for line, known, whose, why in rows():
        with each(subtests, line):
            assert (turn_of(known, TODAY), awaited(known, TODAY)) == (whose, why)


def test_every_kind_status_side_and_reason_is_in_the_table() -> None:
    written = list(rows())
    assert {known.kind for _, known, _, _ in written} == set(ObligationKind)
    assert {known.status for _, known, _, _ in written} == set(ObligationStatus)
    assert {whose.side for _, _, whose, _ in written} == set(Side)
    assert {why for _, _, _, why in written} == set(Awaited)
