"""Tell whoever a slot concerns what has become of it."""

from dataclasses import replace

from domain.hearsay import Said
from domain.reference import Reference
from domain.role import Role
from handlers.handling.work import Work
from handlers.people import company, notice, recipient
from handlers.people.recipient import Recipient
from handlers.people.spokesperson import spokesperson
from messages.message import Message
from storage import hearsay
from storage.people import person
from storage.people.person import Person
from storage.slots.slot import Slot


async def reporter_of(work: Work, slot: Slot) -> Person | None:
    """The supplier's contact who has reported it, or who speaks for the supplier where staff wrote it down.

    None where it was filled before Steget, and where nobody of the supplier is in.
    """
    if slot.reported_by is None:
        return None
    reporter = await person.find(work.session, slot.reported_by)
    if reporter.role is Role.SUPPLIER:
        return reporter
    heard = await hearsay.latest_about(work.session, slot.reference, Said.OFFER)
    contact_id = heard.contact_id if heard else None
    return await spokesperson(work, slot.supplier_id, contact_id=contact_id, contract_id=slot.contract_id)


async def answering_for(work: Work, slot: Slot) -> Recipient | None:
    """Who at the supplier answers what is asked about it: never anybody outside; None where nobody is in reach."""
    reporter = await reporter_of(work, slot)
    return await company.acting_for(work, reporter) if reporter is not None else None


async def tell_reporter(work: Work, slot: Slot, message: Message, *, about: Reference | None = None) -> None:
    """Tell the supplier's contact who answers for it, where there is one."""
    reporter = await reporter_of(work, slot)
    if reporter is None:
        return
    for each in await recipient.in_place_of(work, reporter):
        # A coordinator who hears it in their place can't do there what the company can.
        shown = message if each.person.role is Role.SUPPLIER else replace(message, buttons=())
        await notice.tell_directly(work, each.person, each.gets(shown), about=about or slot.reference)


async def tell_holder(work: Work, slot: Slot, message: Message) -> None:
    """Tell the matcher who has it, where one has."""
    if slot.claimed_by is not None:
        await notice.tell(work, await person.find(work.session, slot.claimed_by), message, about=slot.reference)
