"""Show anew how somebody can be reached, wherever the other side of a slot sees it."""

from domain.role import Role
from handlers.handling.work import Work
from handlers.slots.alerts.current import change_alerts
from handlers.slots.reaching import claim_told
from storage.people.person import Person
from storage.slots import open_matter


async def show_anew(work: Work, somebody: Person) -> None:
    """Slots that are in a matcher's hands, of theirs or of their company."""
    if somebody.role is Role.SUPPLIER and somebody.supplier_id is not None:
        slots = await open_matter.claimed_from(work.session, somebody.supplier_id)
    else:
        slots = await open_matter.slots_of(work.session, somebody)
    for slot in slots:
        await change_alerts(work, slot)
        await claim_told.refresh(work, slot, have_details_changed=True)
