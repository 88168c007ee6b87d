"""A placement on which every button is tried in every status: each press meets the same city."""

from collections.abc import Awaitable, Callable
from typing import Any, NoReturn

from sqlalchemy import update

from domain.placement import PlacementStatus
from handlers import door
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage.people import person
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from tests.city import City

Press = Callable[[Placement, int], str]
"""What a button carries, given the placement and the day."""


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

    async def after(
        self, status: PlacementStatus, act: Callable[[Work], Awaitable[None]], **values: Any
    ) -> PlacementStatus:
        """How it stands once that was done while it stood so; what turns out not to be theirs has done nothing."""
        found = status
        try:
            async with self.city.database.write() as session:
                work = Work(session, self.city.clock.now(), self.city.program.city, key="walk")
                await session.execute(update(Placement).values(status=status, **values))
                await act(work)
                now = await placements.find(session, self.placement.id)
                assert now is not None
                found = now.status
                roll_back()
        except (_RolledBackError, NotTheirsError):
            return found

    def pressing(self, press: Press, telegram_id: int) -> Callable[[Work], Awaitable[None]]:
        """Somebody presses that."""

        async def act(work: Work) -> None:
            await door.press(work, await them(work, telegram_id), press(self.placement, self.day), None)

        return act


async def them(work: Work, telegram_id: int) -> Person:
    found = await person.by_telegram_id(work.session, telegram_id)
    assert found is not None
    return found
