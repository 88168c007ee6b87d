"""Gather what is told of a tryout."""

from datetime import timedelta

from domain.tryout import counted, is_over, watched
from handlers.handling.work import Work
from messages.tryouts.tryout import CountedSoFar, Tried
from storage.tryouts import tryout
from storage.tryouts.came_of_it import came_of_it
from storage.tryouts.tryout import Tryout


def tried(found: Tryout, suppliers: int) -> Tried:
    """What was tried, with so many suppliers."""
    until = watched(found.begun_on, found.weeks).last
    return Tried(found.sort, found.words, found.begun_on, until, found.weeks, suppliers)


async def of_tryout(work: Work, found: Tryout) -> tuple[Tried, CountedSoFar | None]:
    """What was tried, and what came of it until today; None before its first day."""
    suppliers = [supplier_id for supplier_id, _ in await tryout.suppliers_of(work.session, found.id)]
    told, today = tried(found, len(suppliers)), work.city.today(work.now)
    days = counted(found.watch, today)
    if days is None:
        return told, None
    came = await came_of_it(work.session, suppliers, days, zone=work.city.hours.zone)
    so_far = CountedSoFar(
        came=came,
        until=days.last,
        is_over=is_over(found.watch, today),
        days=(days.last - days.first + timedelta(days=1)).days,
        is_too_little=came.is_too_little,
        is_too_little_before=came.is_too_little_before,
    )
    return told, so_far
