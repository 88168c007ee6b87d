"""No offer dies in silence: nobody takes it, nothing happens to it, its time is over."""

from datetime import UTC, datetime

from domain.obligation import ObligationStatus
from domain.offer_step import OfferStep
from domain.slot import EmptyReason, SlotStatus
from storage.results import year_result
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.contracts import a_contract
from tests.conversations.results import sees_results
from tests.conversations.slots import card_of, events
from tests.domain.hours import at
from tests.obligations import an_obligation, as_it_is


async def goes_by(city: City, *moments: str) -> None:
    """The clock comes by at these local times."""
    for moment in moments:
        await city.until(at(moment))


async def newest(city: City) -> Slot:
    return (await city.slots())[-1]


def said(chat: Chat, words: str) -> int:
    """How many messages have these words as they read now."""
    return sum(words in message.words for message in chat.received)


async def test_a_visit_that_nobody_takes_expires_after_its_day_and_the_supplier_hears_why(city: City) -> None:
    plan = await an_obligation(city, await a_contract(city))
    await city.maleri.reports_visit()
    await goes_by(city, "2026-11-24 08:30")
    assert "Kan du ta" in city.matcher_b.last_text
    heard = len(city.maleri.received)
    await goes_by(city, "2026-11-26 00:00")
    slot = await newest(city)
    assert (slot.status, slot.expired_at) == (SlotStatus.EXPIRED, datetime(2026, 11, 25, 23, tzinfo=UTC))
    assert [message.words.split("\n")[0] for message in city.matcher_a.received] == ["Erbjudandet har gått ut."] * 2
    assert len(city.maleri.received) == heard, "nobody is woken at midnight"
    await goes_by(city, "2026-11-26 08:00")
    assert city.coordinator.last_text.startswith("Varför hittade vi ingen?")
    assert len(city.maleri.received) == heard, "the supplier hears it with the reason"
    text = await city.coordinator.presses("Språket")
    assert text.startswith("Tack! Jag har berättat det för Mira Holm.")
    assert city.maleri.last_text.startswith("Vi hittade ingen i tid")
    assert "Språkkraven passade inte" in city.maleri.last_text
    assert (await newest(city)).empty_reason is EmptyReason.LANGUAGE
    assert (await as_it_is(city, plan)).status is ObligationStatus.FULFILLED, "it counts as offered"
    assert "Vilken dag passar?" in await city.maleri.presses("Erbjud igen")
    assert {"slot_expired", "slot_empty_explained"} <= set(await events(city))


async def test_what_has_passed_is_neither_shown_as_open_nor_taken_before_the_clock_comes_by(city: City) -> None:
    await city.maleri.reports_visit()
    city.clock.advance(at("2026-11-26 07:00") - city.clock.now())
    await city.matcher_a.presses("Jag tar den")
    assert (await newest(city)).claimed_by is None
    assert "inga lediga" in await city.matcher_b.says("/platser")
    assert (await card_of(city.maleri)).startswith("Har gått ut")
    assert "Pausa" not in " ".join(city.maleri.buttons)


async def test_nobody_takes_it_so_the_coordinator_gives_it_to_a_matcher_and_then_to_another(city: City) -> None:
    await city.maleri.reports_internship()
    await goes_by(city, "2026-11-24 08:30", "2026-11-30 08:29")
    assert not city.coordinator.received
    await goes_by(city, "2026-11-30 08:30")
    assert city.coordinator.last_text.startswith("Ingen matchare har tagit erbjudandet på fem arbetsdagar.")
    assert "Nu är det CSR-samordnarens tur" in await card_of(city.maleri)
    assert (await city.coordinator.presses("Ge till Anna Lind")).startswith("Klart.")
    assert city.matcher_a.last_text.startswith("Karin Ek har gett dig ett erbjudande.")
    assert city.maleri.last_text.startswith("Anna Lind tar hand om ert erbjudande")
    await goes_by(city, "2026-12-07 08:30")
    assert city.matcher_a.last_text.startswith("Hur går det med erbjudandet från Exempelmåleriet AB?")
    assert (await city.matcher_a.presses("Jag jobbar på det")).startswith("Tack!")
    assert city.maleri.last_text.startswith("Anna Lind arbetar fortfarande med ert erbjudande.")
    await goes_by(city, "2026-12-14 08:30", "2026-12-21 08:30")
    assert city.coordinator.last_text.startswith(
        "På tio arbetsdagar har inget hänt med ett erbjudande som Anna Lind har."
    )
    assert city.maleri.last_text.startswith("Vi vet inte än hur det går")
    await city.coordinator.presses("Ge till Bashir Nur")
    assert city.matcher_b.last_text.startswith("Karin Ek har gett dig ett erbjudande.")
    assert city.matcher_a.last_text.startswith("Bashir Nur tar över ett erbjudande som du hade.")
    assert city.maleri.last_text.startswith("Bashir Nur tar hand om ert erbjudande nu i stället för Anna Lind")


async def test_a_question_is_a_sign_so_whoever_asks_is_not_asked(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await goes_by(city, "2026-11-27 09:00")
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says("Finns det parkering?")
    await goes_by(city, "2026-11-30 08:30", "2026-12-04 08:59")
    assert not said(city.matcher_a, "Hur går det med")
    await goes_by(city, "2026-12-04 09:00")
    assert said(city.matcher_a, "Hur går det med") == 1
    await goes_by(city, "2026-12-07 10:00")
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says("Går det en buss dit?")
    await goes_by(city, "2026-12-11 09:00", "2026-12-14 10:00")
    assert not city.coordinator.received, "another question is another sign"
    assert said(city.matcher_a, "Hur går det med") == 2


async def test_without_a_last_day_the_supplier_is_asked_once_and_it_holds_some_weeks_more(city: City) -> None:
    await city.maleri.reports_internship_without_end()
    await goes_by(city, "2026-11-24 08:30", "2026-11-30 08:30", "2026-12-14 08:00")
    assert city.maleri.last_text.startswith("Gäller ert erbjudande fortfarande?")
    assert "Det beror inte på er." in city.maleri.last_text
    text = await city.maleri.presses("Gäller fortfarande")
    assert text.startswith("Tack!")
    slot = await newest(city)
    assert slot.status is SlotStatus.OPEN
    assert slot.answer_by is not None
    assert "Svar senast" in text
    await goes_by(city, "2026-12-14 08:01")
    assert "Kan du ta" in city.matcher_a.last_text
    await goes_by(city, f"{slot.answer_by} 23:59")
    assert (await newest(city)).status is SlotStatus.OPEN
    await city.until(at(f"{slot.answer_by} 23:59").replace(second=59))
    await goes_by(city, "2027-03-01 08:00")
    assert (await newest(city)).status is SlotStatus.EXPIRED
    assert said(city.maleri, "Gäller ert erbjudande fortfarande?") == 0


async def test_without_an_answer_it_expires_and_without_a_reason_the_supplier_hears_all_the_same(city: City) -> None:
    await city.maleri.reports_internship_without_end()
    await city.maleri.says("/platser")
    for label in ("Centrum", "Vad kan anpassas?", "Lugn miljö", "Klart"):
        await city.maleri.presses(label)
    await goes_by(city, "2026-11-24 08:30", "2026-11-30 08:30", "2026-12-14 08:00", "2026-12-30 08:01")
    assert (await newest(city)).status is SlotStatus.EXPIRED
    await goes_by(city, "2026-12-30 08:02")
    assert city.coordinator.last_text.startswith("Varför hittade vi ingen?")
    assert not said(city.maleri, "Vi hittade ingen i tid")
    await goes_by(city, "2027-01-12 08:02")
    assert city.maleri.last_text.startswith("Vi hittade ingen i tid till ert erbjudande.")
    renew = city.maleri.data("Erbjud igen")
    text = await city.maleri.presses("Erbjud igen")
    assert text.startswith("Tack! Erbjudandet är skickat.")
    first, second = await city.slots()
    assert (first.asked, second.status) == (OfferStep.RENEWED, SlotStatus.OPEN)
    assert str(second.starts_on) == "2027-01-13"
    assert (second.kind, second.places, second.area) == (first.kind, first.places, first.area)
    assert first.adaptations == second.adaptations == ["quiet"]
    assert "Jag tar den" in " ".join(city.matcher_a.buttons)
    await city.maleri.presses_forged(renew)
    assert len(await city.slots()) == 2


async def test_of_several_offers_the_supplier_is_asked_about_one_a_week(city: City) -> None:
    await city.maleri.reports_internship_without_end()
    await city.maleri.reports_internship_without_end()
    await goes_by(city, "2026-11-24 08:30", "2026-11-30 08:30", "2026-12-14 08:00", "2026-12-14 08:01")
    asked = "Gäller ert erbjudande fortfarande?"
    assert said(city.maleri, asked) == 1
    await goes_by(city, "2026-12-15 08:02", "2026-12-18 08:02")
    assert said(city.maleri, asked) == 1
    await goes_by(city, "2026-12-22 08:02")
    assert said(city.maleri, asked) == 2


async def test_a_new_day_keeps_it_open(city: City) -> None:
    await city.maleri.reports_internship_without_end()
    await goes_by(city, "2026-11-24 08:30", "2026-11-30 08:30", "2026-12-14 08:00")
    assert "Vi väntar på ert svar" in await card_of(city.maleri)
    await city.maleri.presses("Ny dag")
    await city.maleri.presses("Ändra")
    assert (await newest(city)).status is SlotStatus.OPEN


async def test_a_claimed_visit_is_asked_about_after_its_day_and_is_done(city: City) -> None:
    await city.maleri.reports_visit()
    await city.matcher_a.presses("Jag tar den")
    await goes_by(city, "2026-11-26 08:00")
    assert city.matcher_a.last_text.startswith("Blev studiebesöket hos Exempelmåleriet AB av?")
    assert "Vi frågar matcharen hur det gick" in await card_of(city.maleri)
    assert "Hur många kom?" in await city.matcher_a.presses("Ja, det blev av")
    assert (await city.matcher_a.says("12")).startswith("Tack!")
    slot = await newest(city)
    assert (slot.status, slot.participants) == (SlotStatus.CLOSED, 12)
    assert city.maleri.last_text.startswith("Tack för studiebesöket!\n12 personer kom.")


async def test_a_visit_that_was_not_held_expires_with_a_reason_and_can_not_be_given_back_as_open(city: City) -> None:
    await city.maleri.reports_visit()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    release = city.matcher_a.data("Lämna tillbaka")
    await goes_by(city, "2026-11-26 08:00", "2026-12-03 08:00")
    await city.matcher_a.presses_forged(release)
    assert not said(city.maleri, "Det ligger kvar")
    assert city.coordinator.last_text.startswith("Blev studiebesöket")
    text = await city.coordinator.presses("Nej, det blev inte av")
    assert text.startswith("Varför blev det inte av?")
    await city.coordinator.presses("Något annat")
    assert city.maleri.last_text.startswith("Studiebesöket blev inte av.")
    await goes_by(city, "2026-12-11 08:00")
    assert said(city.maleri, "Studiebesöket blev inte av.") == 1


async def test_what_somebody_has_begun_in_does_not_expire(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    await city.matcher_a.says_begun()
    await goes_by(city, "2026-11-30 08:30", "2027-03-01 08:00")
    assert (await newest(city)).status is SlotStatus.RESERVED
    assert not said(city.matcher_a, "Hur går det med")


async def test_what_the_supplier_had_paused_expires_without_anybody_asked_why(city: City) -> None:
    await city.maleri.reports_visit()
    await card_of(city.maleri)
    await city.maleri.presses("Pausa")
    await goes_by(city, "2026-11-26 08:00", "2026-11-26 08:01")
    assert city.maleri.last_text.startswith("Ert pausade erbjudande har gått ut.")
    assert not city.coordinator.received


async def test_a_visit_gets_the_day_that_is_agreed_is_held_then_and_the_supplier_is_thanked(city: City) -> None:
    await city.maleri.reports_visit(on="25 november 2026")
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Bestäm dag")
    assert "Sparat." in await city.matcher_a.says("27 november 2026")
    assert city.maleri.last_text.startswith("Studiebesöket blir fredag 27 november 2026"), city.maleri.last_text
    await goes_by(city, "2026-11-26 08:00")
    assert not said(city.matcher_a, "av?"), "its day has not come"
    await goes_by(city, "2026-11-30 08:00")
    assert "Blev studiebesöket hos Exempelmåleriet AB av?" in city.matcher_a.last_text
    await city.park.reports_internship(area="Råå")
    listed = await city.matcher_a.says("/platser")
    assert "1. Studiebesök" in listed, "what waits for the reader stands first"
    assert listed.count("Väntar på ditt svar") == 1
    assert "2. Praktikplats" in listed
    await city.matcher_a.presses("Det blir en annan dag")
    await city.matcher_a.says("1 december 2026")
    assert city.maleri.last_text.startswith("Studiebesöket blir tisdag 1 december 2026")
    await goes_by(city, "2026-12-02 08:00")
    await city.matcher_a.presses("Ja, det blev av")
    await city.matcher_a.says("9")
    assert city.maleri.last_text.startswith("Tack för studiebesöket!\n9 personer kom.")
    assert "Studiebesök: 1 · 9 deltagare" in await sees_results(city.coordinator)
    assert (await events(city)).count("slot_day_planned") == 2
    zone = city.program.city.hours.zone
    assert await city.asks(lambda session: year_result.begun(session, 2026, zone=zone)) == {}, "it is no resident"


async def test_a_mentor_is_engaged_by_the_short_way_beside_the_residents(city: City) -> None:
    await city.maleri.reports_mentor()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    assert (await city.matcher_a.presses("Mentorn har börjat")).startswith("Vilken dag började mentorn?")
    await city.matcher_a.presses("I dag")
    await city.matcher_a.presses("Ja")
    assert city.maleri.last_text.startswith("Stämmer det att er mentor har börjat?")
    assert (await city.maleri.presses("Ja")).startswith("Tack!")
    told = await sees_results(city.coordinator)
    assert "Praktikplatser: 0" in told
    assert "Yrkesmentorer: 1" in told
    assert "Tack! Mentorer som har börjat: 1" in await city.maleri.says("/platser")
