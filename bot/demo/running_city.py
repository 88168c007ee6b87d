"""The running demo: the real bot and the stand-in for Telegram, as the page sees them."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot import inviting
from bot.demo import coming, first_steps, sample_city, sample_procurements, sample_promises
from bot.demo.city_description import CityDescription, Coming, Label, PhoneDescription, PhoneOwner, Result
from bot.demo.coming import Look
from bot.demo.local_telegram import LocalTelegram
from bot.demo.movable_clock import MovableClock
from bot.demo.phones_at_hand import PhoneAtHand, PhonesAtHand
from bot.demo.sample_city import INHABITANTS, Inhabitant
from bot.program import Program
from bot.settings import Settings
from domain.language import Language
from domain.role import Role
from domain.slot import SlotKind
from handlers.handling.work import Work
from handlers.overview.facts import of_city
from handlers.overview.showing import picture_of
from messages.label import Label as Wording
from messages.pictures.goal import GoalPicture
from storage import delivery, inbox, ledger
from storage.database import Database
from storage.importing import acceptance, fetching
from storage.people import person, supplier
from storage.results import earlier_result, year_result

COMING_SHOWN = 40
LOOK_EVERY = 0.02
QUIET_WITHIN = 30.0
"""Seconds in which the bot must have said all that a move of the clock gave it to say."""

_OWNERS: dict[Role, PhoneOwner] = {
    Role.SUPPLIER: "supplier",
    Role.MATCHER: "matcher",
    Role.COORDINATOR: "coordinator",
}
_ON_THE_PAGE = (Role.SUPPLIER, Role.MATCHER, Role.COORDINATOR)


class RunningCity:
    """The city that runs behind the page; what the page may ask of it is `DemoCity`."""

    def __init__(
        self, settings: Settings, program: Program, database: Database, clock: MovableClock, telegram: LocalTelegram
    ) -> None:
        self._settings, self._program, self._database, self._clock = settings, program, database, clock
        self._telegram = telegram
        self._phones: list[PhoneDescription] = []
        self._counted: Counter[SlotKind] = Counter()
        self._goal = GoalPicture(self._year(), clock.now().date(), None, confirmed=0, begun=0, matched=0, offered=0)
        self._tried = first_steps.Done()
        self._told_before = 0
        self._is_clock_moved = False

    @property
    def telegram(self) -> LocalTelegram:
        """The stand-in that holds every phone's chat."""
        return self._telegram

    async def move_in(self) -> None:
        """Invite everyone, and let them come in by their links as people do."""
        await sample_city.build(self._database, now=self._clock.now())
        for inhabitant in INHABITANTS:
            await self._invite(inhabitant)
            await self.all_said()
        async with self._database.write() as session:
            await sample_promises.promise(Work(session, self._clock.now(), self._program.city, key="demo"))
            await sample_procurements.plan(session, now=self._clock.now())
        self._program.deliverer.wake()
        await self.all_said()
        order = {description.user_id: description for description in self._phones}
        self._phones = sorted(order.values(), key=lambda phone: _place(phone.belongs_to))
        async with self._database.read() as session:
            self._told_before = await ledger.newest(session)
        await self.look_around()

    def language_of(self, user_id: int) -> str:
        """The language in which the bot writes on that phone."""
        there = self._at_hand().with_number(user_id)
        return (there.language if there else self._settings.language).value

    def describe(self) -> CityDescription:
        """The city, its clock and its phones."""
        return CityDescription(
            name=self._settings.city,
            now=self._clock.now(),
            timezone=self._settings.timezone,
            goal=self._goal,
            results=tuple(Result(_both("kind", kind), self._counted[kind]) for kind in SlotKind if self._counted[kind]),
            phones=tuple(self._phones),
            steps=first_steps.described(self._tried, self._at_hand(), is_clock_moved=self._is_clock_moved),
        )

    async def look_around(self) -> None:
        """Learn who has come in on a phone that was a stranger's, how many have begun, and what has been tried."""
        async with self._database.read() as session:
            self._phones = [
                await self._met(session, phone) if phone.belongs_to == "stranger" else phone for phone in self._phones
            ]
            before = await earlier_result.count_by_kind(session, self._year())
            zone = self._program.city.hours.zone
            begun = await year_result.begun(session, self._year(), zone=zone)
            self._counted = Counter(before) + Counter(begun)
            work = Work(session, self._clock.now(), self._program.city, key="demo")
            self._goal = picture_of(await of_city(work, self._year()), tells_small=True)
            self._tried = await first_steps.done(session, after=self._told_before, now=self._clock.now())

    async def coming(self) -> list[Coming]:
        """What is due next, soonest first."""
        async with self._database.read() as session:
            return (await coming.gathered(self._look(session)))[:COMING_SHOWN]

    async def advance(self, by: timedelta) -> None:
        """Move the clock, stopping at everything that falls due on the way, and return when all is said."""
        goal = self._clock.now() + by
        # Each stop lies after the one before, so what is due and can't happen holds nothing up.
        while (due := await self._next_due()) is not None and due < goal:
            await self._move_to(due)
        await self._move_to(goal)

    async def advance_to_next(self) -> None:
        """Move the clock to the next thing that is due; nothing due, nothing moved."""
        due = await self._next_due()
        if due is not None:
            await self._move_to(due)

    def add_phone(self) -> PhoneDescription:
        """One more phone, a stranger's, so that an invitation can be tried."""
        strangers = sum(phone.belongs_to == "stranger" for phone in self._phones)
        phone = self._telegram.add_phone(f"Ny telefon {strangers + 1}")
        role = Label("inte inbjuden", "not invited")
        description = PhoneDescription(phone.user_id, phone.first_name, role, "stranger")
        self._phones.append(description)
        return description

    async def all_said(self) -> None:
        """Wait until every update is handled and all that is due is sent. Raises TimeoutError if it never is."""
        async with asyncio.timeout(QUIET_WITHIN):
            # Two databases and a network are asked; no single event says that all of them are done.
            while await self._is_busy():  # noqa: ASYNC110
                await asyncio.sleep(LOOK_EVERY)

    async def _met(self, session: AsyncSession, phone: PhoneDescription) -> PhoneDescription:
        owner = await person.by_telegram_id(session, phone.user_id)
        if owner is None:
            return phone
        company = await supplier.find(session, owner.supplier_id) if owner.supplier_id else None
        return PhoneDescription(
            user_id=phone.user_id,
            name=owner.name,
            role=_both("role", owner.role),
            belongs_to=_OWNERS.get(owner.role, "stranger"),
            supplier=company.name if company else None,
        )

    async def _is_busy(self) -> bool:
        if self._telegram.updates_waiting:
            return True
        async with self._database.read() as session:
            now = self._clock.now()
            if await inbox.is_waiting(session) or await delivery.is_due(session, now=now):
                return True
            return await fetching.is_due(session, now=now) or await acceptance.is_due(session, now=now)

    async def _next_due(self) -> datetime | None:
        async with self._database.read() as session:
            return await coming.next_instant(self._look(session))

    def _year(self) -> int:
        return self._program.city.today(self._clock.now()).year

    def _look(self, session: AsyncSession) -> Look:
        return Look(session, self._program.city, self._clock.now(), at_most=COMING_SHOWN)

    def _at_hand(self) -> PhonesAtHand:
        here = self._telegram.phones
        return PhonesAtHand([PhoneAtHand(phone, here[phone.user_id]) for phone in self._phones])

    async def _move_to(self, at: datetime) -> None:
        self._is_clock_moved = True
        self._clock.advance(max(timedelta(), at - self._clock.now()))
        await self._program.tick()
        await self.all_said()

    async def _invite(self, inhabitant: Inhabitant) -> None:
        first, last = inhabitant.name.split()
        phone = self._telegram.add_phone(first, last_name=last, language_code=inhabitant.language.value)
        invited = await inviting.invite(
            self._database,
            inhabitant.role,
            name=inhabitant.name,
            supplier_name=inhabitant.supplier,
            now=self._clock.now(),
        )
        phone.opens_link(invited.code)
        owner, role = _OWNERS[inhabitant.role], _both("role", inhabitant.role)
        self._phones.append(PhoneDescription(phone.user_id, inhabitant.name, role, owner, inhabitant.supplier))


def _place(owner: PhoneOwner) -> int:
    return [_OWNERS[role] for role in _ON_THE_PAGE].index(owner)


def _both(table: str, name: str) -> Label:
    return Label(_word(table, name, Language.SWEDISH), _word(table, name, Language.ENGLISH))


def _word(table: str, name: str, language: Language) -> str:
    return Wording(f"{table}.{name}").worded(language)
