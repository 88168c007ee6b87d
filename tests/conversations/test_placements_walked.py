"""Whatever stale button is pressed, whatever has become of the placement: it happens as drawn, or nothing does."""

from functools import partial
from itertools import product

import pytest

from domain.placement import PlacementStatus
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from handlers import door
from handlers.form.filling import talk_of
from handlers.form.forms import begin_about
from handlers.form.views import ANSWER
from handlers.handling.work import Work
from handlers.placements import codes
from handlers.placements.leading import agreeing
from handlers.placements.leading.agreeing import PlacementAbout
from handlers.placements.starts import codes as start_codes
from messages.button import data
from tests.city import City
from tests.each import each
from tests.placement_walk import Press, Walk, them
from tests.placements import has_taken, proposes

SUPPLIERS: dict[PlacementEvent, Press] = {
    PlacementEvent.INTEREST: lambda it, _: data(codes.MEET, it.id),
    PlacementEvent.DECLINE: lambda it, _: data(codes.DECLINE_REASON, it.id, 1),
    PlacementEvent.RECONSIDER: lambda it, _: data(codes.RECONSIDER, it.id),
    PlacementEvent.CONFIRM: lambda it, _: data(start_codes.YES, it.id),
    PlacementEvent.DENY: lambda it, _: data(start_codes.NO, it.id),
}
MATCHERS: dict[PlacementEvent, Press] = {
    PlacementEvent.INTRODUCE: lambda it, _: data(codes.MET, it.id),
    PlacementEvent.START: lambda it, day: data(codes.BEGUN_NEW, it.id, day),
    PlacementEvent.WITHDRAW: lambda it, _: data(codes.NOTHING_REASON, it.id, 1),
    PlacementEvent.UNDO: lambda it, _: data(start_codes.UNDO_CONFIRMED, it.slot_id, it.id),
}
COORDINATORS: dict[PlacementEvent, Press] = {
    PlacementEvent.SETTLE: lambda it, _: data(start_codes.HAS_BEGUN, it.id),
    PlacementEvent.UNDO: lambda it, _: data(start_codes.HAS_NOT_BEGUN, it.id),
}
BY_A_MATCHER = {(status, PlacementEvent.UNDO) for status in (PlacementStatus.STARTED, PlacementStatus.CONFIRMED)}
BY_A_COORDINATOR = {(PlacementStatus.DENIED, PlacementEvent.UNDO)}
"""A matcher takes back a start; where the supplier denies it, a coordinator does, by another button."""

LEAD_NOWHERE: tuple[Press, ...] = (
    lambda it, _: data(codes.DECLINE_REASON, it.id, 99),
    lambda it, _: data(codes.NOTHING_REASON, it.id, 99),
    lambda it, day: data(codes.BEGUN_ON, it.id, day + 1),
    lambda it, _: data(codes.BEGUN_COUNTED, it.id, 0),
    lambda it, _: data(codes.EXPLAINED, it.id, 0, 0),
    lambda it, _: data(codes.ASK_MORE, it.id, 0),
)
"""Buttons that were never made: nothing comes of them, in any status."""


async def _agree(walk: Walk, work: Work) -> None:
    """A form that was opened long ago is answered."""
    actor = await them(work, walk.city.matcher_a.phone.user_id)
    await begin_about(work, actor, agreeing.FORM, PlacementAbout(walk.placement.id))
    talk = await talk_of(work, actor)
    await door.press(work, actor, data(ANSWER, talk.revision, 0), None)


async def test_each_button_does_in_each_status_what_is_drawn_and_nothing_else(
    city: City, subtests: pytest.Subtests
) -> None:
    await has_taken(city)
    walk = Walk(city, await proposes(city))
    sides = [
        (SUPPLIERS, city.maleri, set()),
        (MATCHERS, city.matcher_a, BY_A_COORDINATOR),
        (COORDINATORS, city.coordinator, BY_A_MATCHER),
    ]
    for (ways, chat, of_others), status in product(sides, PlacementStatus):
        for event, press in ways.items():
            with each(subtests, f"{event} on {status}"):
                is_theirs = (status, event) not in of_others
                drawn = (PLACEMENT_LIFE.status_after(status, event) if is_theirs else None) or status
                assert await walk.after(status, walk.pressing(press, chat.phone.user_id)) is drawn
    for status in PlacementStatus:
        with each(subtests, f"agree on {status}"):
            drawn = PLACEMENT_LIFE.status_after(status, PlacementEvent.AGREE) or status
            assert await walk.after(status, partial(_agree, walk)) is drawn


async def test_nobody_else_moves_it_and_a_button_that_was_never_made_does_nothing(
    city: City, subtests: pytest.Subtests
) -> None:
    await has_taken(city)
    walk = Walk(city, await proposes(city))
    own = [*SUPPLIERS.values(), *MATCHERS.values()]
    others = (city.park, city.matcher_b, city.coordinator)
    tries = [
        *((press, chat) for press, chat in product(own, others)),
        *((press, city.matcher_a) for press in SUPPLIERS.values()),
        *((press, city.maleri) for press in MATCHERS.values()),
        *((press, chat) for press, chat in product(LEAD_NOWHERE, (city.maleri, city.matcher_a))),
    ]
    statuses = (PlacementStatus.PROPOSED, PlacementStatus.AGREED)
    for (press, chat), status in product(tries, statuses):
        with each(subtests, f"{press(walk.placement, walk.day)} by {chat.phone.user_id} on {status}"):
            assert await walk.after(status, walk.pressing(press, chat.phone.user_id)) is status
