"""A broadcast as it is sent: the same words and buttons to everybody who gets it."""

from handlers.broadcasts.codes import CONTRIBUTE, OFF
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from messages.broadcasts.broadcast import SupplierBroadcast
from messages.button import data
from messages.label import Label
from messages.message import Message
from storage.broadcasts.broadcast import Broadcast
from storage.people import person


async def message_of(work: Work, broadcast: Broadcast) -> Message:
    """What those get who get it."""
    ways = [
        (Label("broadcast.contribute"), data(CONTRIBUTE, broadcast.id)),
        (Label("broadcast.off"), data(OFF, broadcast.id)),
    ]
    return Message(await words_of(work, broadcast), numbered(ways, in_a_row=2))


async def words_of(work: Work, broadcast: Broadcast) -> SupplierBroadcast:
    """Its words, under the name of whoever wrote it."""
    writer = await person.find(work.session, broadcast.written_by)
    return SupplierBroadcast(
        broadcast.sort, broadcast.words_sv, broadcast.words_en, writer.name, writer.role, work.city.name
    )
