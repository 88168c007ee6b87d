"""What counts: a resident once a year, months of work in all, what it is enough to offer, and nothing twice."""

from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from domain.contract import Counting, CountsFrom
from domain.obligation import ObligationKind, ObligationStatus
from domain.placement import EndReason, PlacementStatus
from domain.slot import SlotKind, SlotStatus, Trade
from domain.wish import WishStatus
from handlers.handling.work import Work
from handlers.placements.starts import beginning, counting
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from storage.placements import link, new_resident
from storage.placements.placement import Placement
from storage.slots.slot import Slot
from storage.wishes.wish import Wish
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.conversations.slots import card_of
from tests.obligations import an_obligation, as_it_is
from tests.placements import LAST_ON

IN_MONTHS = {"counting": Counting.MONTHS}
IS_ENOUGH_TO_OFFER = {"counts_from": CountsFrom.OFFERED}


async def a_number(city: City, places: int, *, number: str = "UH-2026-17", **values: object) -> Obligation:
    """What a new contract asks for: so many places of internship, or months in them."""
    contract = await a_contract(city, number, contact="Mira Holm" if number == "UH-2026-17" else None)
    told = {"slot_kind": SlotKind.INTERNSHIP, "places": places, "due_on": TODAY + timedelta(days=120)}
    return await an_obligation(city, contract, ObligationKind.PLACES, **(told | values))


async def has_a_slot(city: City, *, places: int) -> None:
    """A matcher has taken one."""
    await city.maleri.reports_internship(places=places)
    await city.matcher_a.presses("Jag tar den")


async def begins(city: City, *, counts: str = "Ny person i år") -> None:
    """The matcher says so, and the supplier too."""
    await card_of(city.matcher_a)
    await city.matcher_a.says_begun(counts=counts)
    await city.maleri.presses("Ja")


async def placements(city: City) -> list[Placement]:
    """Every placement, in order."""
    return list(await city.asks(lambda session: session.scalars(select(Placement).order_by(Placement.id))))


async def new_residents(city: City, year: int = 2026) -> dict[SlotKind, int]:
    """How many count in that year."""
    zone = city.program.city.hours.zone
    return await city.asks(lambda session: new_resident.count(session, year, zone=zone))


async def leaves_early(city: City, reason: EndReason) -> None:
    """The latest start has ended today, as both sides have said."""

    async def act(work: Work) -> None:
        latest = (await work.session.scalars(select(Placement).order_by(Placement.id.desc()).limit(1))).one()
        latest.status, latest.end_reason = PlacementStatus.ENDED_EARLY, reason
        latest.ended_on = work.city.today(work.now)
        await work.session.flush()
        actor = await work.session.get_one(Person, latest.matcher_id)
        await counting.left_early(work, actor, await work.session.get_one(Slot, latest.slot_id))

    await city.does_work(act)


async def is_one_residents(city: City, *placement_ids: int) -> int:
    """These placements are all for one wish; its id."""
    async with city.database.write() as session:
        now = city.clock.now()
        wish = Wish(
            code="ABCD2345",
            matcher_id=2,
            kind=SlotKind.INTERNSHIP,
            trade=Trade.PAINTING,
            adaptations=[],
            status=WishStatus.PLACED,
            revision=1,
            created_at=now,
            touched_at=now,
        )
        session.add(wish)
        await session.flush()
        for each in placement_ids:
            await link.join(session, each, wish.id)
        return wish.id


async def test_a_resident_counts_once_a_year_however_often_the_matcher_says(city: City) -> None:
    await has_a_slot(city, places=3)
    await begins(city)
    await begins(city, counts="Räknad redan i år")
    assert await new_residents(city) == {SlotKind.INTERNSHIP: 1}
    await card_of(city.matcher_a)
    await city.matcher_a.says_begun()
    assert await new_residents(city) == {SlotKind.INTERNSHIP: 1}, "the supplier has not said so yet"
    await city.maleri.presses("Ja")
    assert await new_residents(city) == {SlotKind.INTERNSHIP: 2}


async def test_a_wish_says_whose_start_it_is_and_what_was_decided_outlives_it(city: City) -> None:
    """Internship and then job: one resident, two contributions. Taken back, the other start counts instead."""
    await has_a_slot(city, places=3)
    await begins(city)
    (first,) = await placements(city)

    async def agrees(work: Work) -> None:
        work.session.add(
            Placement(
                code="WXYZ6789", slot_id=first.slot_id, status=PlacementStatus.AGREED, matcher_id=first.matcher_id
            )
        )

    await city.does_work(agrees)
    wish_id = await is_one_residents(city, 1, 2)

    async def starts(work: Work) -> None:
        placement = await work.session.get_one(Placement, 2)
        actor = await work.session.get_one(Person, placement.matcher_id)
        await beginning.begin(work, actor, placement, work.city.today(work.now) + timedelta(days=7))

    await city.does_work(starts)
    await city.maleri.presses("Ja")
    assert [each.is_new_resident for each in await placements(city)] == [True, False]
    assert await new_residents(city) == {SlotKind.INTERNSHIP: 1}

    async def takes_back(work: Work) -> None:
        await work.session.execute(update(Placement).where(Placement.id == 1).values(status=PlacementStatus.UNDONE))
        one = await work.session.get_one(Placement, 1, populate_existing=True)
        actor = await work.session.get_one(Person, one.matcher_id)
        await counting.taken_back(work, actor, one, await work.session.get_one(Slot, one.slot_id))

    await city.does_work(takes_back)
    assert await new_residents(city) == {SlotKind.INTERNSHIP: 1}
    assert (await placements(city))[1].is_new_resident
    async with city.database.write() as session:
        await link.part(session, wish_id)
    assert await new_residents(city) == {SlotKind.INTERNSHIP: 1}


async def test_a_start_counts_in_the_year_of_its_day_in_the_citys_zone(city: City) -> None:
    await has_a_slot(city, places=2)
    await begins(city)
    await begins(city)
    zone = city.program.city.hours.zone
    async with city.database.write() as session:
        last = {"begun_on": date(2026, 12, 31)}
        # Half past midnight on New Year's Day in the city; before midnight by Greenwich. No day was asked then.
        old = {"begun_on": None, "settled_at": datetime(2027, 1, 1, 0, 30, tzinfo=zone)}
        for number, values in ((1, last), (2, old)):
            await session.execute(update(Placement).where(Placement.id == number).values(**values))
    assert (await new_residents(city, 2026), await new_residents(city, 2027)) == (
        {SlotKind.INTERNSHIP: 1},
        {SlotKind.INTERNSHIP: 1},
    )


async def test_whoever_began_before_new_year_counts_for_that_year_though_it_is_said_and_confirmed_after_it(
    city: City,
) -> None:
    await has_a_slot(city, places=1)
    await city.until(datetime(2027, 1, 2, 10, tzinfo=city.program.city.hours.zone))
    await card_of(city.matcher_a)
    for press in ("Någon har börjat", "30 dec", "Ny person i år"):
        await city.matcher_a.presses(press)
    await city.maleri.presses("Ja")
    (placement,) = await placements(city)
    assert placement.settled_at is not None
    assert (placement.begun_on, placement.settled_at.year) == (date(2026, 12, 30), 2027)
    assert (await new_residents(city, 2026), await new_residents(city, 2027)) == ({SlotKind.INTERNSHIP: 1}, {})


async def test_months_are_worked_towards_shown_and_thanked_for_on_the_day_when_they_are_enough(city: City) -> None:
    """Two people from 23 November until the offer's last day, 29 January: three months are enough in January."""
    months = await a_number(city, 3, **IN_MONTHS)
    await has_a_slot(city, places=2)
    assert "kommunen söker rätt personer" in await city.maleri.says("/avtal")
    await begins(city)
    await begins(city)
    text = await city.maleri.says("/avtal")
    assert "3 månaders praktik" in text
    assert "0 av 3 månader · arbetet pågår" in text
    await city.until(datetime(2026, 12, 23, 9, tzinfo=city.program.city.hours.zone))
    assert "2 av 3 månader" in await city.maleri.says("/avtal")
    assert (await as_it_is(city, months)).status is ObligationStatus.OPEN
    await city.until(datetime(2027, 1, 8, 9, tzinfo=city.program.city.hours.zone))
    assert (await as_it_is(city, months)).status is ObligationStatus.FULFILLED
    assert city.maleri.last_text.startswith("Tack! Nu är det klart: 3 månaders praktik")


async def test_a_place_that_was_left_early_is_filled_again_and_its_start_still_counts(city: City) -> None:
    number = await a_number(city, 1)
    await has_a_slot(city, places=1)
    await begins(city)
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.FILLED
    await leaves_early(city, EndReason.OTHER)
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.RESERVED
    assert (await as_it_is(city, number)).status is ObligationStatus.FULFILLED
    await begins(city)
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.FILLED
    assert "Har börjat: 1 av 1" in await card_of(city.matcher_a)
    assert (await as_it_is(city, number)).fulfilled_by == "placement:1"


async def test_a_place_that_was_left_early_and_not_filled_again_closes_with_its_offer_and_nobody_is_asked_why_none_came(
    city: City,
) -> None:
    await has_a_slot(city, places=1)
    await begins(city)
    async with city.database.write() as session:
        await session.execute(update(Slot).values(ends_on=LAST_ON, next_at=None))
    await leaves_early(city, EndReason.OTHER)
    assert (await city.slots())[0].status is SlotStatus.RESERVED
    await city.until(datetime(2027, 1, 26, 9, tzinfo=city.program.city.hours.zone))
    assert (await city.slots())[0].status is SlotStatus.CLOSED
    await city.later(timedelta(days=14))
    assert not any("arför" in each.words for each in city.matcher_a.received)


async def test_what_it_is_enough_to_offer_is_done_by_an_offer_and_open_again_without_it(city: City) -> None:
    number = await a_number(city, 2, **IS_ENOUGH_TO_OFFER)
    assert "Därmed" not in await city.maleri.reports_internship(places=1)
    await city.maleri.reports_internship(places=1, area="Hamnen")
    assert (await as_it_is(city, number)).fulfilled_by == "slot:2"
    await card_of(city.matcher_a, "Hamnen")
    await city.matcher_a.presses("Jag tar den")
    await city.matcher_a.says_begun()
    await city.maleri.presses("Ja")
    assert (await as_it_is(city, number)).fulfilled_by == "slot:1"
    await card_of(city.maleri)
    await city.maleri.presses("Ta tillbaka")
    await city.maleri.says("1")
    await city.maleri.presses("Skicka")
    assert (await as_it_is(city, number)).status is ObligationStatus.OPEN


async def test_no_start_counts_under_two_contracts(city: City) -> None:
    one = await a_number(city, 1)
    await has_a_slot(city, places=2)
    other = await a_number(city, 1, number="UH-2026-18")
    await begins(city)
    stand = [(await as_it_is(city, each)).status for each in (one, other)]
    assert stand == [ObligationStatus.FULFILLED, ObligationStatus.OPEN]
    await card_of(city.maleri)
    await city.maleri.presses("Ändra")
    await city.maleri.presses("Ändra avtal")
    await city.maleri.presses("UH-2026-18")
    await city.maleri.presses("Skicka")
    stand = [(await as_it_is(city, each)).status for each in (one, other)]
    assert stand == [ObligationStatus.OPEN, ObligationStatus.FULFILLED]


async def test_where_the_two_sides_do_not_agree_a_coordinator_hears_both_and_settles_it(city: City) -> None:
    number = await a_number(city, 1)
    await has_a_slot(city, places=2)
    async with city.database.write() as session:
        await session.execute(update(Slot).values(ends_on=LAST_ON))
    await card_of(city.matcher_a)
    await city.matcher_a.says_begun()
    await city.maleri.presses("Nej")
    assert city.coordinator.last_text.startswith("Har någon börjat hos Exempelmåleriet AB? Vi har fått två svar")
    assert "Mira Holm, 040-123 45" in city.coordinator.last_text
    begun = city.coordinator.data("De har börjat")
    assert "finns inte längre" in await city.matcher_a.presses_forged(begun)
    assert (await city.coordinator.presses("De har börjat")).startswith("Klart: någon har börjat hos")
    assert (await as_it_is(city, number)).status is ObligationStatus.FULFILLED
    assert (await placements(city))[0].next_at is not None, "its last day is kept in mind as that of any other"
    for chat in (city.maleri, city.matcher_a):
        assert chat.last_text.startswith("Starten räknas: någon har börjat\nNi gav olika svar, så Karin Ek har hört")
    assert await new_residents(city) == {SlotKind.INTERNSHIP: 1}
    await card_of(city.matcher_a)
    await city.matcher_a.says_begun()
    await city.maleri.presses("Nej")
    late = city.coordinator.data("De har börjat")
    assert (await city.coordinator.presses("Ingen har börjat")).startswith("Klart: ingen har börjat hos")
    assert (await city.coordinator.presses_forged(late)).startswith("Klart: ingen har börjat hos")
    assert [each.status for each in await placements(city)] == [PlacementStatus.CONFIRMED, PlacementStatus.UNDONE]
    assert city.maleri.last_text.startswith("Starten räknas inte: ingen har börjat")


async def test_a_coordinator_adds_months_and_what_it_is_enough_to_offer(city: City) -> None:
    contract = await a_contract(city)
    await city.coordinator.says("/avtal")
    await city.coordinator.presses_forged(f"as:{contract.id}:0")
    await city.coordinator.presses("Lägg till åtagande")
    await city.coordinator.presses("Månader på heltid")
    await city.coordinator.presses("Anställning")
    assert "Vilket datum ska det vara klart?" in await city.coordinator.says("12 månader")
    text = await city.coordinator.says("2027-11-30")
    assert "12 månaders anställning" in text
    await city.coordinator.says("1")
    async with city.database.read() as session:
        (added,) = (await session.scalars(select(Obligation))).all()
    assert (added.counting, added.places, added.slot_kind) == (Counting.MONTHS, 12, SlotKind.EMPLOYMENT)
    assert "0 av 12 månader" in await city.maleri.says("/avtal")
