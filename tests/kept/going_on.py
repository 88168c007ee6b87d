"""What the bot of today is asked to do with what the bot of then has left behind."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo.local_telegram import Phone
from messages import everyone
from messages.button import parsed
from messages.template import name_of
from storage import ledger
from storage.conversation import Conversation
from storage.outbox import SAYS, Method, OutboxRow, OutboxState
from storage.people.person import Person
from tests.city import City
from tests.kept.sorts import Sort

WAITS = (OutboxState.QUEUED, OutboxState.SENDING, OutboxState.UNKNOWN)
WORDED = (*SAYS, Method.EDIT_MESSAGE_TEXT)
NO_ANSWER = {name_of(everyone.NotFound())}
"""What the bot says about a button that leads nowhere, and of one whose code it does not know."""


class Place(NamedTuple):
    """A button on a phone."""

    phone: Phone
    message_id: int
    carried: str

    @property
    def code(self) -> str:
        """The action that it stands for."""
        return self.carried.partition(":")[0]

    @property
    def sort(self) -> Sort:
        """That action, and how much goes with it."""
        return self.code, self.carried.count(":")

    @property
    def numbers(self) -> list[int]:
        """What it carries beside that."""
        known = parsed(self.carried)
        return known[1] if known else []


async def waiting(city: City) -> list[OutboxRow]:
    """What has still to go out, now or later."""
    return list(await city.asks(lambda session: _all(session, OutboxRow.state.in_(WAITS))))


async def as_they_are(city: City, rows: list[OutboxRow]) -> list[OutboxRow]:
    """The same rows, as they are by now."""
    return list(await city.asks(lambda session: _all(session, OutboxRow.id.in_([row.id for row in rows]))))


async def has_whole_record(city: City) -> bool:
    """As `steget verify` looks at it."""
    broken, unaccounted = await city.asks(ledger.first_broken), await city.asks(ledger.count_unaccounted)
    return broken is None and unaccounted == 0


async def open_forms(city: City) -> list[tuple[Person, Conversation]]:
    """Everyone who has a form open."""
    found = select(Person, Conversation).join(Conversation, Conversation.person_id == Person.id)
    rows = await city.asks(lambda session: session.execute(found.where(Conversation.flow.is_not(None))))
    return [(person, talk) for person, talk in rows]


async def form_of(city: City, person: Person) -> str | None:
    """The form that somebody has open."""
    opened = select(Conversation.flow).where(Conversation.person_id == person.id)
    return await city.asks(lambda session: session.scalar(opened))


async def who_have_access(city: City) -> list[Person]:
    """Those whom the bot answers."""
    found = select(Person).where(Person.ended_at.is_(None)).order_by(Person.id)
    return list((await city.asks(lambda session: session.scalars(found))).all())


def places(phone: Phone) -> Iterator[Place]:
    """Every button on a phone, those of the newest message first."""
    for message in reversed(phone.received()):
        for row in message.buttons:
            yield from (Place(phone, message.message_id, button.data) for button in row if button.data)


async def places_by_code(city: City) -> dict[str, list[Place]]:
    """Every button of those who have access, by what it stands for."""
    found: dict[str, list[Place]] = defaultdict(list)
    for person in await who_have_access(city):
        for place in places(city.telegram.phones[person.telegram_id]):
            found[place.code].append(place)
    return found


async def places_ever(city: City, *, of: set[Sort]) -> dict[str, list[Place]]:
    """Every button of those sorts that was ever shown to those who have access, also where another stands by now."""
    found: dict[str, list[Place]] = defaultdict(list)
    phones = {person.id: city.telegram.phones[person.telegram_id] for person in await who_have_access(city)}
    for row in await city.asks(lambda session: _all(session, OutboxRow.person_id.in_(phones))):
        phone = phones[row.person_id or 0]
        for button in [button for each in row.content.get("buttons", []) for button in each]:
            place = Place(phone, row.telegram_message_id or phone.last_message_id, button["data"])
            if place.sort in of:
                found[place.code].append(place)
    return found


async def pressed(city: City, place: Place) -> set[str]:
    """The sorts of messages that answer a press."""
    before = await city.asks(lambda session: session.scalar(select(func.max(OutboxRow.id))))
    place.phone.presses(place.message_id, place.carried)
    await city.settled()
    to_them = OutboxRow.chat_id == place.phone.user_id, OutboxRow.id > before
    rows = await city.asks(lambda session: _all(session, *to_them))
    return {row.content["template"] for row in rows if row.method in WORDED}


async def is_known(city: City, place: Place) -> bool:
    """Whether a press leads anywhere; a form that it opens is put away again, and no other has the last word."""
    await puts_forms_away(city, place.phone)
    answers = await pressed(city, place)
    await puts_forms_away(city, place.phone)
    return bool(answers - NO_ANSWER)


async def puts_forms_away(city: City, phone: Phone) -> list[str]:
    """Cancel the open form, and those that come up from below it; their names."""
    found = select(Person).where(Person.telegram_id == phone.user_id)
    person = (await city.asks(lambda session: session.scalars(found))).one()
    names: list[str] = []
    while (name := await form_of(city, person)) is not None and name not in names:
        names.append(name)
        phone.says("/avbryt")
        await city.settled()
    return names


async def alerts_about(city: City, slot_id: int) -> list[OutboxRow]:
    """What matchers were told of an offer, by how it was kept then."""
    is_alert = OutboxRow.about == f"slot:{slot_id}", OutboxRow.dedup_key.startswith(f"alert:{slot_id}:")
    return list(await city.asks(lambda session: _all(session, *is_alert, OutboxRow.original_id.is_(None))))


async def _all(session: AsyncSession, *conditions: object) -> list[OutboxRow]:
    return list((await session.scalars(select(OutboxRow).where(*conditions).order_by(OutboxRow.id))).all())  # type: ignore[arg-type]
