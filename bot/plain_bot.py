"""The bot that delivers: it asks Telegram by a method's name, and gets back just what Telegram answers.

python-telegram-bot makes objects of all that goes out and of the message that comes back, which is most of what a
message costs on its way. Nobody needs them here: of what was said only its number is kept. Its own way to ask by name
(`do_api_request`) warns of each method that it has itself.
"""

from typing import Any

from telegram import Bot


class PlainBot(Bot):
    """Python-telegram-bot's own way to Telegram, its errors and its methods, and one that makes no objects."""

    async def ask(self, method: str, **fields: Any) -> Any:
        """Telegram's answer as it is. A field that is None is left out. Raises what any method does."""
        return await self._post(method, fields)
