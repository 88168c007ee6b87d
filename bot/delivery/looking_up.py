"""Look up what a message tells of whose words are kept nowhere, in the transaction that takes it up to be sent."""

import logging

from bot.delivery.parcel import WORDED
from bot.logs import without_contents
from handlers.handling.work import Work
from handlers.registry import WORDINGS
from messages.message import Message, from_content
from messages.template import name_for, name_of
from storage.outgoing import Outgoing
from storage.trouble import is_trouble

log = logging.getLogger(__name__)

_BY_TEMPLATE = {name_for(kind): wording for kind, wording in WORDINGS.items()}


def is_unkept(row: Outgoing) -> bool:
    """Whether the row keeps no words, so that they have to be looked up."""
    return row.method in WORDED and row.content.get("template") in _BY_TEMPLATE


async def looked_up(work: Work, row: Outgoing) -> Message | Exception:
    """The message as it is sent: without buttons where what it tells of is no more. What fails fails by itself."""
    try:
        async with work.session.begin_nested():
            kept = from_content(row.content)
            return await _BY_TEMPLATE[name_of(kept.parameters)](work, kept) or Message(kept.parameters)
    except Exception as error:
        if is_trouble(error):
            raise
        log.exception("outbox row %s could not be looked up", row.id, exc_info=without_contents(error))
        return error
