"""The unit of work: what one update, or one timed duty, reads and writes in its one transaction."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain.language import Language
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from handlers.handling.city import City
from messages.message import Attachment, Message, without_buttons
from messages.unkept import told_of
from storage import in_chat, ledger, list_place, outbox, recall, unkept
from storage.in_chat import Standing
from storage.outbox import Lane, Method, OutboxRow, OutboxState, Ring
from storage.people.person import Person

GONE = (OutboxState.DEAD, OutboxState.EXPIRED, OutboxState.CANCELLED, OutboxState.UNREACHABLE)
"""Nobody has seen such a message, so there is nothing to edit."""

THE_BOT = Reference(Noun.BOT, 1)
IN_NO_CHAT = 0
"""Where what is set for everybody stands in the outbox; Telegram gives no chat that number."""

AFTER_STARTING = timedelta(seconds=15)
"""Whoever has written while the bot was down is answered first."""

METHODS = {
    None: Method.SEND_MESSAGE,
    Attachment.INVITATION_QR: Method.SEND_PHOTO,
    Attachment.GOAL_PICTURE: Method.SEND_PHOTO,
    Attachment.YEAR_PICTURE: Method.SEND_PHOTO,
    Attachment.INVITATION_LETTER: Method.SEND_DOCUMENT,
    Attachment.INVITATION_LETTERS: Method.SEND_DOCUMENT,
    Attachment.INVITATION_SHEET: Method.SEND_DOCUMENT,
    Attachment.CONTRACT_TEMPLATE: Method.SEND_DOCUMENT,
    Attachment.PLAN_TEMPLATE: Method.SEND_DOCUMENT,
    Attachment.IMPORT_MISTAKES: Method.SEND_DOCUMENT,
    Attachment.IMPORT_CHANGES: Method.SEND_DOCUMENT,
    Attachment.OUTLOOK: Method.SEND_DOCUMENT,
    Attachment.SUPPLIER_PAGE: Method.SEND_DOCUMENT,
    Attachment.DOCUMENT: Method.SEND_DOCUMENT,
    Attachment.EXPORT: Method.SEND_DOCUMENT,
    Attachment.AGENDA: Method.SEND_DOCUMENT,
    Attachment.MEETING_CALENDAR: Method.SEND_DOCUMENT,
}
"""How a message goes out, by what it stands under."""


@dataclass
class Work:
    """One transaction's work. Nothing here sends: everything said is queued, and goes if all goes.

    Attributes:
        session: The transaction.
        now: The instant at which it happens; one for the whole work.
        city: Whom the bot works for.
        key: What is being worked on, such as "update:17"; makes the keys of what is said.
        failure: What a handler raised, for dispatch to raise again.
        is_refused: What was asked for has turned out not to be theirs: nothing of it is done, and that is said.
        is_all_or_none: Where anything turns out not to be theirs, nothing at all is left, and the update comes again.
        pressed: The message under which a button was pressed, as it was found: whatever it leads to mostly edits it.
    """

    session: AsyncSession
    now: datetime
    city: City
    key: str
    failure: BaseException | None = None
    is_refused: bool = False
    is_all_or_none: bool = False
    pressed: OutboxRow | None = None
    _said: int = field(default=0, repr=False)

    async def tell(  # noqa: PLR0913  each option is one of the outbox's
        self,
        person: Person,
        message: Message,
        *,
        lane: Lane = Lane.ANSWER,
        ring: Ring = Ring.ALWAYS,
        key: str = "",
        about: Reference | None = None,
        secret: str | None = None,
        due_at: datetime | None = None,
        expires_at: datetime | None = None,
    ) -> int | None:
        """Queue a message to a person; None where one with that key was queued before.

        It goes at once, or from `due_at` on; after `expires_at` it is not worth saying any more.
        The secret is an invitation's code. The message's template says where the link goes that is made of it; the
        code itself is wiped as soon as the message is through. Raises ValueError where the secret is missing.
        """
        if message.attachment is not None and message.attachment.needs_secret and secret is None:
            raise ValueError(f"{message.attachment} is made from an invitation's code, and there is none")
        outbox_id = await self._queue(
            {
                "dedup_key": key or self._next_key(),
                "chat_id": person.telegram_id,
                "person_id": person.id,
                "method": METHODS[message.attachment],
                "content": message.content(),
                "secret": secret,
                "lane": lane,
                "ring": ring,
                "about": str(about) if about is not None else None,
                "due_at": due_at or self.now,
                "expires_at": expires_at,
            },
        )
        if outbox_id is not None:
            await self._keep_beside(outbox_id, message)
        return outbox_id

    async def tell_each(
        self, said: Sequence[tuple[Person, Message, str]], *, lane: Lane, ring: Ring, about: Reference
    ) -> None:
        """Queue to each of some people a message of their own at once, but to those to whom one went by its key.

        It is a text that keeps nothing beside. Raises ValueError where it is not.
        """
        rows = [
            {
                "dedup_key": key,
                "chat_id": person.telegram_id,
                "person_id": person.id,
                "method": METHODS[None],
                "content": _of_text(message),
                "lane": lane,
                "ring": ring,
                "about": str(about),
            }
            for person, message, key in said
        ]
        await outbox.queue_each(self.session, rows, now=self.now)

    async def tell_all(  # noqa: PLR0913  as above
        self,
        people: Sequence[Person],
        message: Message,
        *,
        key_begins: str,
        lane: Lane,
        ring: Ring,
        about: Reference,
    ) -> None:
        """Queue a message to many at once, but to those to whom one went by their key, which ends with their id.

        It is a text that keeps nothing beside. Raises ValueError where it is not.
        """
        row = {"method": METHODS[None], "content": _of_text(message), "lane": lane, "ring": ring, "about": str(about)}
        each = [
            {"dedup_key": f"{key_begins}{person.id}", "chat_id": person.telegram_id, "person_id": person.id}
            for person in people
        ]
        await outbox.queue_all(self.session, [row | whose for whose in each], now=self.now)

    async def tell_chat(self, chat_id: int, language: Language, message: Message, *, key: str = "") -> bool:
        """Queue a message to a chat that belongs to no person here; those who are in have their answers before.

        False where one with that key was queued before.
        """
        queued = await self._queue(
            {
                "dedup_key": key or self._next_key(),
                "chat_id": chat_id,
                "language": language,
                "method": Method.SEND_MESSAGE,
                "content": message.content(),
                "lane": Lane.DUTY,
                "ring": Ring.ALWAYS,
            },
        )
        return queued is not None

    async def edit(self, original_id: int, message: Message) -> None:
        """Change what a message says: before it is sent if it still waits, else by an edit of its own.

        Where it stands under a picture or a document that was sent, that stays; a link that it told is gone.
        """
        row = await self._other_words(original_id, await self._to_edit(original_id), message)
        if row is not None:
            await self._queue(row)

    async def edit_each(self, edits: Mapping[int, Message]) -> None:
        """Change what each of these messages says, as `edit` does for one."""
        stand = await in_chat.all_standing(self.session, edits) if edits else {}
        rows = [await self._other_words(each, stand.get(each), message) for each, message in edits.items()]
        await outbox.queue_each(self.session, [row for row in rows if row is not None], now=self.now)

    async def take_buttons_away(self, original_id: int) -> None:
        """Leave a message as it is, but with nothing more to press."""
        shown = await in_chat.standing(self.session, original_id)
        if shown is None or not shown.content.get("buttons"):
            return
        content = without_buttons(shown.content)
        if shown.state not in GONE and not await self._is_replaced(shown, content, has_other_words=False):
            # Only tidying: what the person waits for goes first.
            await self._queue(self._edit_of(shown, outbox.TIDYING, content, lane=Lane.DUTY))

    async def has_buttons(self, original_id: int) -> bool:
        """Whether there is still something to press under a message."""
        shown = await in_chat.standing(self.session, original_id)
        return shown is not None and bool(shown.content.get("buttons"))

    async def delete(self, chat_id: int, message_id: int) -> None:
        """Queue that a message is taken out of a chat, the person's own too, as far as Telegram lets the bot."""
        await self._queue(
            {
                "dedup_key": self._next_key(),
                "chat_id": chat_id,
                "method": Method.DELETE_MESSAGE,
                "content": {"message_id": message_id},
                "lane": Lane.ANSWER,
                "ring": Ring.ALWAYS,
            },
        )

    async def set_menu(self, person: Person) -> None:
        """Queue the person's own menu of commands."""
        await self._queue(
            {
                "dedup_key": self._next_key(),
                "chat_id": person.telegram_id,
                "person_id": person.id,
                "method": Method.SET_MY_COMMANDS,
                "content": {"role": person.role.value},
                "lane": Lane.ANSWER,
                "ring": Ring.ALWAYS,
            },
        )

    async def take_menu_away(self, person: Person) -> None:
        """Queue that the person's own menu of commands goes."""
        await self._queue(
            {
                "dedup_key": self._next_key(),
                "chat_id": person.telegram_id,
                "person_id": person.id,
                "method": Method.DELETE_MY_COMMANDS,
                "content": {},
                "lane": Lane.ANSWER,
                "ring": Ring.ALWAYS,
            },
        )

    async def describe(self, method: Method, language_code: str, text: str) -> None:
        """Queue what Telegram is to show of the bot in a language, unless that is what it was given last."""
        key, content = f"{method}:{language_code}:", {"text": text, "language_code": language_code}
        latest = await outbox.latest_about(self.session, THE_BOT, key_begins=key)
        if latest is not None and latest.state not in GONE and latest.content == content:
            return
        await self._queue(
            {
                # One after that row: where two processes start at once, one of them says it.
                "dedup_key": f"{key}{latest.id if latest else 0}",
                "chat_id": IN_NO_CHAT,
                "method": method,
                "content": content,
                "lane": Lane.DUTY,
                "ring": Ring.ALWAYS,
                "about": str(THE_BOT),
                "due_at": self.now + AFTER_STARTING,
            },
        )

    async def leave(self, chat_id: int) -> None:
        """Queue that the bot leaves a group, once it has said why."""
        await self._queue(
            {
                "dedup_key": self._next_key(),
                "chat_id": chat_id,
                "method": Method.LEAVE_CHAT,
                "content": {},
                "lane": Lane.DUTY,
                "ring": Ring.ALWAYS,
            },
        )

    async def record(  # noqa: PLR0913  a record is only as good as what it names
        self,
        event: LedgerEvent,
        *,
        actor: Person | None = None,
        recipient: Person | None = None,
        supplier_id: int | None = None,
        contract_id: int | None = None,
        about: Reference | None = None,
        outbox_id: int | None = None,
        content: str = "",
    ) -> None:
        """Write into the ledger what happened, or who was told what by which row of the outbox."""
        await ledger.record(
            self.session,
            event,
            at=self.now,
            actor_id=actor.id if actor else None,
            recipient_id=recipient.id if recipient else None,
            supplier_id=supplier_id,
            contract_id=contract_id,
            about=about,
            outbox_id=outbox_id,
            content=content,
        )

    async def _to_edit(self, original_id: int) -> Standing | OutboxRow | None:
        """The message as far as an edit has to know it. What was pressed was sent, and stays so: nobody asks again."""
        if self.pressed is not None and self.pressed.id == original_id:
            return self.pressed
        return await in_chat.standing(self.session, original_id)

    async def _is_replaced(
        self, original: Standing | OutboxRow, content: dict[str, Any], *, has_other_words: bool = True
    ) -> bool:
        """Say the new thing instead, where the message has not gone yet; one that was sent is beyond that."""
        if original.state is OutboxState.SENT:
            return False
        return await recall.replace_if_unsent(self.session, original.id, content, has_other_words=has_other_words)

    async def _other_words(
        self, original_id: int, original: Standing | OutboxRow | None, message: Message
    ) -> dict[str, Any] | None:
        """The edit to queue, so that the original says this; None where it does by itself, or nobody has seen it."""
        await self._keep_beside(original_id, message)
        content = message.content()
        if original is None or original.state in GONE or await self._is_replaced(original, content):
            return None
        return self._edit_of(original, Method.EDIT_MESSAGE_TEXT, content, lane=Lane.ANSWER)

    def _edit_of(
        self, original: Standing | OutboxRow, method: Method, content: dict[str, Any], *, lane: Lane
    ) -> dict[str, Any]:
        return {
            "dedup_key": self._next_key(),
            "chat_id": original.chat_id,
            "person_id": original.person_id,
            "language": original.language,
            "method": method,
            "content": content,
            # An edit must never stand before its original in the chat's order, or neither would ever go.
            "lane": lane if original.state is OutboxState.SENT else max(lane, Lane(original.lane)),
            "ring": original.ring,
            "about": original.about,
            "original_id": original.id,
        }

    async def _keep_beside(self, original_id: int, message: Message) -> None:
        """Keep what is not part of the message: where it stands in a list, and what it tells without keeping it."""
        if message.list_place is not None:
            await list_place.keep(self.session, original_id, message.list_place)
        told = told_of(message)
        if told:
            await unkept.note(self.session, original_id, told)

    async def _queue(self, values: dict[str, Any]) -> int | None:
        return await outbox.queue(self.session, values, now=self.now)

    def _next_key(self) -> str:
        self._said += 1
        return f"{self.key}:{self._said}"


def _of_text(message: Message) -> dict[str, Any]:
    """What is kept of a text that keeps nothing beside. Raises ValueError where it is something else."""
    if message.attachment is not None or message.list_place is not None or told_of(message):
        raise ValueError("what goes to several at once is a text, and keeps nothing beside")
    return message.content()


current_work: ContextVar[Work] = ContextVar("current_work")
"""The work of the update that is being handled: set by dispatch, around python-telegram-bot."""
