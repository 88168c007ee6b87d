"""Gather what messages tell of obligations."""

from collections.abc import Sequence
from dataclasses import replace

from domain.answered import BY_HAND
from domain.contract import Counting, CountsFrom
from domain.obligation import NUMBERS, ObligationStatus
from domain.reference import Reference
from handlers.handling.work import Work
from handlers.obligations import contract_facts, numbers, turn_facts
from handlers.obligations.numbers import NOT_BEGUN, Begun
from messages.obligations.facts import DueObligation, ObligationFacts, Settlement
from messages.obligations.nudge import Unheard
from storage.contracts import contract as contracts
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from storage.people import person, supplier
from storage.people.person import Person


async def of_obligations(
    work: Work, found: Sequence[Obligation], viewer: Person | None = None
) -> tuple[ObligationFacts, ...]:
    """The obligations as the viewer reads of them: whose turn it is, and how many have begun."""
    begun: dict[int, Begun] = {}
    for contract_id, kind in {(each.contract_id, each.slot_kind) for each in found if each.kind in NUMBERS}:
        if kind is not None:
            begun |= await numbers.begun(work, contract_id, kind)
    turns = await turn_facts.of_each(work, found, viewer)
    return tuple(
        replace(named(each, begun.get(each.id, NOT_BEGUN)), day=turn_facts.due_day(work, each), turn=turns[each.id])
        for each in found
    )


async def of_obligation(work: Work, obligation: Obligation, viewer: Person | None = None) -> ObligationFacts:
    """One obligation."""
    return (await of_obligations(work, [obligation], viewer))[0]


def named(obligation: Obligation, begun: Begun = NOT_BEGUN) -> ObligationFacts:
    """The obligation, where how many have begun is known or does not matter."""
    return ObligationFacts(
        kind=obligation.kind,
        title=obligation.title,
        slot_kind=obligation.slot_kind,
        places=obligation.places or 0,
        due_on=obligation.due_on,
        begun=begun.places,
        status=obligation.status,
        months_done=begun.months_done,
        months_agreed=begun.months_agreed,
        counting=obligation.counting or Counting.PLACES,
        counts_from=obligation.counts_from or CountsFrom.BEGUN,
    )


async def all_due(work: Work, found: Sequence[Obligation], viewer: Person | None = None) -> dict[int, DueObligation]:
    """The obligations as reminders tell the viewer of them, by their ids."""
    under = await contracts.with_ids(work.session, {each.contract_id for each in found})
    turns = await turn_facts.of_each(work, found, viewer)
    return {
        each.id: replace(_due(each, under[each.contract_id]), day=turn_facts.due_day(work, each), turn=turns[each.id])
        for each in found
    }


async def due(work: Work, obligation: Obligation, viewer: Person | None = None) -> DueObligation:
    """One obligation as reminders tell of it."""
    return (await all_due(work, [obligation], viewer))[obligation.id]


async def unheard(work: Work, found: Sequence[Obligation]) -> tuple[Unheard, ...]:
    """Obligations that nobody could be reminded of, with the ways to reach somebody about them."""
    told = await all_due(work, found)
    to_call = await contract_facts.all_contacts_to_call(work, {each.contract_id for each in found})
    names = await supplier.names(work.session, {each.supplier_id for each in found})
    return tuple(Unheard(told[each.id], names[each.supplier_id], to_call[each.contract_id]) for each in found)


async def of_settling(work: Work, obligation: Obligation) -> Settlement | None:
    """How it was settled; None where it is not."""
    if obligation.settled_at is None:
        return None
    who = await person.with_id(work.session, obligation.settled_by) if obligation.settled_by else None
    reason = obligation.reason or fulfilled_by(obligation.fulfilled_by or "")
    return Settlement(work.city.today(obligation.settled_at), who.name if who else "", reason)


def fulfilled_by(what: str) -> str:
    """What fulfilled it, by its code: "slot" for "slot:12"; nothing where somebody said so, and a reason as it is."""
    reference = Reference.read(what)
    if reference is None:
        return what
    return "" if reference.noun in BY_HAND else reference.noun.value


def is_settled(obligation: Obligation) -> bool:
    """Whether nothing more is expected."""
    return obligation.status in {
        ObligationStatus.FULFILLED,
        ObligationStatus.WAIVED,
        ObligationStatus.BEFORE,
        ObligationStatus.DROPPED,
    }


def _due(obligation: Obligation, contract: Contract) -> DueObligation:
    return DueObligation(
        kind=obligation.kind,
        title=obligation.title,
        slot_kind=obligation.slot_kind,
        places=obligation.places,
        due_on=obligation.due_on,
        contract=contract.named,
        registry_number=contract.registry_number,
        counting=obligation.counting or Counting.PLACES,
        counts_from=obligation.counts_from or CountsFrom.BEGUN,
    )
