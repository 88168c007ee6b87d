"""Whatever stale button is pressed, whatever has become of the placement: it happens as drawn, or nothing does."""

from collections.abc import Awaitable, Callable
from itertools import product
from typing import NoReturn

import pytest
from sqlalchemy import update

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
from storage.people import person
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from tests.city import City
from tests.each import each
from tests.placements import has_taken, proposes

Press = Callable[[Placement, int], str]
"""What a button carries, given the placement and the day."""

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
LEAD_NOWHERE: tuple[Press, ...] = (
    lambda it, _: data(codes.DECLINE_REASON, it.id, 99),
    lambda it, _: data(codes.NOTHING_REASON, it.id, 99),
    lambda it, day: data(codes.BEGUN_ON, it.id, day + 1),
    lambda it, _: data(codes.BEGUN_COUNTED, it.id, 0),
    lambda it, _: data(codes.EXPLAINED, it.id, 0, 0),
    lambda it, _: data(codes.ASK_MORE, it.id, 0),
)
"""Buttons that were never made: nothing comes of them, in any status."""


class _RolledBackError(Exception):
    """Each press meets the same city."""


def roll_back() -> NoReturn:
    """Undo all that was done in the transaction."""
    raise _RolledBackError


class Walk:
    """One placement, on which everything is tried in every status."""

    def __init__(self, city: City, placement: Placement) -> None:
        self.city, self.placement = city, placement
        self.day = city.program.city.today(city.clock.now()).toordinal()

    async def after(self, status: PlacementStatus, act: Callable[[Work], Awaitable[None]]) -> PlacementStatus:
        """How it stands once that was done while it stood so."""
        found = status
        try:
            async with self.city.database.write() as session:
                work = Work(session, self.city.clock.now(), self.city.program.city, key="walk")
                await session.execute(update(Placement).values(status=status))
                await act(work)
                now = await placements.find(session, self.placement.id)
                assert now is not None
                found = now.status
                roll_back()
        except _RolledBackError:
            return found

    def pressing(self, press: Press, telegram_id: int) -> Callable[[Work], Awaitable[None]]:
        """Somebody presses that."""

        async def act(work: Work) -> None:
            await door.press(work, await _them(work, telegram_id), press(self.placement, self.day), None)

        return act

    async def agree(self, work: Work) -> None:
        """A form that was opened long ago is answered."""
        actor = await _them(work, self.city.matcher_a.phone.user_id)
        await begin_about(work, actor, agreeing.FORM, PlacementAbout(self.placement.id))
        talk = await talk_of(work, actor)
        await door.press(work, actor, data(ANSWER, talk.revision, 0), None)


async def _them(work: Work, telegram_id: int) -> Person:
    found = await person.by_telegram_id(work.session, telegram_id)
    assert found is not None
    return found


async def test_each_button_does_in_each_status_what_is_drawn_and_nothing_else(
    city: City, subtests: pytest.Subtests
) -> None:
    await has_taken(city)
    walk = Walk(city, await proposes(city))
    sides = [(SUPPLIERS, city.maleri.phone.user_id), (MATCHERS, city.matcher_a.phone.user_id)]
    for (ways, telegram_id), status in product(sides, PlacementStatus):
        for event, press in ways.items():
            with each(subtests, f"{event} on {status}"):
                drawn = PLACEMENT_LIFE.status_after(status, event) or status
                assert await walk.after(status, walk.pressing(press, telegram_id)) is drawn
    for status in PlacementStatus:
        with each(subtests, f"agree on {status}"):
            drawn = PLACEMENT_LIFE.status_after(status, PlacementEvent.AGREE) or status
            assert await walk.after(status, walk.agree) is drawn


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
