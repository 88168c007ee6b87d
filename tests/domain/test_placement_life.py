import re
from itertools import product
from pathlib import Path

import pytest

from domain.placement import PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent

PROPOSED, INTERESTED = PlacementStatus.PROPOSED, PlacementStatus.INTERESTED
INTRODUCED, AGREED = PlacementStatus.INTRODUCED, PlacementStatus.AGREED
DECLINED, WITHDRAWN = PlacementStatus.DECLINED, PlacementStatus.WITHDRAWN
STARTED, CONFIRMED = PlacementStatus.STARTED, PlacementStatus.CONFIRMED
DENIED, UNDONE = PlacementStatus.DENIED, PlacementStatus.UNDONE
ENDING, COMPLETED = PlacementStatus.ENDING, PlacementStatus.COMPLETED
ENDED_EARLY = PlacementStatus.ENDED_EARLY

LISTED = {
    (PROPOSED, PlacementEvent.INTEREST): INTERESTED,
    (PROPOSED, PlacementEvent.DECLINE): DECLINED,
    (INTERESTED, PlacementEvent.DECLINE): DECLINED,
    (INTRODUCED, PlacementEvent.DECLINE): DECLINED,
    (AGREED, PlacementEvent.DECLINE): DECLINED,
    (DECLINED, PlacementEvent.RECONSIDER): INTERESTED,
    (PROPOSED, PlacementEvent.WITHDRAW): WITHDRAWN,
    (INTERESTED, PlacementEvent.WITHDRAW): WITHDRAWN,
    (INTRODUCED, PlacementEvent.WITHDRAW): WITHDRAWN,
    (AGREED, PlacementEvent.WITHDRAW): WITHDRAWN,
    (INTERESTED, PlacementEvent.INTRODUCE): INTRODUCED,
    (INTERESTED, PlacementEvent.AGREE): AGREED,
    (INTRODUCED, PlacementEvent.AGREE): AGREED,
    (AGREED, PlacementEvent.AGREE): AGREED,
    (INTERESTED, PlacementEvent.ASK_AGAIN): PROPOSED,
    (DECLINED, PlacementEvent.ASK_AGAIN): PROPOSED,
    (INTERESTED, PlacementEvent.START): STARTED,
    (INTRODUCED, PlacementEvent.START): STARTED,
    (AGREED, PlacementEvent.START): STARTED,
    (STARTED, PlacementEvent.CONFIRM): CONFIRMED,
    (STARTED, PlacementEvent.DENY): DENIED,
    (STARTED, PlacementEvent.UNDO): UNDONE,
    (CONFIRMED, PlacementEvent.UNDO): UNDONE,
    (DENIED, PlacementEvent.UNDO): UNDONE,
    (DENIED, PlacementEvent.SETTLE): CONFIRMED,
    (CONFIRMED, PlacementEvent.REOPEN): STARTED,
    (DENIED, PlacementEvent.REOPEN): STARTED,
    (CONFIRMED, PlacementEvent.EXTEND): CONFIRMED,
    (CONFIRMED, PlacementEvent.END): ENDING,
    (ENDING, PlacementEvent.GO_ON): CONFIRMED,
    (ENDING, PlacementEvent.COMPLETE): COMPLETED,
    (ENDING, PlacementEvent.END_EARLY): ENDED_EARLY,
}
"""Everything that can happen to a placement, and where it leads. What isn't listed is refused."""


@pytest.mark.parametrize(("status", "event"), list(product(PlacementStatus, PlacementEvent)))
def test_what_is_listed_happens_and_nothing_else(status: PlacementStatus, event: PlacementEvent) -> None:
    assert PLACEMENT_LIFE.status_after(status, event) is LISTED.get((status, event))
    assert (status in PLACEMENT_LIFE.statuses_before(event)) is ((status, event) in LISTED)


@pytest.mark.parametrize("event", PlacementEvent)
def test_an_event_leads_to_one_status_wherever_it_happens(event: PlacementEvent) -> None:
    assert {after for (_, happening), after in LISTED.items() if happening is event} == {PLACEMENT_LIFE.leads_to(event)}


def test_what_is_drawn_is_what_can_happen() -> None:
    life = (Path(__file__).parents[2] / "docs" / "placements.md").read_text(encoding="utf-8").split("## Its life")[1]
    steps = [step for line in life.split("```")[3].splitlines() for step in re.split(r"\s{3,}", line.strip())]
    drawn = [each for step in steps if not step.startswith("(") for each in _drawn(step)]
    assert len(drawn) == len(LISTED), "nothing is drawn twice"
    assert dict(drawn) == LISTED


def _drawn(step: str) -> list[tuple[tuple[PlacementStatus, PlacementEvent], PlacementStatus]]:
    """Such as "interested or declined ──ask again──▶ proposed", also with a further arrow behind it."""
    way = re.split(r" ──(.+?)──▶ ", step)
    return [
        ((PlacementStatus(_code(before)), PlacementEvent(_code(event))), PlacementStatus(_code(after)))
        for befores, event, after in zip(way[::2], way[1::2], way[2::2], strict=False)
        for before in re.split(r", | or ", befores)
    ]


def _code(words: str) -> str:
    return words.replace(" ", "_")
