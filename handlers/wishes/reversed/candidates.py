"""Whom the bot can ask for a wish: what is known of each, put before the rule."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from domain.obligation import PLANS
from domain.reversed_question import Candidate, Likely, Place, likely, month_of
from domain.turn.obligation import Awaited
from handlers.handling.work import Work
from handlers.obligations.turns import turns_of
from handlers.people.recipient import is_in_reach
from storage.contracts import contract as contracts
from storage.contracts import hold
from storage.obligations.obligation import Obligation
from storage.people import absence
from storage.people import person as persons
from storage.wishes import likely_supplier
from storage.wishes.wish import Wish

IS_OPEN_TO_OFFERS = (Awaited.SUPPLIER, Awaited.DAY, Awaited.LATER)
"""What waits for the city, or for a coordinator's word, is no reason to ask a supplier for more."""


def place_of(work: Work, wish: Wish) -> Place:
    """All that a supplier is told of the wish."""
    month_on = month_of(wish.from_on, work.city.today(work.now))
    return Place(wish.kind, wish.trade, wish.area_id, month_on)


async def likely_for(work: Work, wish: Wish, *, only: Collection[int] | None = None) -> Sequence[Likely]:
    """Whom to ask, the likeliest first; nobody while reminders rest in the whole city."""
    if await hold.running(work.session, None) is not None:
        return []
    place, today = place_of(work, wish), work.city.today(work.now)
    known = await likely_supplier.known_in_trade(
        work.session, place, wish_id=wish.id, now=work.now, today=today, only=only
    )
    return likely(await _with_people(work, await _with_promises(work, place, known)), work.now, today)


async def _with_people(work: Work, known: Sequence[Candidate]) -> list[Candidate]:
    """Each with whether anybody of it can answer."""
    people = await persons.of_suppliers(work.session, [each.supplier_id for each in known])
    away = await absence.all_away(work.session, [each.id for each in people], today=work.city.today(work.now))
    here = {each.supplier_id for each in people if is_in_reach(each) and each.id not in away}
    return [replace(each, is_anybody_here=each.supplier_id in here) for each in known]


async def _with_promises(work: Work, place: Place, known: Sequence[Candidate]) -> list[Candidate]:
    """Each with the contract by which it has promised such places, or something; as far as it is its turn."""
    promised = await likely_supplier.open_promises(work.session, place, [each.supplier_id for each in known])
    turns = await turns_of(work, promised)
    waits = [each for each in promised if turns[each.id].awaited in IS_OPEN_TO_OFFERS]
    named = await contracts.with_ids(work.session, {each.contract_id for each in waits})
    found: list[Candidate] = []
    for each in known:
        own = [one for one in waits if one.supplier_id == each.supplier_id]
        plans = [one for one in own if one.kind in PLANS]
        numbers = [one for one in own if one.kind not in PLANS]
        contract_id = next((one.contract_id for one in [*numbers, *plans]), None)
        found.append(
            replace(each, promise=_number(numbers, named), plan=_number(plans, named), contract_id=contract_id)
        )
    return found


def _number(promised: Sequence[Obligation], named: dict[int, contracts.Contract]) -> str:
    return named[promised[0].contract_id].registry_number if promised else ""
