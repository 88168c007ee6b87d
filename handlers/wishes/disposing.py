"""Dispose of a wish: its row and every link to it, what is open about it in a chat, and the messages that show it.

What is left is the ledger's word that the wish with that number was disposed of.
"""

from typing import Any

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.wish import WishStatus
from handlers.form import forms
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.wishes import views
from handlers.wishes.finding import theirs
from handlers.wishes.following import is_disposed_of
from handlers.wishes.registering import CHANGE, WishAsRead
from handlers.wishes.reversed import ending
from messages.message import Message, from_content
from messages.unkept import told_of
from messages.wishes.wish import WishGone, WishLeft
from storage import in_chat, recall, unkept
from storage.outbox import OutboxRow
from storage.people.person import Person
from storage.wishes import disposal
from storage.wishes.wish import Wish


async def ask_back(work: Work, actor: Person, press: Press) -> Answer:
    """*Lämnat programmet* or *Har lämnat* was pressed: is it to be disposed of?"""
    return views.doubted(actor, await theirs(work, actor, Action.KEEP_WISH, press.number(0)))


async def say_left(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, ta bort* was pressed. One that a placement needs is hidden, and disposed of once it needs it no more."""
    wish = await theirs(work, actor, Action.KEEP_WISH, press.number(0))
    is_needed = await disposal.is_needed(work.session, wish.id, now=work.now)
    if is_needed:
        wish.status, wish.next_at = WishStatus.CLOSED, work.now
        await ending.show_over(work, wish)
        await empty_messages(work, wish, but=press.shown)
    else:
        await dispose(work, wish, actor, but=press.shown)
    return Message(WishLeft(is_needed))


async def dispose(work: Work, wish: Wish, actor: Person | None = None, *, but: OutboxRow | None = None) -> None:
    """The wish is no more. `but` is a message that says so itself."""
    about = wish.reference
    await forms.let_go_about(work, CHANGE, lambda read: read == WishAsRead(wish.id))
    await is_disposed_of(work, wish)
    await empty_messages(work, wish, but=but)
    await ending.show_over(work, wish)
    await disposal.forget(work.session, wish)
    await work.record(LedgerEvent.WISH_DISPOSED, actor=actor, about=about)


async def empty_messages(work: Work, wish: Wish, *, but: OutboxRow | None = None) -> None:
    """Let every message that shows the wish say that it is no more, and keep its number no longer."""
    shown = await unkept.showing(work.session, wish.reference)
    for original_id in shown:
        if await recall.cancel(work.session, original_id) or (but is not None and original_id == but.id):
            continue
        standing = await in_chat.standing(work.session, original_id)
        if standing is not None and _tells_of(standing.content, wish):
            await work.edit(original_id, Message(WishGone()))
    rows = [row.id for row in await unkept.rows_of(work.session, shown) if _tells_of(row.content, wish)]
    await unkept.empty(work.session, rows, Message(WishGone()).content())
    await unkept.forget(work.session, wish.reference)


def _tells_of(content: dict[str, Any], wish: Wish) -> bool:
    is_message = "template" in content
    return is_message and wish.reference in told_of(from_content(content))
