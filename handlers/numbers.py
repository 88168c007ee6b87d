"""A bare number is the button that bears it: every choice can be answered so."""

import re

from handlers import door
from handlers.handling.work import Work
from messages.message import numbered
from storage import outbox
from storage.outbox import OutboxRow
from storage.people.person import Person

MESSAGES_LOOKED_BACK = 10
"""How far back a bare number looks for the choices that it answers."""


def bare_number(text: str) -> int | None:
    """The number that a text consists of, as people answer a numbered choice: "1", "1.", "1)"."""
    match = re.fullmatch(r"(\d{1,3})[.)]?", text.strip())
    return int(match[1]) if match else None


async def press_by_number(work: Work, actor: Person, number: int, replied_to: int | None) -> bool:
    """Take a number for the button that bears it: of the message replied to, else of the latest with choices."""
    if replied_to is not None:
        row = await outbox.shown_as(work.session, actor.telegram_id, replied_to)
        return row is not None and await _press(work, actor, row, number)
    for row in await outbox.latest_to(work.session, actor.telegram_id, at_most=MESSAGES_LOOKED_BACK):
        if await _press(work, actor, row, number):
            return True
    return False


async def _press(work: Work, actor: Person, row: OutboxRow, number: int) -> bool:
    latest = await outbox.latest_edit_of(work.session, row.id) or row
    carried = numbered(latest.content, number)
    if carried is None:
        return False
    await door.press(work, actor, carried, row)
    return True
