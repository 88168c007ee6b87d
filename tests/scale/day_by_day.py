"""What people ask for day by day in a city that has been at it for years, each in one transaction that is undone."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from bot.city_settings import city_of
from domain.command import Command
from domain.reference import Noun, Reference
from domain.slot_filter import SlotFacet
from handlers import door, doorways
from handlers.contracts import codes as contract_codes
from handlers.form import answering
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.meetings import codes as meeting_codes
from handlers.people import listing as people
from handlers.registry import DUTIES
from handlers.slots import views as slots
from handlers.slots.alerts import settings_views as alerts
from handlers.slots.selection import Selection
from handlers.texts import button_named, table
from handlers.texts.said import Said
from messages.button import data
from messages.people.listing import Listing
from storage import in_chat, outbox, recall
from storage.database import Database
from storage.people.person import Person
from storage.slots import open_matter
from tests.city import MONDAY_MORNING, settings_for
from tests.scale.history import RARE_KIND, RARE_SLOT, RARE_TRADE, Age
from tests.scale.size import A_SUPPLIERS, COORDINATOR, MATCHER, STAFF

Act = Callable[[Work, Person], Awaitable[object]]

A_REPORT = ("1", "1", "2", "Centrum", "2", "2", "1")
"""Texts that fill in the form of a slot; the last one sends it."""


@dataclass(frozen=True)
class Asked:
    """One thing that somebody asks for.

    Attributes:
        what: In words.
        asker: The person's id.
        before: What they have done before, in the same transaction: that is not what is measured.
        act: What is measured.
    """

    what: str
    asker: int
    act: Act
    before: tuple[Act, ...] = ()


class AgedCity:
    """A database of a certain age, and what its people ask for at the level of the handlers."""

    def __init__(self, database: Database, age: Age) -> None:
        self.database, self.age = database, age
        self._city = city_of(settings_for(str(database.url), "http://127.0.0.1"))

    @asynccontextmanager
    async def about_to_ask(self, asked: Asked) -> AsyncIterator[Callable[[], Awaitable[None]]]:
        """Everything before it is done; what is given does what is asked. Nothing of it is kept."""
        with suppress(_UndoneError):
            async with self.database.write() as session:
                actor = await session.get_one(Person, asked.asker)
                work = Work(session, MONDAY_MORNING, self._city, key="day by day")
                for act in asked.before:
                    await act(work, actor)
                await session.flush()

                async def ask() -> None:
                    await asked.act(work, actor)
                    await session.flush()

                yield ask
                raise _UndoneError


class _UndoneError(Exception):
    """Nothing that was done is kept."""


def where_to_ask() -> Asked:
    """The plan of what is bought; ranked by the city's own offers, of which it counts those of `YEARS_COUNTED`."""
    return Asked("a coordinator: /procurements", COORDINATOR, asking_for(Command.PROCUREMENTS))


def asked_for(age: Age) -> tuple[Asked, ...]:
    """Every list, card and form step that somebody meets on an ordinary day."""
    supplier = A_SUPPLIERS - STAFF
    return (
        *_by_everyone(),
        Asked("a coordinator: the meetings that have been", COORDINATOR, pressing(meeting_codes.LIST, 1, 0)),
        Asked(
            "a coordinator: all meetings with a supplier", COORDINATOR, pressing(meeting_codes.ATTENDANCE, supplier, 0)
        ),
        Asked("a coordinator: whose access has ended", COORDINATOR, pressing(people.LIST, _place(Listing.ENDED), 0)),
        Asked("a coordinator: who is invited", COORDINATOR, pressing(people.LIST, _place(Listing.INVITED), 0)),
        Asked("a coordinator: a contract", COORDINATOR, pressing(doorways.CONTRACT, supplier)),
        Asked("a coordinator: what has happened under it", COORDINATOR, pressing(contract_codes.HISTORY, supplier, 0)),
        Asked("a coordinator: what is past due", COORDINATOR, pressing(contract_codes.QUEUE, 0)),
        Asked("a matcher: the meetings that have been", MATCHER, pressing(meeting_codes.LIST, 1, 0)),
        *(_narrowing("a matcher", MATCHER, place, facet) for place, facet in enumerate(SlotFacet)),
        *(_narrowing("a coordinator", COORDINATOR, place, facet) for place, facet in enumerate(SlotFacet)),
        *(_narrowed(f"a coordinator: only slots of a rare {facet}", facet) for facet in SlotFacet),
        Asked("a matcher: an open slot", MATCHER, pressing(slots.CARD, age.slots, 1, 0, 0, 0, 0)),
        Asked("a matcher takes a slot", MATCHER, pressing(slots.TAKE, age.slots, 1, 0, 0, 0, 0)),
        Asked("a matcher: areas to be alerted about", MATCHER, pressing(alerts.FACET, 2)),
        Asked("a supplier: the meetings that have been", A_SUPPLIERS, pressing(meeting_codes.LIST, 1, 0)),
        Asked("a supplier: a contract", A_SUPPLIERS, pressing(doorways.CONTRACT, supplier)),
        Asked("a supplier answers a form's question", A_SUPPLIERS, saying(A_REPORT[3]), _form_until(3)),
        Asked("a supplier sends a report", A_SUPPLIERS, saying(A_REPORT[-1]), _form_until(-1)),
        Asked("a number answers the latest message", A_SUPPLIERS, _number_meant),
        Asked("a number of somebody who is new", age.people, _number_meant),
        Asked("a text that may be anything", A_SUPPLIERS, _plain_text),
        Asked("a button is found by its message", A_SUPPLIERS, _message_meant),
        Asked("a supplier is reminded anew", A_SUPPLIERS, _latest_reminder),
        Asked("what a supplier leaves behind", A_SUPPLIERS, _left_behind),
        Asked("what a matcher leaves behind", MATCHER, _left_behind),
        Asked("the clock ticks", COORDINATOR, _tick),
    )


def asking_for(command: Command) -> Act:
    """A command with nothing behind it."""
    return lambda work, actor: door.run(work, actor, command, Typed())


def pressing(code: str, *carried: int) -> Act:
    """A press on a button that stands under no message that is known."""
    return lambda work, actor: door.press(work, actor, data(code, *carried), None)


def saying(words: str) -> Act:
    """A text for the open form."""
    return lambda work, actor: door.hear(work, actor, partial(answering.read, work, actor, words, None))


def _by_everyone() -> list[Asked]:
    lists = {
        COORDINATOR: (
            *(Command.SLOTS, Command.CONTRACTS, Command.MEETINGS, Command.PEOPLE),
            *(Command.BROADCASTS, Command.TRYOUTS, Command.FAQ),
        ),
        MATCHER: (Command.SLOTS, Command.MEETINGS, Command.ALERTS, Command.CONTRIBUTE),
        A_SUPPLIERS: (Command.SLOTS, Command.CONTRACTS, Command.MEETINGS, Command.REPORT, Command.FAQ),
    }
    named = {COORDINATOR: "a coordinator", MATCHER: "a matcher", A_SUPPLIERS: "a supplier"}
    return [
        Asked(f"{named[asker]}: /{command}", asker, asking_for(command))
        for asker, commands in lists.items()
        for command in commands
    ]


def _narrowing(who: str, asker: int, place: int, facet: SlotFacet) -> Asked:
    return Asked(f"{who} narrows slots by {facet}", asker, pressing(slots.FILTER, place, 0, 0, 0, 0))


def _narrowed(what: str, facet: SlotFacet) -> Asked:
    rare = {SlotFacet.KIND: RARE_KIND, SlotFacet.TRADE: RARE_TRADE, SlotFacet.AREA: RARE_SLOT}
    return Asked(what, COORDINATOR, pressing(slots.LIST, *Selection().narrowed(facet, rare[facet]).numbers))


def _form_until(place: int) -> tuple[Act, ...]:
    return (asking_for(Command.REPORT), *(saying(words) for words in A_REPORT[:place]))


def _place(listing: Listing) -> int:
    return list(Listing).index(listing)


async def _plain_text(work: Work, actor: Person) -> None:
    await table.take(work, actor, Said("Ja, vi börjar klockan 6."))


async def _number_meant(work: Work, actor: Person) -> None:
    await button_named.under_latest(work, actor, "1")


async def _latest_reminder(work: Work, actor: Person) -> None:
    about = Reference(Noun.NUDGE, actor.id)
    await outbox.latest_about(work.session, about, key_begins="nudge:")
    await outbox.queued_about(work.session, about, key_begins="nudge:")


async def _left_behind(work: Work, actor: Person) -> None:
    await recall.cancel_waiting(work.session, actor.id, now=work.now)
    await open_matter.slots_of(work.session, actor)
    await open_matter.inquiries_of(work.session, actor)


async def _tick(work: Work, _actor: Person) -> None:
    for duty in DUTIES:
        await duty(work)


async def _message_meant(work: Work, actor: Person) -> None:
    shown = await in_chat.shown_as(work.session, actor.telegram_id, actor.id - 1)
    assert shown is not None
    await in_chat.standing(work.session, shown.id)
