"""What belongs to a contract: everything of which outbox and ledger may tell."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.reference import Noun, Reference
from storage.base import batched
from storage.contracts.contract import Contract
from storage.documents.document import Document
from storage.hearsay import Hearsay
from storage.meetings import under_contract as meetings
from storage.meetings.meeting import Attendee, Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot


@frozen
class UnderContract:
    """All of it. Wishes, outcomes and evaluations are under no contract: they are a resident's."""

    contract: Contract
    obligations: Sequence[Obligation]
    meetings: Sequence[Meeting]
    slots: Sequence[Slot]
    inquiries: Sequence[Inquiry]
    placements: Sequence[Placement]
    heard: Sequence[Hearsay]
    documents: Sequence[Document]

    @property
    def references(self) -> list[Reference]:
        """Every name that outbox and ledger may give to something of it."""
        promised = [each.id for each in self.obligations]
        rows = (self.meetings, self.slots, self.inquiries, self.placements, self.heard, self.documents)
        return [
            self.contract.reference,
            Reference(Noun.PROCUREMENT, self.contract.procurement_id),
            *(Reference(noun, each) for each in promised for noun in (Noun.OBLIGATION, Noun.DONE, Noun.NOTHING)),
            *(row.reference for some in rows for row in some),
        ]


async def of(session: AsyncSession, contract: Contract) -> UnderContract:
    """All that is under the contract, each in the order in which it came."""
    is_in_slot = select(Slot.id).where(Slot.contract_id == contract.id)
    slots = select(Slot).where(Slot.contract_id == contract.id).order_by(Slot.id)
    inquiries = select(Inquiry).where(Inquiry.slot_id.in_(is_in_slot)).order_by(Inquiry.id)
    placements = select(Placement).where(Placement.slot_id.in_(is_in_slot)).order_by(Placement.id)
    heard = select(Hearsay).where(Hearsay.contract_id == contract.id).order_by(Hearsay.id)
    documents = select(Document).where(Document.contract_id == contract.id).order_by(Document.id)
    return UnderContract(
        contract=contract,
        obligations=await obligations.of_contract(session, contract.id),
        meetings=await meetings.every_one(session, contract.id),
        slots=(await session.scalars(slots)).all(),
        inquiries=(await session.scalars(inquiries)).all(),
        placements=(await session.scalars(placements)).all(),
        heard=(await session.scalars(heard)).all(),
        documents=(await session.scalars(documents)).all(),
    )


async def names(session: AsyncSession, under: UnderContract) -> dict[int, str]:
    """What those are called who were asked to its meetings, or have offered or taken something, by id."""
    meeting_ids = [each.id for each in under.meetings]
    found: dict[int, str] = {}
    for some in batched(meeting_ids):
        asked = select(Person.id, Person.name).join(Attendee, Attendee.person_id == Person.id)
        found |= {row.id: row.name for row in await session.execute(asked.where(Attendee.meeting_id.in_(some)))}
    others = {who for each in under.slots for who in (each.reported_by, each.claimed_by) if who is not None}
    for some in batched(sorted(others - found.keys())):
        rows = await session.execute(select(Person.id, Person.name).where(Person.id.in_(some)))
        found |= {row.id: row.name for row in rows}
    return found
