"""A chat between the bot and somebody: its messages, numbered from one."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.demo.local_telegram.message import Message
from bot.demo.local_telegram.refusal import forbidden

Barrier = Literal["blocked", "left"]

REASONS: dict[Barrier, str] = {
    "blocked": "bot was blocked by the user",
    "left": "bot is not a member of the group chat",
}


@dataclass
class Chat:
    """One chat. Message ids rise within it, and both directions share them."""

    description: dict[str, Any]  # a Bot API `Chat`
    messages: list[Message] = field(default_factory=list)
    barrier: Barrier | None = None  # why the bot may not write here now
    last_message_id: int = 0

    @property
    def chat_id(self) -> int:
        """Its number; in a private chat the number of the person."""
        return int(self.description["id"])

    @property
    def is_private(self) -> bool:
        """Whether it is between the bot and one person."""
        return bool(self.description["type"] == "private")

    def refuse_if_barred(self) -> None:
        """Refuses what only a bot that may write here can do."""
        if self.barrier is not None:
            raise forbidden(REASONS[self.barrier])

    def next_message_id(self) -> int:
        """The number of the message to come."""
        self.last_message_id += 1
        return self.last_message_id

    def message(self, message_id: int | None) -> Message | None:
        """The message with that number, if it is still there."""
        return next((message for message in self.messages if message.message_id == message_id), None)

    def as_json(self, message: Message) -> dict[str, Any]:
        """A message as the Bot API shows it, with the one that it answers."""
        body = message.as_json(self.description)
        answered = self.message(message.reply_to)
        if answered is not None:
            body["reply_to_message"] = answered.as_json(self.description)
        return body
