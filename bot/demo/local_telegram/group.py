"""A group of people that somebody has put the bot into."""

from bot.demo.local_telegram.chat import Chat
from bot.demo.local_telegram.entities import with_found
from bot.demo.local_telegram.message import Message
from bot.demo.local_telegram.phone import Phone, parts_as_typed
from bot.demo.local_telegram.switchboard import Switchboard


class Group(Chat):
    """A group chat. The bot sees everything that is said in it, until it leaves."""

    def __init__(self, switchboard: Switchboard, chat_id: int, title: str, members: list[Phone]) -> None:
        super().__init__({"id": chat_id, "type": "group", "title": title})
        self._switchboard = switchboard
        self.title = title
        self.members = members

    @property
    def bot_has_left(self) -> bool:
        """Whether the bot is out of it."""
        return self.barrier == "left"

    def bot_leaves(self) -> None:
        """The bot goes, and is told that it has gone."""
        self.barrier = "left"
        self._switchboard.tells_bot_membership(self, self._switchboard.bot_user, "member", "left")

    def says(self, phone: Phone, text: str) -> list[int]:
        """One of the members says something to all."""
        return [self._says(phone, part) for part in parts_as_typed(text)]

    def _says(self, phone: Phone, text: str) -> int:
        entities = with_found(text, [])
        now = self._switchboard.now()
        message = Message(self.next_message_id(), phone.user, now, text=text, entities=entities)
        self.messages.append(message)
        if not self.bot_has_left:
            self._switchboard.tells_bot("message", self.as_json(message))
        return message.message_id
