"""Show what a press has brought about."""

from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.message import Message
from storage.people.person import Person


async def show_in_place(work: Work, actor: Person, press: Press, message: Message) -> None:
    """Show it where the button was pressed."""
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)
