"""What the page knows about the running demo: a city, its phones, and what is due next.

The page is built around this protocol, so it needs no knowledge of the bot's insides.
"""

from datetime import datetime, timedelta
from typing import Literal, Protocol

from bot.demo.local_telegram import LocalTelegram
from domain.frozen import frozen
from messages.pictures.goal import GoalPicture

PhoneOwner = Literal["supplier", "matcher", "coordinator", "stranger"]


@frozen
class Label:
    """One thing's name in the two languages of the page."""

    sv: str
    en: str


@frozen
class Result:
    """How many of one kind of contribution the city has had so far."""

    kind: Label
    number: int


@frozen
class PhoneDescription:
    """Whose phone it is, as its caption on the page says."""

    user_id: int
    name: str
    role: Label
    belongs_to: PhoneOwner
    supplier: str | None = None
    note: Label | None = None


@frozen
class Coming:
    """Something that the bot will do by itself when its time comes."""

    at: datetime
    text: Label
    to_whom: Label


@frozen
class Way:
    """How to do a step, and where to go for it.

    Attributes:
        how: What to do.
        user_id: On whose phone; None where it is the page's own clock.
        lies_in: In which part of the phone.
        message_id: Under which message, where it is one's button or link.
    """

    how: Label
    user_id: int | None
    lies_in: Literal["field", "files", "chat", "clock"]
    message_id: int | None = None


@frozen
class Step:
    """One of the things to try. It has no way where nobody on the page can do it."""

    title: Label
    is_done: bool
    way: Way | None


@frozen
class CityDescription:
    """The city as it stands this moment. `now` is aware; `timezone` is an IANA name."""

    name: str
    now: datetime
    timezone: str
    goal: GoalPicture
    results: tuple[Result, ...]
    phones: tuple[PhoneDescription, ...]
    steps: tuple[Step, ...] = ()


class DemoCity(Protocol):
    """What the page can ask of the running demo."""

    @property
    def telegram(self) -> LocalTelegram:
        """The stand-in that holds every phone's chat."""

    def language_of(self, user_id: int) -> str:
        """The language in which the bot writes on that phone, as a code of two letters."""

    def describe(self) -> CityDescription:
        """The city, its clock and its phones, in the order in which the page shows them."""

    async def look_around(self) -> None:
        """Learn what is new: who has come in on a phone that was a stranger's, what counts, what has been tried."""

    async def coming(self) -> list[Coming]:
        """What is due next, soonest first."""

    async def advance(self, by: timedelta) -> None:
        """Move the clock, and return when everything that fell due has been said."""

    async def advance_to_next(self) -> None:
        """Move the clock to the next thing that is due; nothing due, nothing moved."""

    def add_phone(self) -> PhoneDescription:
        """One more phone, a stranger's, so that an invitation can be tried."""
