"""Who is to be reached about a slot: at its supplier for whoever has it, and at the city for its supplier."""

from domain.frozen import frozen
from domain.reference import Noun, Reference
from domain.role import Role
from domain.slot import SlotStatus
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from handlers.slots.telling import reporter_of
from storage.people import contact as contacts
from storage.people import person
from storage.people.person import Person
from storage.slots.slot import Slot

IN_HAND = (SlotStatus.RESERVED, SlotStatus.FILLED)


@frozen
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
    """Who answers for it at the supplier: who reported it, or their deputy; else whom its contract names.

    News for somebody who is away without a deputy goes to the coordinators, but they are the one to call all the same.
    """
    reporter = await reporter_of(work, slot)
    if reporter is None or reporter.supplier_id != slot.supplier_id or reporter.ended_at is not None:
        return await _named_for(work, slot)
    acts = next(iter(await recipient.in_place_of(work, reporter)), None)
    if acts is None or acts.person.role is not Role.SUPPLIER:
        return Reachable(reporter.name, reporter.reference)
    return Reachable(acts.person.name, acts.person.reference, acts)


async def _named_for(work: Work, slot: Slot) -> Reachable | None:
    placed = await contacts.of_contract(work.session, slot.contract_id) if slot.contract_id is not None else ()
    for each in placed:
        is_in = each.person is not None and recipient.is_in_reach(each.person)
        to = Recipient(each.person) if each.person is not None and is_in else None
        return Reachable(each.contact.name, Reference(Noun.CONTACT, each.contact.id), to)
    return None


async def holder_of(work: Work, slot: Slot) -> Reachable | None:
    """The matcher who has it, or their deputy while they are away; None where nobody has it."""
    if slot.claimed_by is None:
        return None
    matcher = await person.find(work.session, slot.claimed_by)
    acts = next(iter(await recipient.in_place_of(work, matcher)), Recipient(matcher)).person
    shown = acts if acts.role is Role.MATCHER else matcher
    return Reachable(shown.name, shown.reference, Recipient(shown))
