"""Gather all that is known of a contract, for its dossier."""

from collections.abc import Mapping

from domain.meeting import MeetingStatus
from domain.reference import Noun, Reference
from handlers.dossiers import happenings, sayings
from handlers.handling.work import Work
from handlers.meetings import agreed_version
from handlers.meetings import facts as meeting_facts
from handlers.obligations import contract_facts, facts, procurement_decision
from messages.dossiers.facts import Dossier, Met, Offered, Placed, Promised
from messages.label import Label
from storage.contracts.contract import Contract
from storage.dossiers import happened, said, under_contract
from storage.dossiers.under_contract import UnderContract
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.procurements.procurement import Procurement
from storage.slots.slot import Slot


async def dossier(work: Work, contract: Contract, asked_by: Person) -> Dossier:
    """All of it, as it is now."""
    under = await under_contract.of(work.session, contract)
    names = await under_contract.names(work.session, under)
    known = happenings.Known(_named(work, under), names)
    rows = await happened.under(work.session, contract.id, under.references)
    told_of = {row.outbox_id for row in rows if row.outbox_id is not None}
    procurement = await work.session.get_one(Procurement, contract.procurement_id)
    return Dossier(
        contract=await contract_facts.of_contract(work, contract),
        cadence=contract.cadence,
        procurement=procurement.title if procurement.title != contract.title else "",
        contacts=tuple(each.name for each in await contract_facts.of_contacts(work, contract)),
        asked_by=asked_by.name,
        promised=tuple([await _promised(work, each) for each in under.obligations]),
        met=tuple([await _met(work, each) for each in under.meetings]),
        offered=tuple(_offered(work, each, under, names) for each in under.slots),
        happened=happenings.told(work, rows, known),
        said=sayings.told(work, await said.about(work.session, under.references, told_of)),
        decision=await procurement_decision.of_procurement(work, contract.procurement_id),
    )


async def _promised(work: Work, obligation: Obligation) -> Promised:
    return Promised(facts.named(obligation), await facts.of_settling(work, obligation))


async def _met(work: Work, meeting: Meeting) -> Met:
    is_held = meeting.status is MeetingStatus.HELD
    return Met(
        meeting=await meeting_facts.in_full(work, meeting, with_proposals=True),
        status=meeting.status,
        agreed=await agreed_version.that_holds(work, meeting) if is_held else None,
        confirmed_by=await meeting_facts.confirmed_by(work, meeting) or "",
        confirmed_on=work.city.today(meeting.confirmed_at) if meeting.confirmed_at else None,
        because=(Label(f"miss_reason.{meeting.miss_reason}"),) if meeting.miss_reason else (),
        words=meeting.cancelled_reason or "",
    )


def _offered(work: Work, slot: Slot, under: UnderContract, names: Mapping[int, str]) -> Offered:
    return Offered(
        number=slot.id,
        kind=slot.kind,
        trade=slot.trade,
        places=slot.places,
        area=slot.area,
        reported_on=work.city.today(slot.reported_at),
        reported_by=names.get(slot.reported_by or 0, ""),
        starts_on=slot.starts_on,
        ends_on=slot.ends_on,
        status=slot.status,
        holder=names.get(slot.claimed_by or 0, ""),
        placements=tuple(_placed(each) for each in under.placements if each.slot_id == slot.id),
    )


def _placed(placement: Placement) -> Placed:
    return Placed(placement.code, placement.status, placement.begun_on or placement.starts_on, placement.ended_on)


def _named(work: Work, under: UnderContract) -> dict[str, Label]:
    """How the things are called that rows of the ledger are about."""
    offers = {each.id: _of_slot(each) for each in under.slots}
    named: dict[Reference, Label] = {each.reference: offers[each.id] for each in under.slots}
    named |= {each.reference: offers[each.slot_id] for each in under.inquiries}
    named |= {each.reference: Label("dossier.placement", text=each.code) for each in under.placements}
    named |= {Reference(Noun.PROCUREMENT, under.contract.procurement_id): Label("dossier.procurement")}
    named |= {each.reference: Label("dossier.note", text=str(each.id)) for each in under.heard}
    named |= {each.reference: _of_meeting(work, each) for each in under.meetings}
    named |= {
        each.reference: Label(joined=(Label(f"document.{each.kind}"), Label("dossier.document", text=str(each.id))))
        for each in under.documents
    }
    return {str(reference): label for reference, label in named.items()}


def _of_slot(slot: Slot) -> Label:
    return Label(joined=(Label(f"kind.{slot.kind}"), Label("dossier.offer", text=str(slot.id))))


def _of_meeting(work: Work, meeting: Meeting) -> Label:
    day = Label("dossier.day", day=work.city.today(meeting.starts_at))
    return Label(joined=(Label(f"meeting_kind.{meeting.kind}"), day))
