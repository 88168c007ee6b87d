"""What an operator's settings say, as the parts of the program want it."""

from bot.request import Way
from bot.settings import Settings
from bot.working_calendar import working_hours
from handlers.handling.city import City


def city_of(settings: Settings) -> City:
    """What the handlers know of the city."""
    return City(
        name=settings.city,
        contact=settings.contact,
        language=settings.language,
        hours=working_hours(settings),
        ladder=settings.ladder,
    )


def way_of(settings: Settings) -> Way:
    """The way to Telegram."""
    return Way(proxy=settings.proxy)
