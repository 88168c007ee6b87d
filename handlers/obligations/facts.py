"""Gather what messages tell of contracts and of what follows from them."""

from collections.abc import Sequence
from datetime import date

from domain.answered import BY_HAND
from domain.ledger_event import LedgerEvent
from domain.obligation import NUMBERS, ObligationStatus
from domain.reference import Reference
from handlers.handling.work import Work
from handlers.obligations import by_starts
from messages.contracts.facts import (
    ContactFacts,
    ContractFacts,
    HistoryLine,
    MeetingDay,
    ObligationFacts,
    Settled,
    Standing,
)
from storage.contracts import contract as contracts
from storage.contracts.contract import Contract
from storage.contracts.history import Happened
from storage.meetings import attendance as meeting_attendance
from storage.meetings import under_contract
from storage.obligations import reminders_answered
from storage.obligations.obligation import Obligation
from storage.people import contact as contacts
from storage.people import person, supplier
from storage.slots import slot


async def of_contract(work: Work, contract: Contract) -> ContractFacts:
    """The contract, with its supplier's name."""
    return with_supplier(contract, (await supplier.find(work.session, contract.supplier_id)).name)


def with_supplier(contract: Contract, name: str) -> ContractFacts:
    """The contract, where the supplier's name is known already."""
    return ContractFacts(
        number=contract.registry_number,
        title=contract.title,
        supplier=name,
        clause=contract.clause,
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
        value=contract.value,
    )


async def of_obligations(work: Work, found: Sequence[Obligation]) -> tuple[ObligationFacts, ...]:
    """The obligations, each number of places with how many have begun."""
    begun: dict[int, int] = {}
    for contract_id, kind in {(each.contract_id, each.slot_kind) for each in found if each.kind in NUMBERS}:
        if kind is not None:
            begun |= await by_starts.begun(work, contract_id, kind)
    return tuple(named(each, begun.get(each.id, 0)) for each in found)


async def of_obligation(work: Work, obligation: Obligation) -> ObligationFacts:
    """One obligation."""
    return (await of_obligations(work, [obligation]))[0]


def named(obligation: Obligation, begun: int = 0) -> ObligationFacts:
    """The obligation where nobody counts what has begun."""
    return ObligationFacts(
        kind=obligation.kind,
        title=obligation.title,
        slot_kind=obligation.slot_kind,
        places=obligation.places or 0,
        begun=begun,
        due_on=obligation.due_on,
        status=obligation.status,
    )


async def of_contacts(work: Work, contract: Contract) -> tuple[ContactFacts, ...]:
    """Whom to turn to."""
    return tuple(
        ContactFacts(
            placed.contact.name,
            placed.contact.phone,
            placed.contact.email,
            is_in=placed.person is not None and placed.person.ended_at is None,
        )
        for placed in await contacts.of_contract(work.session, contract.id)
    )


async def of_standing(work: Work, supplier_id: int) -> Standing:
    """How a supplier stands in the four expectations."""
    reminders = await reminders_answered.of_supplier(work.session, supplier_id)
    attendance = await meeting_attendance.of_supplier(work.session, supplier_id)
    return Standing(
        reminded=reminders.about,
        answered=reminders.answered,
        offered=await slot.count_offered(work.session, supplier_id),
        held=attendance.held,
        attended=attendance.attended,
    )


async def of_next_meeting(work: Work, contract: Contract) -> tuple[int, MeetingDay] | None:
    """The next meeting's id, and its day."""
    meeting = await under_contract.next_planned(work.session, contract.id, now=work.now)
    return (meeting.id, MeetingDay(meeting.kind, work.city.today(meeting.starts_at))) if meeting else None


async def of_settling(work: Work, obligation: Obligation) -> Settled | None:
    """How it was settled; None where it is not."""
    if obligation.settled_at is None:
        return None
    who = await person.with_id(work.session, obligation.settled_by) if obligation.settled_by else None
    reason = obligation.reason or _by(obligation.fulfilled_by or "")
    return Settled(work.city.today(obligation.settled_at), who.name if who else "", reason)


def of_history(work: Work, happened: Sequence[Happened]) -> tuple[HistoryLine, ...]:
    """What has happened, a line each."""
    return tuple(
        HistoryLine(
            on=work.city.today(each.at),
            event=each.event,
            who=each.recipient or each.actor or "",
            obligation=named(each.obligation) if each.obligation else None,
            until=_until(each),
            reason=_reason(each),
        )
        for each in happened
    )


def _until(each: Happened) -> date | None:
    if each.event is not LedgerEvent.OBLIGATION_MOVED:
        return None
    try:
        return date.fromisoformat(each.content)
    except ValueError:
        return None  # the words were disposed of, lawfully


_WITH_REASON = (LedgerEvent.OBLIGATION_WAIVED, LedgerEvent.OBLIGATION_ANSWERED)


def _reason(each: Happened) -> str:
    if each.event is LedgerEvent.OBLIGATION_FULFILLED:
        return _by(each.content)
    return each.content if each.event in _WITH_REASON else ""


def _by(what: str) -> str:
    """What fulfilled it, by its code: "slot" for "slot:12"; nothing where somebody said so, and a reason as it is."""
    reference = Reference.read(what)
    if reference is None:
        return what
    return "" if reference.noun in BY_HAND else reference.noun.value


async def number_of(work: Work, obligation: Obligation) -> str:
    """The number of the obligation's contract, by which people know it."""
    contract = await contracts.find(work.session, obligation.contract_id)
    return contract.registry_number if contract else ""


def is_settled(obligation: Obligation) -> bool:
    """Whether nothing more is expected."""
    return obligation.status in {
        ObligationStatus.FULFILLED,
        ObligationStatus.WAIVED,
        ObligationStatus.BEFORE,
        ObligationStatus.DROPPED,
    }
