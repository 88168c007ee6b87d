"""A person's phone: what they see of the bot, and what they do."""

from typing import Any

from bot.demo.local_telegram.attachment import SMALLEST_PICTURE, picture_size
from bot.demo.local_telegram.changes import Change
from bot.demo.local_telegram.chat import Chat
from bot.demo.local_telegram.command_menus import Menu
from bot.demo.local_telegram.entities import with_found
from bot.demo.local_telegram.formatted_text import TEXT_LIMIT, cleaned
from bot.demo.local_telegram.keyboard import Button
from bot.demo.local_telegram.message import Kind, Message
from bot.demo.local_telegram.switchboard import Switchboard

User = dict[str, Any]


class Phone(Chat):
    """The chat between one person and the bot, and everything the person can do in it."""

    def __init__(self, switchboard: Switchboard, user: User) -> None:
        names: dict[str, Any] = {name: user[name] for name in ("first_name", "last_name", "username") if name in user}
        super().__init__({"id": user["id"], "type": "private", **names})
        self._switchboard = switchboard
        self.user = user
        self.has_started = False  # until then the bot can't write first

    def __repr__(self) -> str:
        return f"<Phone {self.user_id} of {self.first_name}>"

    @property
    def user_id(self) -> int:
        """The person's number."""
        return self.chat_id

    @property
    def first_name(self) -> str:
        """The name that they go by."""
        return str(self.user["first_name"])

    @property
    def has_blocked(self) -> bool:
        """Whether they have shut the bot out."""
        return self.barrier == "blocked"

    @property
    def about_bot(self) -> str:
        """What their Telegram shows of the bot while nothing has been said."""
        return self._switchboard.descriptions.in_force(self.user.get("language_code"))

    @property
    def commands(self) -> Menu:
        """The menu of commands that their Telegram shows in this chat."""
        return self._switchboard.menus.in_force(self.user_id, self.user.get("language_code"))

    def received(self) -> list[Message]:
        """What the bot has written to them, as it stands now."""
        return [message for message in self.messages if message.from_bot]

    def says(self, text: str, *, reply_to: int | None = None) -> list[int]:
        """Writes to the bot; gives the message ids. A long text becomes several messages, as clients do it."""
        return [
            self._sends("text", text=part, entities=with_found(part, []), reply_to=reply_to)
            for part in parts_as_typed(text)
        ]

    def edits(self, message_id: int, text: str) -> None:
        """Changes what one of their own messages says."""
        message = self.message(message_id)
        if message is None or message.from_bot:
            raise LookupError(f"{self.first_name} has no message {message_id}")
        message.text, message.edited_at = text, self._switchboard.now()
        self._switchboard.feed.tell(Change(self.user_id, "edit", message_id))
        self._switchboard.tells_bot("edited_message", self.as_json(message))

    def opens_link(self, code: str) -> list[int]:
        """Follows an invitation (t.me/bot?start=CODE) and presses START."""
        return self.says(f"/start {code}")

    def presses(self, message_id: int, data: str) -> str:
        """Presses a button, or what passes for one; gives the callback query's id."""
        query_id = self._switchboard.new_query(self, message_id)
        message = self.message(message_id)
        gone = {"message_id": message_id, "chat": self.description, "date": 0}
        query = {
            "id": query_id,
            "from": self.user,
            "chat_instance": f"-{self.user_id}0417",
            "message": gone if message is None else self.as_json(message),
            "data": data,
        }
        self._switchboard.tells_bot("callback_query", query)
        return query_id

    def presses_button(self, label: str) -> str:
        """Presses the button with that label in the newest message that has one."""
        for message in reversed(self.received()):
            for button in _data_buttons(message):
                if label in button.text:
                    return self.presses(message.message_id, str(button.data))
        there = [button.text for message in self.received() for button in _data_buttons(message)]
        raise LookupError(f"{self.first_name} sees no button {label!r}, only {there}")

    def sends_photo(self, content: bytes = SMALLEST_PICTURE, *, caption: str | None = None) -> int:
        """Sends a picture."""
        file = self._switchboard.shelf.keep("photos", "photo.png", content, "image/png")
        width, height = picture_size(content) or (1, 1)
        photo = {**file.reference(), "width": width, "height": height}
        return self._sends("photo", {"photo": [photo]}, caption=caption, file_id=file.file_id)

    def sends_document(
        self, file_name: str, content: bytes, *, mime_type: str | None = None, caption: str | None = None
    ) -> int:
        """Sends a file."""
        file = self._switchboard.shelf.keep("documents", file_name, content, mime_type)
        document = {**file.reference(), "file_name": file_name, "mime_type": file.mime_type}
        sent = {"caption": caption, "file_id": file.file_id, "file_name": file_name}
        return self._sends("document", {"document": document}, **sent)

    def sends_voice(self, content: bytes = b"OggS", *, seconds: int = 3) -> int:
        """Sends a voice message."""
        file = self._switchboard.shelf.keep("voice", "voice.oga", content, "audio/ogg")
        voice = {**file.reference(), "duration": seconds, "mime_type": file.mime_type}
        return self._sends("voice", {"voice": voice}, file_id=file.file_id)

    def sends_sticker(self, emoji: str = "👍") -> int:
        """Sends a sticker."""
        file = self._switchboard.shelf.keep("stickers", "sticker.webp", b"RIFF", "image/webp")
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._sends("sticker", {"sticker": {**file.reference(), **shape, "emoji": emoji}})

    def sends_location(self, latitude: float = 59.3293, longitude: float = 18.0686) -> int:
        """Sends a place on the map."""
        return self._sends("location", {"location": {"latitude": latitude, "longitude": longitude}})

    def sends_other(self, parts: dict[str, Any], *, caption: str | None = None) -> int:
        """Sends something else, such as a contact card or a poll: these parts of a Bot API message."""
        return self._sends("other", parts, caption=caption)

    def blocks_bot(self) -> None:
        """Shuts the bot out."""
        if not self.has_blocked:
            self.barrier = "blocked"
            self._changes_membership("member", "kicked")

    def unblocks_bot(self) -> None:
        """Lets the bot in again."""
        if self.has_blocked:
            self.barrier = None
            self._changes_membership("kicked", "member")

    def _sends(self, kind: Kind, attachment: dict[str, Any] | None = None, **details: Any) -> int:
        self.unblocks_bot()  # a client lets nobody write to a bot that they have blocked
        self.has_started = True
        message = Message(
            self.next_message_id(),
            self.user,
            self._switchboard.now(),
            kind,
            attachment=attachment or {},
            **details,
        )
        self.messages.append(message)
        self._switchboard.feed.tell(Change(self.user_id, "message", message.message_id))
        self._switchboard.tells_bot("message", self.as_json(message))
        return message.message_id

    def _changes_membership(self, before: str, after: str) -> None:
        self._switchboard.tells_bot_membership(self, self.user, before, after)


def parts_as_typed(text: str) -> list[str]:
    """A text as clients send it: no white space at its ends, and cut where it is too long for one message."""
    typed = cleaned(text).strip()
    if not typed:
        raise ValueError("a client does not send an empty message")
    cuts = range(0, len(typed), TEXT_LIMIT)
    return [part for start in cuts if (part := typed[start : start + TEXT_LIMIT].strip())]


def _data_buttons(message: Message) -> list[Button]:
    return [button for row in message.buttons for button in row if button.data is not None]
