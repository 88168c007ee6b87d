"""A year in the life of a small city: the clock jumps from due to due, people react, a diary keeps what each got."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo.coming import Look, next_instant
from bot.demo.local_telegram import Message
from domain.cadence import Planned
from domain.language import Language
from domain.obligation import ObligationKind
from domain.role import Role
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.obligations import planning
from storage.contracts.contract import Contract
from tests.city import City
from tests.contracts import has_contract
from tests.year.machinery import Machinery
from tests.year.people import Dweller, Reaction, answers_everything, claims, coordinates, is_late, never_answers

BEGINS_AT = datetime(2026, 9, 1, 6, 30, tzinfo=UTC)
ENDS_AT = datetime(2027, 9, 1, 6, 30, tzinfo=UTC)
STARTS_ON, ENDS_ON = date(2026, 9, 1), date(2028, 8, 31)
PROMPT, LATE, SILENT = "Exempelmåleriet AB", "Senfärdig Städ AB", "Tysta Trappan AB"
REQUIREMENT = Planned(ObligationKind.PLACES, "places:internship:2027-05-31", date(2027, 5, 31))


@dataclass(frozen=True)
class Entry:
    """A message that somebody got."""

    at: datetime
    name: str
    words: str
    is_silent: bool


@dataclass(frozen=True)
class Part:
    """Somebody in the story, and what they do when a message comes."""

    name: str
    role: Role
    reaction: Reaction
    company: str | None = None
    language: Language = Language.SWEDISH


@dataclass(frozen=True)
class Signed:
    """A contract that is signed as the story begins, with its contacts."""

    company: str
    number: str
    people: tuple[str, ...]
    requirement: Planned | None = None


@dataclass(frozen=True)
class Story:
    """Who takes part, and what they have signed."""

    parts: tuple[Part, ...]
    contracts: tuple[Signed, ...]


MIRA = Part("Mira Holm", Role.SUPPLIER, answers_everything, PROMPT)

A_YEAR = Story(
    (
        MIRA,
        Part("Sam Dahl", Role.SUPPLIER, is_late, LATE, Language.ENGLISH),
        Part("Ivar Tyst", Role.SUPPLIER, never_answers, SILENT),
        Part("Nora Tyst", Role.SUPPLIER, never_answers, SILENT),
        Part("Anna Lind", Role.MATCHER, claims),
        Part("Karin Ek", Role.COORDINATOR, coordinates),
    ),
    (
        Signed(PROMPT, "2026/1", ("Mira Holm",)),
        Signed(LATE, "2026/2", ("Sam Dahl",), REQUIREMENT),
        Signed(SILENT, "2026/3", ("Ivar Tyst", "Nora Tyst")),
    ),
)

A_LATE_CITY = Story(
    (MIRA, Part("Anna Lind", Role.MATCHER, never_answers), Part("Karin Ek", Role.COORDINATOR, never_answers)),
    (Signed(PROMPT, "2026/1", ("Mira Holm",), REQUIREMENT),),
)
"""The supplier does all that it can at once; the city books no meeting and takes no offer."""


class Life:
    """Suppliers with a contract each, and the city's people."""

    def __init__(self, city: City, machinery: Machinery, story: Story = A_YEAR) -> None:
        self.city, self._machinery, self._story = city, machinery, story
        self.dwellers: list[Dweller] = []
        self._written: dict[str, int] = {}
        self.diary: list[Entry] = []

    async def begin(self) -> None:
        """Everyone comes in, and the contracts are signed; before the bot runs."""
        for part in self._story.parts:
            chat = await self.city.person(part.name, part.role, company=part.company, language=part.language)
            self.dwellers.append(Dweller(self.city, self._machinery, chat.phone, part.name, part.reaction))
        for signed in self._story.contracts:
            await self._sign(signed)

    async def goes_by(self, *, until: datetime = ENDS_AT) -> None:
        """Live until then."""
        while (due := await self.city.asks(self._next)) is not None and due < until:
            await self._machinery.move_to(due)
            self._write()
            while await self._anybody_reacts():
                # The bot ticks twice a minute: what a decision makes due at once comes before the clock goes on.
                await self._machinery.move_to(due)
                self._write()

    async def _anybody_reacts(self) -> bool:
        reacted = [await dweller.react() for dweller in self.dwellers]
        return any(reacted)

    async def _next(self, session: AsyncSession) -> datetime | None:
        return await next_instant(Look(session, self.city.program.city, self.city.clock.now(), at_most=5))

    async def _sign(self, signed: Signed) -> None:
        contract_id = await has_contract(
            self.city, signed.company, number=signed.number, people=signed.people, ends_on=ENDS_ON
        )
        async with self.city.database.write() as session:
            contract = await session.get_one(Contract, contract_id)
            contract.starts_on = STARTS_ON
            work = Work(session, self.city.clock.now(), self.city.program.city, key=f"sign:{signed.number}")
            await planning.plan(work, contract, planning.of_contract(work, contract))
            if signed.requirement is not None:
                await planning.plan(work, contract, [signed.requirement], slot_kind=SlotKind.INTERNSHIP, places=2)

    def _write(self) -> None:
        """Keep what has come since, in the order of people, each message once."""
        for dweller in self.dwellers:
            received = dweller.phone.received()
            for message in received[self._written.get(dweller.name, 0) :]:
                self.diary.append(Entry(message.at, dweller.name, _first_words(message), message.silent))
            self._written[dweller.name] = len(received)


def as_lines(diary: Sequence[Entry], local: Callable[[datetime], datetime]) -> list[str]:
    """The diary as people read it."""
    return [
        f"{local(each.at):%Y-%m-%d %H.%M}{' (silent)' if each.is_silent else ''} {each.name}: {each.words}"
        for each in diary
    ]


def _first_words(message: Message) -> str:
    lines = [line for line in message.words.splitlines() if line.strip()]
    return " / ".join(lines[:3])
