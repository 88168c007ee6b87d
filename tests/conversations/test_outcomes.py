"""What became of somebody is counted from a start where a job goes on, and asked of whoever is there."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, update

from domain.outcome import Outcome
from domain.placement import PlacementStatus
from domain.slot import SlotKind
from storage.people.person import Person
from storage.placements import outcome
from storage.placements.placement import Placement
from storage.slots.slot import Slot
from tests.city import City
from tests.placements import has_begun, morning, opens_card, outcomes


async def is_waiting(city: City, placement_id: int) -> bool:
    """Whether disposal has to wait for it."""
    waits = select(Placement.id).where(Placement.id == placement_id, outcome.is_waited_for(city.clock.now()))
    return await city.asks(lambda session: session.scalar(waits)) is not None


async def test_a_job_that_goes_on_is_asked_about_from_its_start_also_where_the_matcher_has_left(city: City) -> None:
    await city.maleri.reports_internship_without_end()
    await city.matcher_a.presses("Jag tar den")
    async with city.database.write() as session:
        await session.execute(update(Slot).values(kind=SlotKind.EMPLOYMENT))
    begun = await has_begun(city, 1, ends_on=None)
    assert begun.next_at is None
    taken_back = await has_begun(city, 1, ends_on=None)
    async with city.database.write() as session:
        gone = update(Placement).where(Placement.id == taken_back.id)
        await session.execute(gone.values(status=PlacementStatus.UNDONE))
    assert not await is_waiting(city, taken_back.id)
    assert [each.due_on for each in (await outcomes(city))[:2]] == [date(2027, 3, 1), date(2027, 5, 31)]
    assert await is_waiting(city, begun.id)
    async with city.database.write() as session:
        await session.execute(update(Person).where(Person.name == "Anna Lind").values(ended_at=city.clock.now()))
    said = len(city.maleri.received)
    await city.until(morning("2027-03-01"))
    assert len(city.maleri.received) == said
    assert not any(taken_back.code in each.text for each in city.coordinator.received)
    assert f"Hur gick det för {begun.code}?\n90 dagar efter att anställningen hos " in city.coordinator.last_text
    await city.coordinator.presses("Arbete")
    assert (await outcomes(city))[0].said_by == 5
    await opens_card(city.maleri, begun)
    await city.maleri.presses("Avsluta placering")
    assert [each[3:] for each in city.maleri.buttons] == [
        "Ja, den är slut",
        "Vi har anställt personen",
        "Nej, fortsätter",
        "Till erbjudandet",
    ]
    await city.maleri.presses("Ja, den är slut")
    await city.maleri.presses("I dag")
    await city.maleri.presses("Som planerat")
    await city.coordinator.presses("Ja, det stämmer")
    first, second = (await outcomes(city))[:2]
    assert (first.outcome, second.outcome) == (Outcome.WORK, None)
    assert second.due_on == date(2027, 9, 1)
    await city.until(datetime(2027, 9, 1, 8, 0, tzinfo=UTC))
    await city.coordinator.presses("Åter hos oss")
    assert await is_waiting(city, begun.id)
    await city.later(timedelta(days=7))
    assert not await is_waiting(city, begun.id)
