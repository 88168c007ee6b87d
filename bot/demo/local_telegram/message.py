"""A message in a chat, as the person sees it and as the Bot API writes it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.demo.local_telegram.entities import Entity, page_html
from bot.demo.local_telegram.keyboard import Button, as_markup

Kind = Literal["text", "photo", "document", "sticker", "voice", "location", "other"]


@dataclass
class Message:
    """One message, in either direction."""

    message_id: int
    sender: dict[str, Any] = field(repr=False)
    at: datetime
    kind: Kind = "text"
    text: str = ""
    caption: str | None = None
    entities: list[Entity] = field(default_factory=list, repr=False)
    buttons: list[list[Button]] = field(default_factory=list)
    attachment: dict[str, Any] = field(default_factory=dict, repr=False)
    file_id: str | None = None
    file_name: str | None = None
    reply_to: int | None = None
    silent: bool = False
    pinned: bool = False
    edited_at: datetime | None = None

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return bool(self.sender["is_bot"])

    @property
    def edited(self) -> bool:
        """Whether its words were changed after it was sent."""
        return self.edited_at is not None

    @property
    def words(self) -> str:
        """What it says: its text, or what stands under its picture or document."""
        return self.text or self.caption or ""

    @property
    def html(self) -> str:
        """Its words as HTML that is safe on a page; built from text and entities, never from raw input."""
        return page_html(self.words, self.entities)

    def as_json(self, chat: dict[str, Any]) -> dict[str, Any]:
        """The message as a Bot API `Message`."""
        body: dict[str, Any] = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": chat,
            "date": int(self.at.timestamp()),
            **self.attachment,
            **self._words(),
        }
        if self.edited_at is not None:
            body["edit_date"] = int(self.edited_at.timestamp())
        if self.buttons:
            body["reply_markup"] = as_markup(self.buttons)
        return body

    def _words(self) -> dict[str, Any]:
        if self.kind == "text":
            return {"text": self.text} | ({"entities": self.entities} if self.entities else {})
        if self.caption:
            found = {"caption_entities": self.entities} if self.entities else {}
            return {"caption": self.caption} | found
        return {}
