"""Reminders go on after a hold: nothing at once, each supplier on a day of its own, and no day of the hold counts."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from domain.cadence import spread
from domain.hold import counted_from
from domain.ledger_event import LedgerEvent
from domain.obligation import ObligationStatus, Rung
from handlers.contracts import holding
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.ladder import nudge_times
from storage import held_back
from storage.contracts import contract as contracts
from storage.contracts import hold as holds
from storage.contracts.hold import Hold
from storage.obligations.obligation import Obligation
from storage.people import person as persons
from storage.people.person import Person

AT_ONCE = 1
"""Holds in one transaction, since one may be the whole city's."""


async def resume(work: Work, actor: Person, press: Press) -> Answer:
    """*Återuppta påminnelser* was pressed."""
    contract = await holding.theirs(work, actor, press.number(0))
    hold = await holds.running(work.session, contract.id if contract else None)
    if hold is not None:
        await _end(work, hold, actor)
    return await holding.shown(work, actor, contract)


async def end_holds(work: Work) -> bool:
    """Let what is held until today go on; says whether there may be more."""
    over = await holds.over(work.session, today=work.city.today(work.now), at_most=AT_ONCE)
    for hold in over:
        await _end(work, hold, None)
    return len(over) == AT_ONCE


async def _end(work: Work, hold: Hold, actor: Person | None) -> None:
    """Let it be over, once, and plan all that has waited."""
    if not await holds.end(work.session, hold, now=work.now, by=actor.id if actor else None):
        return
    contract = await contracts.find(work.session, hold.contract_id) if hold.contract_id else None
    await holding.record(work, actor, hold, LedgerEvent.REMINDERS_RESUMED, contract)
    days = await _days(work, hold)
    await _plan_obligations(work, hold, days)
    for supplier_id, day in days.items():
        until = work.city.hours.opening_on(day)
        await held_back.put_off(work.session, hold.contract_id, supplier_id, until=until)
    await _plan_nudges(work, days)


async def _days(work: Work, hold: Hold) -> Mapping[int, date]:
    """On which day each supplier hears again, by its id: a few more each week, as running contracts begin."""
    hours = work.city.hours
    first = hours.next_opening(work.now)
    waiting = await held_back.suppliers(work.session, hold.contract_id, before=first)
    begins_on = hours.local(first).date()
    return {
        supplier_id: hours.working_day_from(spread(begins_on, place, len(waiting)))
        for place, supplier_id in enumerate(waiting)
    }


async def _plan_obligations(work: Work, hold: Hold, days: Mapping[int, date]) -> None:
    """Those that go on alike go on together, in one update."""
    alike: dict[tuple[date | None, datetime], list[int]] = {}
    for each in await held_back.obligations(work.session, hold.contract_id):
        if each.supplier_id in days:
            alike.setdefault(_goes_on(work, each, hold, days[each.supplier_id]), []).append(each.id)
    for (counted, next_at), ids in alike.items():
        values: dict[str, Any] = {"counted_from": counted, "next_at": next_at}
        await held_back.go_on(work.session, ids, values)


def _goes_on(work: Work, obligation: Obligation, hold: Hold, day: date) -> tuple[date | None, datetime]:
    """From which day the ladder counts then, and when it comes next."""
    ladder, hours = work.city.ladder, work.city.hours
    opening = hours.opening_on(day)
    before = obligation.counted_from or obligation.due_on
    if obligation.status is not ObligationStatus.OPEN:
        return obligation.counted_from, max(obligation.next_at or opening, opening)
    counted = counted_from(before, hold.begun_at, day, ladder.days, hours)
    climb = ladder.next_climb(counted, Rung(obligation.rung), hours)
    next_at = max(climb.at, opening) if climb else opening
    return (obligation.counted_from if counted == before else counted), next_at


async def _plan_nudges(work: Work, days: Mapping[int, date]) -> None:
    """Each person hears once of all that stands by then; where nothing does, nothing is said."""
    people: Sequence[Person] = await persons.of_suppliers(work.session, list(days))
    times = {
        each.id: work.city.hours.opening_on(days[each.supplier_id]) for each in people if each.supplier_id is not None
    }
    await nudge_times.plan(work, times)
