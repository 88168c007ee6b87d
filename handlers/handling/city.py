"""What the handlers need to know of the city that they work for."""

from datetime import date, datetime

from domain.frozen import frozen
from domain.ladder import Ladder
from domain.language import Language
from domain.working_hours import WorkingHours


@frozen
class City:
    """The city's own settings.

    Attributes:
        name: As the bot calls it.
        contact: Phone and e-mail of somebody to talk to instead.
        language: For those who use Telegram in a language that the bot doesn't speak.
        hours: When phones may ring.
        ladder: Who hears when of an obligation that is not fulfilled.
    """

    name: str
    contact: str
    language: Language
    hours: WorkingHours
    ladder: Ladder

    def today(self, now: datetime) -> date:
        """The day in the city at that instant."""
        return self.hours.local(now).date()
