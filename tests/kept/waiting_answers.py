"""What waits for an answer about wishes and placements gets it, by the buttons that were there, and goes on."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import exists, select

from domain.outcome import Outcome
from domain.placement import PlacementStatus
from handlers.placements import codes as of_placements
from handlers.placements.ending import codes as of_ends
from handlers.placements.evaluation import codes as of_evaluations
from handlers.placements.outcomes import codes as of_outcomes
from handlers.placements.starts import codes as of_starts
from handlers.wishes import codes as of_wishes
from storage.base import Base
from storage.placements.evaluation import Evaluation
from storage.placements.outcome import OutcomeRow
from storage.placements.placement import Placement
from storage.wishes.decision import WishDecision
from storage.wishes.wish import Wish
from tests.city import City
from tests.kept.going_on import Place, places, places_by_code, pressed

Says = Callable[[Any], bool]


class Answered(NamedTuple):
    """A row that waits for an answer.

    Attributes:
        codes: What the buttons stand for that are pressed, one after the other.
        waits: What it says as long as it waits.
        has_gone_on: What it says then.
    """

    codes: tuple[str, ...]
    row: type[Base]
    waits: Says
    has_gone_on: Says


def _is(status: PlacementStatus) -> Says:
    return lambda row: row.status is status


EACH = (
    Answered((of_starts.YES,), Placement, _is(PlacementStatus.STARTED), _is(PlacementStatus.CONFIRMED)),
    Answered((of_placements.MET,), Placement, _is(PlacementStatus.INTERESTED), _is(PlacementStatus.INTRODUCED)),
    Answered((of_placements.MEET,), Placement, _is(PlacementStatus.PROPOSED), _is(PlacementStatus.INTERESTED)),
    Answered(
        (of_placements.BEGUN, of_placements.BEGUN_ON, of_placements.BEGUN_NEW),
        Placement,
        _is(PlacementStatus.AGREED),
        _is(PlacementStatus.STARTED),
    ),
    Answered((of_ends.AGREE,), Placement, _is(PlacementStatus.ENDING), _is(PlacementStatus.ENDED_EARLY)),
    Answered(
        (of_outcomes.SAY,),
        OutcomeRow,
        lambda row: row.times_asked and row.said_at is None,
        lambda row: row.outcome is Outcome.WORK,
    ),
    Answered((of_evaluations.SAY,), Evaluation, lambda row: row.said_at is None, lambda row: row.verdicts),
    Answered((of_wishes.KEEP,), Wish, lambda row: row.asked_at, lambda row: row.asked_at is None),
)
"""A question to a supplier is not among them: the form that answers it lies open, and goes on with the others."""


async def are_answered(city: City) -> None:
    """Each of them, in databases of the time since wishes were."""
    if not await city.asks(lambda session: session.scalar(select(exists(select(WishDecision.id))))):
        return
    for each in EACH:
        place, row_id = await _found(city, each)
        for code in each.codes:
            shown = (it for it in places(place.phone) if it.code == code and it.numbers[:1] == [row_id])
            await pressed(city, next(shown))
        assert each.has_gone_on(await _row(city, each, row_id))


async def _found(city: City, each: Answered) -> tuple[Place, int]:
    """The button of one that waits, and its row."""
    for place in (await places_by_code(city))[each.codes[0]]:
        row = await _row(city, each, place.numbers[0])
        if row is not None and each.waits(row):
            return place, place.numbers[0]
    raise AssertionError(f"nothing waits for {each.codes[0]}")


async def _row(city: City, each: Answered, row_id: int) -> Base | None:
    return await city.asks(lambda session: session.get(each.row, row_id))
