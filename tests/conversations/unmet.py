"""What a supplier has not done in time, and how the coordinators hear of it."""

from datetime import UTC, date, datetime

from bot.demo.local_telegram import Message
from domain.obligation import ObligationKind
from tests.chat import Chat
from tests.city import City
from tests.contracts import has_contract
from tests.obligations import has_obligation

DUE = date(2026, 11, 23)
"""The Monday on which tests begin; its top is reached on the Monday two weeks later."""

TOP = datetime(2026, 12, 7, 7, 5, tzinfo=UTC)
"""A little after opening on that day."""

MIRA = ("Mira Holm",)


async def unmet(city: City, kind: ObligationKind = ObligationKind.PLAN, *, number: str = "2026/1") -> int:
    """An obligation of Mira's company, due on that Monday; its id."""
    contract = await has_contract(city, people=MIRA, number=number)
    return await has_obligation(city, contract, kind, DUE)


def asked(chat: Chat) -> list[Message]:
    """The questions that wait for a coordinator's decision, each in a message of its own."""
    return [message for message in chat.received if message.words.startswith("Ditt beslut behövs")]
