"""What something was said about: found, where the actor may write it down and it can still be said."""

from domain.access import may
from domain.frozen import frozen
from domain.hearsay import SAID_ABOUT, Said
from domain.reference import Noun, Reference
from domain.subject import ContractSubject
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.hearsay import sayable
from storage.contracts import contract as contracts
from storage.contracts.contract import Contract
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot


@frozen
class Matter:
    """A thing that something was said about: one of the nouns, and for a start the slot that it is in.

    Attributes:
        number: Its id.
        is_open: Whether it can still be said.
    """

    said: Said
    number: int
    supplier_id: int
    contract_id: int | None
    is_open: bool
    contract: Contract | None = None
    obligation: Obligation | None = None
    meeting: Meeting | None = None
    slot: Slot | None = None
    placement: Placement | None = None

    @property
    def about(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(SAID_ABOUT[self.said], self.number)


async def matter(work: Work, actor: Person, said: Said, number: int) -> Matter:
    """What it is about. Raises NotTheirsError where there is no such thing, or the actor may not write it down."""
    found = await unguarded(work, said, number)
    if found is None or not may_hear(actor, found):
        raise NotTheirsError
    return found


def may_hear(actor: Person, found: Matter) -> bool:
    """Whether the actor may write down what was said about it."""
    action = sayable.ACTIONS[found.said]
    if found.placement is not None and found.slot is not None:
        return may(actor.actor, action, found.placement.subject_in(found.slot))
    subject = found.slot.subject if found.slot is not None else ContractSubject(found.supplier_id)
    return may(actor.actor, action, subject)


async def unguarded(work: Work, said: Said, number: int) -> Matter | None:
    """What it is about, whoever asks; None where there is no such thing."""
    match SAID_ABOUT[said]:
        case Noun.CONTRACT:
            return await _of_contract(work, said, number)
        case Noun.OBLIGATION:
            return await _of_obligation(work, said, number)
        case Noun.MEETING:
            return await _of_meeting(work, said, number)
        case Noun.PLACEMENT:
            return await _of_start(work, said, number)
        case _:
            return await _of_slot(work, said, number)


async def _of_contract(work: Work, said: Said, number: int) -> Matter | None:
    found = await contracts.find(work.session, number)
    return Matter(said, number, found.supplier_id, found.id, is_open=True, contract=found) if found else None


async def _of_obligation(work: Work, said: Said, number: int) -> Matter | None:
    found = await obligations.find(work.session, number)
    if found is None:
        return None
    is_open = said in sayable.about_obligation(found)
    contract = await contracts.find(work.session, found.contract_id)
    return Matter(said, number, found.supplier_id, found.contract_id, is_open, contract=contract, obligation=found)


async def _of_meeting(work: Work, said: Said, number: int) -> Matter | None:
    found = await meetings.find(work.session, number)
    if found is None:
        return None
    is_open = said in sayable.about_meeting(found, has_begun=found.starts_at <= work.now)
    contract = await contracts.find(work.session, found.contract_id)
    return Matter(said, number, found.supplier_id, found.contract_id, is_open, contract=contract, meeting=found)


async def _of_slot(work: Work, said: Said, number: int) -> Matter | None:
    found = await slots.find(work.session, number)
    if found is None or found.reported_by is None:
        return None
    is_open = said in sayable.about_slot(found)
    return Matter(said, number, found.supplier_id, found.contract_id, is_open, slot=found)


async def _of_start(work: Work, said: Said, number: int) -> Matter | None:
    found = await placements.find(work.session, number)
    slot = await slots.find(work.session, found.slot_id) if found else None
    if found is None or slot is None:
        return None
    is_open = said in sayable.about_start(found)
    return Matter(said, number, slot.supplier_id, slot.contract_id, is_open, slot=slot, placement=found)
