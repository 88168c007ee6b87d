"""Placements in tests: somebody is proposed, as people press it, or has begun, put straight into the database."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select

from domain.placement import PlacementStatus
from handlers.handling.work import Work
from handlers.placements.ending import beginning
from storage.code import a_code
from storage.outbox import Method, OutboxRow
from storage.people.person import Person
from storage.placements.evaluation import Evaluation
from storage.placements.link import PlacementLink
from storage.placements.outcome import OutcomeRow
from storage.placements.placement import CODE_LENGTH, Placement
from storage.slots import slot_life
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City

LAST_ON = date(2027, 1, 25)
ON_LAST_DAY = datetime(2027, 1, 25, 8, 0, tzinfo=UTC)
"""09.00 in Stockholm on a Monday."""


async def placements(city: City) -> Sequence[Placement]:
    """Every placement, in order."""
    return (await city.asks(lambda session: session.scalars(select(Placement).order_by(Placement.id)))).all()


async def card_of(chat: Chat, area: str = "Centrum") -> str:
    """The slot's card."""
    await chat.says("/platser")
    return await chat.presses(area)


async def has_taken(city: City, *, places: int = 2) -> None:
    """A matcher has taken a slot."""
    await city.maleri.reports_internship(places=places)
    await city.matcher_a.presses("Jag tar den")


async def proposes(city: City) -> Placement:
    """The matcher proposes somebody: from the first day to the last that are offered, half time. Five presses."""
    await card_of(city.matcher_a)
    for press in ("Föreslå någon", "Som erbjudet", "Som erbjudet", "Halvtid", "Skicka"):
        await city.matcher_a.presses(press)
    return (await placements(city))[-1]


def morning(day: str) -> datetime:
    """09.00 in Stockholm, in winter."""
    return datetime.fromisoformat(f"{day}T08:00").replace(tzinfo=UTC)


async def has_somebody(city: City, *, places: int = 1, **values: Any) -> Placement:
    """Mira has offered, Anna has taken it, and both have said that somebody has begun in one of its places."""
    await has_taken(city, places=places)
    return await has_begun(city, (await city.slots())[-1].id, **values)


async def has_begun(city: City, slot_id: int, *, matcher: str = "Anna Lind", **values: Any) -> Placement:
    """Both have said that somebody has begun in the slot that a matcher has; with one place it is full with that."""
    ids: list[int] = []

    async def act(work: Work) -> None:
        slot = await work.session.get_one(Slot, slot_id)
        whose = (await work.session.scalars(select(Person).where(Person.name == matcher))).one()
        usual = {"started_at": work.now, "settled_at": work.now, "ends_on": LAST_ON, "begun_on": date(2026, 11, 30)}
        placement = Placement(
            code=a_code(CODE_LENGTH),
            slot_id=slot.id,
            status=PlacementStatus.CONFIRMED,
            matcher_id=whose.id,
            **(usual | values),
        )
        work.session.add(placement)
        await work.session.flush()
        await beginning.begun(work, placement)
        if slot.places == 1:
            await slot_life.fill(work.session, slot.id)
        ids.append(placement.id)

    await city.does_work(act)
    return await placement_of(city, ids[0])


async def placement_of(city: City, placement_id: int) -> Placement:
    """The placement as it is now."""
    return await city.asks(lambda session: session.get_one(Placement, placement_id))


async def outcomes(city: City) -> list[OutcomeRow]:
    """What is asked of what became of people, in order."""
    return list(await city.asks(lambda session: session.scalars(select(OutcomeRow).order_by(OutcomeRow.id))))


async def evaluations(city: City) -> list[Evaluation]:
    """Every evaluation, in order."""
    return list(await city.asks(lambda session: session.scalars(select(Evaluation).order_by(Evaluation.id))))


async def opens_card(chat: Chat, placement: Placement, area: str = "Centrum") -> str:
    """The placement's card, as from its offer's."""
    await card_of(chat, area)
    return await chat.presses(placement.code)


async def asked_of(city: City, chat: Chat) -> list[str]:
    """The templates of what was ever sent to somebody with something to answer, in order; not what was edited."""

    async def rows(session: Any) -> list[str]:
        sent = select(OutboxRow).where(OutboxRow.chat_id == chat.phone.user_id, OutboxRow.method == Method.SEND_MESSAGE)
        found = await session.scalars(sent.order_by(OutboxRow.id))
        return [row.content["template"] for row in found if row.content.get("buttons")]

    return await city.asks(rows)


async def joined_with(city: City, wish_id: int) -> list[int]:
    """The ids of the placements that are for the wish, in order."""
    theirs = select(PlacementLink.placement_id).where(PlacementLink.wish_id == wish_id)
    return list(await city.asks(lambda session: session.scalars(theirs.order_by(PlacementLink.placement_id))))
