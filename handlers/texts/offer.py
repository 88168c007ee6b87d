"""An offer in words, such as "vi kan ta emot en praktikant": the supplier gets the button that begins it."""

from domain.role import Role
from domain.slot import SlotKind
from handlers import door
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.slots.report import reporting
from handlers.texts.said import Said, Taken
from messages.heard import offered
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """From a supplier; nobody else can offer anything."""
    found = offered(said.words) if actor.role is Role.SUPPLIER else None
    if found is None:
        return None
    kind = found if isinstance(found, SlotKind) else None

    async def with_button() -> Answer:
        return reporting.way_to_report(kind)

    return lambda: door.hear(work, actor, with_button)
