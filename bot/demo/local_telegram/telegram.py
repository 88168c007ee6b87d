"""The stand-in itself: the people, the bot, and what goes on between them."""

import itertools
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.demo.local_telegram.changes import Subscription
from bot.demo.local_telegram.chat import Chat
from bot.demo.local_telegram.faults import Faults
from bot.demo.local_telegram.group import Group
from bot.demo.local_telegram.phone import Phone
from bot.demo.local_telegram.refusal import bad_request
from bot.demo.local_telegram.request import Request
from bot.demo.local_telegram.switchboard import Switchboard
from bot.demo.local_telegram.webhook import Webhook

# As large as real ones have become: more than 32 bits hold.
FIRST_USER_ID = 7_310_204_001
FIRST_GROUP_ID = -4_120_000_001


class LocalTelegram(Switchboard):
    """A Telegram for one bot, within one event loop."""

    def __init__(self, *, token: str, now: Callable[[], datetime], username: str = "steget_demo_bot") -> None:
        super().__init__(_bot_user(token, username), now)
        self.token = token
        self.phones: dict[int, Phone] = {}
        self.groups: dict[int, Group] = {}
        self.requests: list[Request] = []
        self.webhook = Webhook(self.updates, now)
        self.faults = Faults(self.updates)
        self._user_ids = itertools.count(FIRST_USER_ID)
        self._group_ids = itertools.count(FIRST_GROUP_ID, -1)

    def __repr__(self) -> str:
        return f"<LocalTelegram of @{self.bot_user['username']}>"  # never with the token

    @property
    def updates_waiting(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.updates.waiting)

    def add_phone(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        language_code: str | None = "sv",
        user_id: int | None = None,
    ) -> Phone:
        """Gives a person a phone. They have not written to the bot yet."""
        known = {"last_name": last_name, "language_code": language_code}
        user = {"id": user_id or next(self._user_ids), "is_bot": False, "first_name": first_name}
        phone = Phone(self, user | {name: value for name, value in known.items() if value is not None})
        self.phones[phone.user_id] = phone
        return phone

    def add_group(self, title: str, members: list[Phone]) -> Group:
        """Makes a group; its first member puts the bot into it."""
        group = Group(self, next(self._group_ids), title, members)
        self.groups[group.chat_id] = group
        self.tells_bot_membership(group, members[0].user, "left", "member")
        return group

    def pushes(self, update: dict[str, Any]) -> int:
        """Puts a raw update, sound or not, before the bot; gives its update id."""
        return self.updates.put(update)

    def changes(self) -> Subscription:
        """A live feed of changes from this call on; see `changes.py` for how not to miss any."""
        return self.feed.subscribe()

    async def close(self) -> None:
        """Ends the long poll, the webhook, all that hangs, and the feeds."""
        self.updates.close()
        self.faults.clear()
        self.feed.close()
        await self.webhook.stop()

    def chat(self, chat_id: str) -> Chat:
        """The chat that the bot means; there is none with a person who has never written to it."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        number = int(chat_id) if chat_id.lstrip("-").isdecimal() else 0
        phone = self.phones.get(number)
        chat = phone if phone is not None and phone.has_started else self.groups.get(number)
        if chat is None:
            raise bad_request("chat not found")
        return chat


def _bot_user(token: str, username: str) -> dict[str, Any]:
    number = token.partition(":")[0]
    return {
        "id": int(number) if number.isdecimal() else 1,
        "is_bot": True,
        "first_name": "Steget",
        "username": username,
    }
