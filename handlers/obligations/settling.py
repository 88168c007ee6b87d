"""Settle an obligation: fulfil it, reverse that, move it, waive it, follow it up outside the bot.

Each is one guarded update and one line in the ledger, and what is shown of it elsewhere says how it stands now. Nothing
here tells anybody: who hears of it is the caller's.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.obligation import ObligationKind, Rung
from domain.obligation_life import ObligationEvent
from domain.reference import Reference
from handlers.handling.work import Work
from handlers.obligations.ladder import already_said
from storage import ledger
from storage.ledger import Entry
from storage.obligations import fulfilment, ladder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person

RESTS_FOR = timedelta(days=7)
"""So long after a formal follow-up the supplier hears nothing of what else is to come under the contract."""


async def fulfil(
    work: Work, obligation: Obligation, *, by: Reference, actor: Person | None = None, reason: str | None = None
) -> bool:
    """It is done, by something such as a slot; False where there is nothing to be done any more."""
    values = _settled(work, actor) | {"fulfilled_by": str(by), "reason": reason}
    return await let_happen(work, obligation, ObligationEvent.FULFIL, values, actor, content=reason or str(by))


async def fulfil_first(work: Work, contract_id: int, kind: ObligationKind, *, by: Reference, actor: Person) -> bool:
    """Of that kind the first that is to be done under the contract is done; False where there is none."""
    first = await obligations.first_to_be_done(work.session, contract_id, kind)
    return first is not None and await fulfil(work, first, by=by, actor=actor)


async def reverse(work: Work, what: Reference, *, actor: Person | None = None) -> None:
    """What had fulfilled something, such as a slot, is undone: the ladder goes on where the day has passed."""
    for each in await fulfilment.fulfilled_by(work.session, what):
        await reverse_one(work, each, what, actor=actor)


async def reverse_one(work: Work, each: Obligation, what: Reference, *, actor: Person | None = None) -> None:
    """The same for one alone, where what had fulfilled it fulfils another too, and that stands."""
    # One that had been at the top is open again, and only the step to the top brings it back there.
    reached = min(Rung(each.rung), Rung.SECOND_CONTACT)
    counted_from = each.counted_from if each.rung >= Rung.COORDINATOR else _from_now_on(work, each)
    values = _climbing(work, each, counted_from or each.due_on, reached) | {
        "counted_from": counted_from,
        "rung": reached.value,
        "fulfilled_by": None,
        "settled_at": None,
        "settled_by": None,
        "reason": None,
    }
    await let_happen(work, each, ObligationEvent.REVERSE, values, actor, content=str(what))


async def add(work: Work, obligation: Obligation, *, actor: Person) -> None:
    """Keep an obligation that somebody has thought of, and let the ladder come to it."""
    climbing = _climbing(work, obligation, obligation.due_on, Rung.NONE)
    obligation.rung, obligation.next_at = Rung.NONE.value, climbing["next_at"]
    work.session.add(obligation)
    await work.session.flush()
    await work.record(
        LedgerEvent.OBLIGATION_ADDED,
        actor=actor,
        supplier_id=obligation.supplier_id,
        contract_id=obligation.contract_id,
        about=obligation.reference,
        content=obligation.title or obligation.kind.value,
    )


async def move(work: Work, obligation: Obligation, due_on: date, *, actor: Person) -> bool:
    """Give it a new day; the ladder begins again, and rests until its next rung: the new day was just told."""
    reached = work.city.ladder.rung_at(due_on, Rung.NONE, work.now, work.city.hours)
    values = obligations.begun() | _climbing(work, obligation, due_on, reached) | {"due_on": due_on, "reason": None}
    return await let_happen(work, obligation, ObligationEvent.MOVE, values, actor, content=due_on.isoformat())


async def waive(work: Work, obligation: Obligation, reason: str, *, actor: Person) -> bool:
    """Let it go, for a reason."""
    values = _settled(work, actor) | {"reason": reason}
    return await let_happen(work, obligation, ObligationEvent.WAIVE, values, actor, content=reason)


async def follow_up(work: Work, obligation: Obligation, *, actor: Person) -> bool:
    """A person goes on outside the bot, which is silent about it from now on, and of the contract for a while."""
    if not await let_happen(work, obligation, ObligationEvent.FOLLOW_UP, {"next_at": None}, actor):
        return False
    # A friendly reminder the next morning would read as if nobody knew of the letter.
    await ladder.rest(work.session, obligation.contract_id, until=work.city.today(work.now + RESTS_FOR))
    return True


async def drop(work: Work, obligation: Obligation, *, actor: Person | None = None) -> bool:
    """It is not asked for any more. What is settled, or was before Steget, stays as it is."""
    return await let_happen(work, obligation, ObligationEvent.DROP, {"next_at": None}, actor)


async def climb_on(work: Work, obligation: Obligation) -> None:
    """The ladder goes on where it was, such as when a meeting that it waited for does not take place."""
    counted_from = _from_now_on(work, obligation)
    climbing = _climbing(work, obligation, counted_from or obligation.due_on, Rung(obligation.rung))
    await ladder.set_next(work.session, obligation.id, next_at=climbing["next_at"], counted_from=counted_from)
    await already_said.bring_up_to_date(work, obligation)


def _settled(work: Work, actor: Person | None) -> dict[str, Any]:
    return {
        "next_at": None,
        "snoozed_until": None,
        "settled_at": work.now,
        "settled_by": actor.id if actor else None,
    } | obligations.NOT_PROPOSED


def _from_now_on(work: Work, obligation: Obligation) -> date | None:
    """What has waited, or was done, past its day is counted from the next working day: that time was not lost."""
    tomorrow = work.city.hours.next_working_day(work.city.today(work.now))
    return tomorrow if tomorrow > obligation.due_on else obligation.counted_from


def _climbing(work: Work, obligation: Obligation, due_on: date, reached: Rung) -> dict[str, Any]:
    """When the ladder comes next; never to what the city has promised."""
    if obligation.is_for_city:
        return {"next_at": None}
    climb = work.city.ladder.next_climb(due_on, reached, work.city.hours)
    return {"next_at": climb.at if climb else None}


async def let_happen(  # noqa: PLR0913, PLR0917  what happens, to what, by whom, and what is written of it
    work: Work,
    obligation: Obligation,
    event: ObligationEvent,
    values: dict[str, Any],
    actor: Person | None = None,
    content: str = "",
) -> bool:
    """Let the event happen, if the obligation's status allows it; False where it doesn't."""
    if not await obligations.let_happen(work.session, obligation.id, event, values):
        return False
    await work.record(
        _RECORDED[event],
        actor=actor,
        supplier_id=obligation.supplier_id,
        contract_id=obligation.contract_id,
        about=obligation.reference,
        content=content,
    )
    await already_said.bring_up_to_date(work, obligation)
    return True


@frozen
class Happening:
    """Something that happens to an obligation, with the values that follow and what is written of it."""

    obligation: Obligation
    event: ObligationEvent
    values: dict[str, Any]
    content: str = ""


def dropped(obligation: Obligation) -> Happening:
    """It is not asked for any more."""
    return Happening(obligation, ObligationEvent.DROP, {"next_at": None})


async def let_each_happen(work: Work, many: Sequence[Happening]) -> None:
    """Let it all happen as far as each obligation's status allows it, in a few statements however much it is.

    Nothing happens twice to the same obligation here.
    """
    happened: set[int] = set()
    for event in dict.fromkeys(each.event for each in many):
        values = {each.obligation.id: each.values for each in many if each.event is event}
        happened |= await obligations.let_happen_to_each(work.session, event, values)
    told = [each for each in many if each.obligation.id in happened]
    await ledger.record_all(work.session, list(map(_entry, told)), at=work.now)
    await already_said.bring_each_up_to_date(work, [each.obligation for each in told])


def _entry(told: Happening) -> Entry:
    return Entry(
        _RECORDED[told.event],
        told.content,
        supplier_id=told.obligation.supplier_id,
        contract_id=told.obligation.contract_id,
        about=told.obligation.reference,
    )


_RECORDED: dict[ObligationEvent, LedgerEvent] = {
    ObligationEvent.FULFIL: LedgerEvent.OBLIGATION_FULFILLED,
    ObligationEvent.REVERSE: LedgerEvent.OBLIGATION_REVERSED,
    ObligationEvent.ESCALATE: LedgerEvent.OBLIGATION_ESCALATED,
    ObligationEvent.MOVE: LedgerEvent.OBLIGATION_MOVED,
    ObligationEvent.WAIVE: LedgerEvent.OBLIGATION_WAIVED,
    ObligationEvent.FOLLOW_UP: LedgerEvent.OBLIGATION_FOLLOWED_UP,
    ObligationEvent.DROP: LedgerEvent.OBLIGATION_DROPPED,
    ObligationEvent.RESTORE: LedgerEvent.OBLIGATION_RESTORED,
}
