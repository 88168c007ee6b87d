"""One request of the bot, as the log that tests read keeps it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Request:
    """What the bot asked, and what came of it. The token is never part of it."""

    method: str
    parameters: dict[str, Any]
    at: float  # on the monotonic clock
    applied: bool = False  # whether it was carried out
    answered: bool = False  # whether the bot was told so (or told why not)
    answer: dict[str, Any] | None = field(default=None, repr=False)

    @property
    def chat_id(self) -> Any:
        """The chat that it concerns, if any."""
        return self.parameters.get("chat_id")
