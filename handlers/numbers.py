"""A bare number is the button that bears it: every choice can be answered so."""

from dataclasses import dataclass

from handlers.handling.work import Work
from messages.message import numbered
from storage import outbox
from storage.outbox import OutboxRow
from storage.people.person import Person

MESSAGES_LOOKED_BACK = 10
"""How far back a bare number looks for the choices that it answers."""


@dataclass(frozen=True)
class ButtonMeant:
    """A button that was named by its number.

    Attributes:
        carried: What it carries.
        shown: The message that it stands under.
    """

    carried: str
    shown: OutboxRow


async def under(work: Work, actor: Person, message_id: int, number: int) -> ButtonMeant | None:
    """The button with that number under one message."""
    row = await outbox.shown_as(work.session, actor.telegram_id, message_id)
    return await _under(work, row, number) if row is not None else None


async def under_latest(work: Work, actor: Person, number: int) -> ButtonMeant | None:
    """The button with that number under the latest message that has one."""
    for row in await outbox.latest_to(work.session, actor.telegram_id, at_most=MESSAGES_LOOKED_BACK):
        meant = await _under(work, row, number)
        if meant is not None:
            return meant
    return None


async def _under(work: Work, row: OutboxRow, number: int) -> ButtonMeant | None:
    newest = await outbox.newest(work.session, row)
    carried = numbered(newest.content, number)
    return ButtonMeant(carried, row) if carried is not None else None
