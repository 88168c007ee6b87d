"""What a document says of itself: apart from who makes it, which the bot loads for the first document."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Imprint:
    """What a document says of itself.

    Attributes:
        number: Its own, among all documents.
        asked_at: When what it tells was so, on the city's clock.
        ledger_head: The newest hash of the ledger's chain then: who has it can see that nothing was changed since.
        city: Whose it is.
    """

    number: int
    asked_at: datetime
    ledger_head: str
    city: str
