"""What the chats of one bot share: its updates, its files, its menus, and the feed of what happens on the phones."""

import itertools
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.demo.local_telegram.changes import Change, ChangeFeed
from bot.demo.local_telegram.chat import Chat
from bot.demo.local_telegram.command_menus import CommandMenus
from bot.demo.local_telegram.descriptions import LONGEST, LONGEST_SHORT, Descriptions
from bot.demo.local_telegram.file_shelf import FileShelf
from bot.demo.local_telegram.refusal import bad_request
from bot.demo.local_telegram.updates import UpdateQueue

FIRST_QUERY_ID = 4_382_910_000_000_001


class Switchboard:
    """Connects chats with the bot, and knows nothing of who sits at them."""

    def __init__(self, bot_user: dict[str, Any], now: Callable[[], datetime]) -> None:
        self.bot_user = bot_user
        self.now = now
        self.updates = UpdateQueue()
        self.shelf = FileShelf()
        self.menus = CommandMenus()
        self.descriptions = Descriptions(LONGEST)
        self.short_descriptions = Descriptions(LONGEST_SHORT)
        self.feed = ChangeFeed()
        self._queries: dict[str, tuple[Chat, int]] = {}
        self._query_ids = itertools.count(FIRST_QUERY_ID)

    def tells_bot(self, kind: str, body: dict[str, Any]) -> None:
        """Queues an update for the bot, if it wants that kind."""
        if self.updates.wants(kind):
            self.updates.put({kind: body})

    def tells_bot_membership(self, chat: Chat, by: dict[str, Any], before: str, after: str) -> None:
        """Tells the bot that its standing in a chat has changed."""
        change = {"chat": chat.description, "from": by, "date": int(self.now().timestamp())}
        standings = {"old_chat_member": self._standing(before), "new_chat_member": self._standing(after)}
        self.tells_bot("my_chat_member", change | standings)

    def tells_phone(self, chat: Chat, change: Change) -> None:
        """Tells the feed of a change on a phone; groups are on no phone's page."""
        if chat.is_private:
            self.feed.tell(change)

    def new_query(self, chat: Chat, message_id: int) -> str:
        """The id of a press that waits for its answer."""
        query_id = str(next(self._query_ids))
        self._queries[query_id] = chat, message_id
        return query_id

    def query(self, query_id: str) -> tuple[Chat, int]:
        """In whose chat a button was pressed, and below which message."""
        if query_id not in self._queries:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return self._queries[query_id]

    def _standing(self, status: str) -> dict[str, Any]:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": self.bot_user, "status": status, **until}
