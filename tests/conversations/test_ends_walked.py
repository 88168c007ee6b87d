"""Whatever stale button about an end is pressed, and whatever has become of the placement: as drawn, or nothing."""

from itertools import product

import pytest

from domain.placement import EndReason, PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from handlers.placements.ending import codes
from messages.button import data
from tests.city import City
from tests.each import each
from tests.placement_walk import Press, Walk
from tests.placements import LAST_ON, ON_LAST_DAY, has_somebody

REASONS = tuple(EndReason)
SAID_AT = int(ON_LAST_DAY.timestamp())

BOTH: dict[tuple[str, PlacementEvent], Press] = {
    ("as planned", PlacementEvent.END): lambda it, _: data(codes.AS_PLANNED, it.id),
    ("hired", PlacementEvent.END): lambda it, _: data(codes.HIRED, it.id),
    ("a reason", PlacementEvent.END): lambda it, day: data(codes.REASON, it.id, day, REASONS.index(EndReason.OTHER)),
    ("until", PlacementEvent.EXTEND): lambda it, day: data(codes.UNTIL, it.id, day + 1),
    ("agreed", PlacementEvent.END_EARLY): lambda it, _: data(codes.AGREE, it.id, SAID_AT),
}
SUPPLIERS: dict[tuple[str, PlacementEvent], Press] = {
    ("hired after all", PlacementEvent.COMPLETE): lambda it, _: data(codes.AGREE_HIRED, it.id, SAID_AT),
}
COORDINATORS: dict[tuple[str, PlacementEvent], Press] = {
    ("settled", PlacementEvent.END_EARLY): lambda it, _: data(codes.SETTLE, it.id),
    ("goes on", PlacementEvent.GO_ON): lambda it, _: data(codes.GO_ON, it.id),
}
LEAD_NOWHERE: tuple[Press, ...] = (
    lambda it, _: data(codes.AGREE, it.id, SAID_AT + 1),
    lambda it, _: data(codes.DISAGREE, it.id, SAID_AT),
    lambda it, day: data(codes.REASON, it.id, day, 99),
    lambda it, day: data(codes.REASON, it.id, day + 1, 2),
    lambda it, _: data(codes.REASON, it.id, 36**11, 2),
    lambda it, day: data(codes.DAY, it.id, day),
    lambda it, day: data(codes.UNTIL, it.id, day),
    lambda it, _: data(codes.UNTIL, it.id, 0),
    lambda it, _: data(codes.EARLIER, it.id, 99),
    lambda it, _: data(codes.GOES_ON, it.id),
)
"""Buttons that were never made, those that only ask, and the one that leads to a coordinator."""


async def test_each_button_does_in_each_status_what_is_drawn_and_nothing_else(
    city: City, subtests: pytest.Subtests
) -> None:
    walk = Walk(city, await has_somebody(city))
    await city.until(ON_LAST_DAY)
    walk = Walk(city, walk.placement)
    sides = (
        (BOTH | SUPPLIERS, city.maleri, False),
        (BOTH, city.matcher_a, True),
        (COORDINATORS, city.coordinator, True),
    )
    for ways, chat, is_suppliers_word in sides:
        said = {
            "end_said_by": 4,
            "end_said_at": ON_LAST_DAY,
            "end_reason": EndReason.OTHER,
            "ended_on": LAST_ON,
            "is_end_suppliers_word": is_suppliers_word,
        }
        for ((what, event), press), status in product(ways.items(), PlacementStatus):
            with each(subtests, f"{what} by {chat.phone.first_name} on {status}"):
                drawn = PLACEMENT_LIFE.status_after(status, event) or status
                assert await walk.after(status, walk.pressing(press, chat.phone.user_id), **said) is drawn
        for press, status in product(LEAD_NOWHERE, (PlacementStatus.CONFIRMED, PlacementStatus.ENDING)):
            with each(subtests, f"{press(walk.placement, walk.day)} by {chat.phone.first_name} on {status}"):
                assert await walk.after(status, walk.pressing(press, chat.phone.user_id), **said) is status


async def test_nobody_else_ends_it_and_nobody_confirms_their_own_word(city: City, subtests: pytest.Subtests) -> None:
    walk = Walk(city, await has_somebody(city))
    await city.until(ON_LAST_DAY)
    walk = Walk(city, walk.placement)
    presses = [*BOTH.values(), *SUPPLIERS.values(), *COORDINATORS.values(), *LEAD_NOWHERE]
    statuses = (PlacementStatus.CONFIRMED, PlacementStatus.ENDING)
    for press, status in product(presses, statuses):
        with each(subtests, f"{press(walk.placement, walk.day)} by another company on {status}"):
            assert await walk.after(status, walk.pressing(press, city.park.phone.user_id)) is status
    own = {"end_said_at": ON_LAST_DAY, "end_reason": EndReason.OTHER, "ended_on": LAST_ON}
    agree = BOTH["agreed", PlacementEvent.END_EARLY]
    for chat, said_by, is_suppliers_word in (
        (city.maleri, 1, True),
        (city.matcher_a, 3, False),
        (city.matcher_a, 3, True),  # she has written down what the supplier says
    ):
        with each(subtests, f"their own word by {chat.phone.first_name}, for the supplier: {is_suppliers_word}"):
            said = own | {"end_said_by": said_by, "is_end_suppliers_word": is_suppliers_word}
            pressing = walk.pressing(agree, chat.phone.user_id)
            assert await walk.after(PlacementStatus.ENDING, pressing, **said) is PlacementStatus.ENDING
