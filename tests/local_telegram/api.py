"""A plain client of the Bot API, in three encodings; it also sees that every result is true to the schema."""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp

from .bot_api_facts import BotApiFacts

KEYBOARD = {"inline_keyboard": [[{"text": "Ja", "callback_data": "yes"}, {"text": "Nej", "callback_data": "no"}]]}


@dataclass
class Api:
    """Calls methods at one base address."""

    session: aiohttp.ClientSession
    base_url: str
    token: str
    facts: BotApiFacts

    async def answer(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The whole answer to a request sent as a form."""
        form = {name: _form_text(value) for name, value in parameters.items()}
        return await self.posts(method, data=form)

    async def posts(self, method: str, **body: Any) -> dict[str, Any]:
        """The whole answer to a request with any body."""
        async with self.session.post(self.url(method), **body) as response:
            answer: dict[str, Any] = await response.json()
        assert response.status == answer.get("error_code", 200)
        if answer["ok"]:
            assert self.facts.check_result(method, answer["result"]) == []
        return answer

    async def result(self, method: str, **parameters: Any) -> Any:
        """The result of a request that goes well."""
        answer = await self.answer(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **parameters: Any) -> str:
        """The description of a request that is refused."""
        answer = await self.answer(method, **parameters)
        assert not answer["ok"], answer
        return str(answer["description"])

    def url(self, method: str) -> str:
        return f"{self.base_url}/bot{self.token}/{method}"


def _form_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
