"""A press on one of the bot's buttons, as its handlers see it."""

from domain.frozen import frozen
from storage.outbox import OutboxRow


@frozen
class Press:
    """What was pressed, and under which message.

    Attributes:
        numbers: What the button carried behind its action.
        shown: The message that the button stands under; None where the bot knows of none.
    """

    numbers: list[int]
    shown: OutboxRow | None

    def number(self, place: int) -> int:
        """The number at that place; -1, which nothing has, where a forged button carries fewer."""
        return self.numbers[place] if place < len(self.numbers) else -1
