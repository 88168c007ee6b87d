"""A command, with "/" or without, in either language.

With "/" it is never anything else. Without, it gives way to a message that is replied to, to an open form, and to a
button that is called so, unless it can sensibly be no answer: "hjälp", "avbryt", "tillbaka".
"""

from domain.command import Command
from handlers import door
from handlers.form import answering, filling
from handlers.form.answering import Room
from handlers.handling.answer import Answer
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.people import joining
from handlers.texts import button_named
from handlers.texts.said import Said, Taken
from messages import everyone
from messages.menu import BACK, START, CommandMeant, command_meant
from messages.message import Message
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Also one that there isn't, where it begins with "/": that is said."""
    meant = command_meant(said.words)
    if meant is None or not (meant.is_plain or await _is_free(work, actor, said, has_slip=meant.has_slip)):
        return None
    if meant.command is BACK:
        return await _one_step_back(work, actor, has_slash=meant.has_slash)
    if isinstance(meant.command, Command):
        asked_for, typed = meant.command, Typed(meant.behind, said.message_id)
        return lambda: door.run(work, actor, asked_for, typed)
    return lambda: door.hear(work, actor, lambda: _started_or_unknown(work, actor, meant))


async def _is_free(work: Work, actor: Person, said: Said, *, has_slip: bool) -> bool:
    """Whether neither a message replied to, nor an open form, nor a button has a use for the words.

    One with a slip in it gives way to whatever a form can take.
    """
    if said.replied_to is not None:
        return False
    if not await filling.is_open(work, actor):
        return await button_named.under_latest(work, actor, said.words) is None
    room = await answering.room_for(work, actor, said.words)
    return room is Room.NONE or (not has_slip and room in {Room.NAME, Room.PLACE})


async def _one_step_back(work: Work, actor: Person, *, has_slash: bool) -> Taken | None:
    if await filling.is_open(work, actor):
        return lambda: door.hear(work, actor, lambda: answering.step_back_open(work, actor))
    return (lambda: door.hear(work, actor, _unknown)) if has_slash else None


async def _started_or_unknown(work: Work, actor: Person, meant: CommandMeant) -> Answer:
    if meant.command == START:
        return await joining.welcome_back(work, actor, meant.behind)
    return await _unknown()


async def _unknown() -> Answer:
    return Message(everyone.CommandUnknown())
