"""What a document says of itself: apart from who makes it, which the bot loads for the first document."""

from datetime import datetime

from domain.frozen import frozen


@frozen
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
