"""From three wishes to a resident at work: one year, told once, with what each phone shows and what the record has."""

from datetime import date, timedelta

from sqlalchemy import select, update

from domain.language import Language
from domain.obligation import ObligationKind, ObligationStatus
from domain.outcome import Outcome
from domain.placement import EndReason, PlacementStatus
from domain.slot import SlotKind, SlotStatus
from storage.ledger import LedgerRow, LedgerText
from storage.people.person import Person
from storage.placements import new_resident
from storage.placements.placement import Placement
from tests.chat import Chat
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.conversations.wishes import every_wish, turned_on, wishes_for
from tests.obligations import an_obligation, as_it_is
from tests.placements import card_of, morning, outcomes, placements


async def a_wish(anna: Chat, *answers: str) -> str:
    """A wish of Anna's, in six presses; its code as people read it."""
    await wishes_for(anna, *answers)
    return spoken((await every_wish(anna.city))[-1].code)


def spoken(code: str) -> str:
    """As a card says it."""
    return f"{code[:3]} {code[3:]}"


def spoken_of(text: str, *codes: str) -> list[str]:
    """Which of the codes it names."""
    return [code for code in codes if code in text]


async def begins(city: City, placement: Placement) -> None:
    """They meet, a first day is agreed, somebody begins, and both say so."""
    anna, mira = city.matcher_a, city.maleri
    await card_of(mira)
    await mira.presses(placement.code)
    await mira.presses("Vi vill träffas")
    await card_of(anna)
    await anna.presses(placement.code)
    await anna.presses("De har träffats")
    await anna.presses("Börjar den")
    await anna.presses("Som föreslaget")
    await anna.presses("Har börjat")
    await anna.presses("I dag")
    assert await mira.presses("Ja")


async def is_proposed(city: City, wish: str, *, start: str = "Som erbjudet") -> Placement:
    """Anna proposes whoever the wish is, from the offer's fits."""
    anna = city.matcher_a
    await card_of(anna)
    await anna.presses("Visa vilka")
    await anna.presses(f"Föreslå {wish}")
    for press in (start, "Som erbjudet", "Heltid", "Skicka"):
        await anna.presses(press)
    return (await placements(city))[-1]


async def happened_under(city: City, contract_id: int) -> list[str]:
    """What the contract's record has of offers and placements, in order."""
    told = select(LedgerRow.event).where(LedgerRow.contract_id == contract_id).order_by(LedgerRow.id)
    events = (await city.asks(lambda session: session.scalars(told))).all()
    return [each for each in events if each.startswith(("slot_", "placement_", "obligation_fulfilled"))]


async def residents(city: City, year: int) -> int:
    """How many count towards the goal of that year."""
    zone = city.program.city.hours.zone
    return sum((await city.asks(lambda session: new_resident.count(session, year, zone=zone))).values())


async def test_three_wishes_two_places_and_a_resident_at_work(city: City) -> None:  # noqa: PLR0915  one story
    anna, mira, karin = city.matcher_a, city.maleri, city.coordinator
    await turned_on(city)
    contract = await a_contract(city, contact="Mira Holm")
    asked = await an_obligation(
        city,
        contract,
        ObligationKind.PLACES,
        slot_kind=SlotKind.INTERNSHIP,
        places=2,
        due_on=TODAY + timedelta(days=200),
    )
    first, second, third = [await a_wish(anna) for _ in range(3)]

    # An offer with two places: three of Anna's fit, and nobody else hears of them.
    await mira.reports_internship(places=2)
    assert "Passar 3 av dina önskemål" in anna.last_text
    assert "önskemål" not in city.matcher_b.last_text
    await anna.presses("Jag tar den")
    one = await is_proposed(city, first)
    assert mira.last_text.startswith("Anna Lind föreslår någon till er")
    await card_of(anna)
    assert spoken_of(await anna.presses("Visa vilka"), first, second, third) == [second, third]
    other = await is_proposed(city, second)
    assert first[:3] not in " ".join(each.words for each in mira.received), "the wish's code is the matchers' alone"
    await begins(city, one)
    await begins(city, other)
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.FILLED
    assert (await as_it_is(city, asked)).status is ObligationStatus.FULFILLED
    assert await residents(city, 2026) == 2

    # One leaves early of their own wish: the place is free, and somebody else begins in it.
    await city.until(morning("2026-12-08"))
    await card_of(anna)
    await anna.presses(other.code)
    await anna.presses("Avsluta placering")
    await anna.presses("Ja, tidigare")
    await anna.presses("I går")
    await anna.presses("Personens egen önskan")
    await mira.presses("Ja, det stämmer")
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.RESERVED
    await card_of(anna)
    assert spoken_of(await anna.presses("Visa vilka"), first, second, third) == [second, third], "who left looks again"
    third_one = await is_proposed(city, third, start="Måndag 14 dec")
    await begins(city, third_one)
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.FILLED
    assert await residents(city, 2026) == 3
    assert (await as_it_is(city, asked)).status is ObligationStatus.FULFILLED

    # The other's last day comes, and the supplier has employed the person.
    kept = (await placements(city))[0]
    assert kept.ends_on is not None
    await city.until(morning(str(kept.ends_on + timedelta(days=1))))
    await card_of(mira)
    await mira.presses(one.code)
    await mira.presses("Avsluta placering")
    await mira.presses("Vi har anställt personen")
    assert "Var platsen som den beskrevs?" in await anna.presses("Ja, det stämmer")
    await city.later(timedelta(minutes=1))
    await mira.presses("Ja")
    said = len(mira.received)
    ended = (await placements(city))[0]
    assert (ended.status, ended.end_reason) == (PlacementStatus.COMPLETED, EndReason.HIRED)
    due = next(each.due_on for each in await outcomes(city) if each.placement_id == ended.id)
    await city.until(morning(str(due)))
    await card_of(anna)
    assert one.code in " ".join(each.words for each in anna.received[-12:])
    await anna.presses("Arbete")
    became = next(each for each in await outcomes(city) if each.placement_id == ended.id)
    assert became.outcome is Outcome.WORK
    assert not [each.words for each in mira.received[said:] if one.code in each.words], "the supplier hears no more"

    # The contract's record tells it all, in order, and by placements' codes alone.
    events = await happened_under(city, contract.id)
    begun = ["proposed", "interested", "introduced", "agreed", "started", "confirmed"]
    assert events[:3] == ["slot_reported", "slot_claimed", "placement_proposed"]
    for status in begun:
        assert events.count(f"placement_{status}") == 3, status
    assert events.count("placement_ended_early") == events.count("placement_completed") == 1
    assert events.index("placement_ended_early") < events.index("placement_completed")
    texts = (await city.asks(lambda session: session.scalars(select(LedgerText.content)))).all()
    assert not any(code in text or code.replace(" ", "") in text for code in (first, second, third) for text in texts)

    # And each phone shows it, in either language.
    async with city.database.write() as session:
        await session.execute(update(Person).values(language=Language.ENGLISH))
    await mira.says("/slots")
    theirs = await mira.presses("Centrum")
    assert "Have begun" in theirs
    assert first[:3] not in theirs
    assert "Have begun" in await card_of(karin)
    assert date(2026, 1, 1) <= became.due_on
