"""Who is to be reached about a slot: at its supplier for whoever has it, and at the city for its supplier."""

from dataclasses import dataclass

from domain.reference import Noun, Reference
from domain.role import Role
from domain.slot import SlotStatus
from handlers.handling.work import Work
from handlers.people import company, recipient
from handlers.people.recipient import Recipient
from handlers.slots.telling import reporter_of
from storage.people import contact as contacts
from storage.people import person
from storage.people.person import Person
from storage.slots.slot import Slot

IN_HAND = (SlotStatus.RESERVED, SlotStatus.FILLED)


@dataclass(frozen=True)
class Reachable:
    """Somebody to call or write to.

    Attributes:
        name: Who.
        reference: Whose details are shown.
        recipient: How they hear of it in Steget; None for a contact who is not in.
    """

    name: str
    reference: Reference
    recipient: Recipient | None = None


async def shown_to(work: Work, viewer: Person, slot: Slot) -> Reachable | None:
    """Whom the viewer may see how to reach: each side of a slot in hand sees the other, and nobody else."""
    if slot.claimed_by is None or slot.status not in IN_HAND:
        return None
    holder = await holder_of(work, slot)
    if viewer.role is Role.SUPPLIER:
        return holder if viewer.supplier_id == slot.supplier_id else None
    has_it = viewer.id == slot.claimed_by or (holder is not None and holder.reference == viewer.reference)
    return await contact_of(work, slot) if has_it else None


async def contact_of(work: Work, slot: Slot) -> Reachable | None:
    """Who answers for it at the supplier: who reported it, or acts for them; else whom its contract names."""
    reporter = await reporter_of(work, slot)
    if reporter is not None and reporter.supplier_id == slot.supplier_id:
        acts = await company.acting_for(work, reporter)
        if acts is not None:
            return Reachable(acts.person.name, acts.person.reference, acts)
    placed = await contacts.of_contract(work.session, slot.contract_id) if slot.contract_id is not None else ()
    named = next(iter(placed), None)
    return None if named is None else Reachable(named.contact.name, Reference(Noun.CONTACT, named.contact.id))


async def holder_of(work: Work, slot: Slot) -> Reachable | None:
    """The matcher who has it, or their deputy while they are away; None where nobody has it."""
    if slot.claimed_by is None:
        return None
    matcher = await person.find(work.session, slot.claimed_by)
    acts = next(iter(await recipient.in_place_of(work, matcher)), Recipient(matcher)).person
    shown = acts if acts.role is Role.MATCHER else matcher
    return Reachable(shown.name, shown.reference, Recipient(shown))
