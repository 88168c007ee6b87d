"""A supplier that nobody is in for lives by phone: staff write down what it says, and it counts."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from domain.hearsay import HearsayStatus, Said
from domain.meeting import MeetingKind
from domain.obligation import ObligationKind, ObligationStatus
from domain.placement import PlacementStatus
from domain.role import Role
from domain.slot import SlotKind, SlotStatus
from messages.button import base36
from storage.hearsay import Hearsay
from storage.placements.placement import Placement
from tests.chat import Chat
from tests.city import City
from tests.contracts import MALERI, TODAY, has_contract
from tests.meetings import has_meeting, meetings_of, tells
from tests.obligations import has_obligation, obligation

SILENT = "Tysta Trappan AB"
ENTER = "Ange vad leverantören sagt"
ON_THE_PHONE_TODAY = ("1", "1", "1")
"""The first contact, by phone, today."""


async def silent_contract(city: City) -> int:
    """The contract of a company that nobody is in for; its register has a contact."""
    return await has_contract(city, SILENT, number="2026/7", people=["Ivar Tyst"])


async def opens_contract(chat: Chat, contract_id: int) -> str:
    await chat.says("/avtal")
    return await chat.presses_forged(f"as:{base36(contract_id)}:0")


async def offers_by_phone(chat: Chat, contract_id: int, *, places: int = 1, area: str = "Hamnen") -> str:
    """An internship, as somebody of the staff heard it."""
    await opens_contract(chat, contract_id)
    await chat.presses(ENTER)
    await chat.presses("Erbjuder något")
    await chat.answers("1", "1", str(places), area, "2", "2", *ON_THE_PHONE_TODAY)
    return await chat.presses("Anteckna")


async def heard(city: City) -> list[Hearsay]:
    return list(await city.asks(lambda session: session.scalars(select(Hearsay).order_by(Hearsay.id))))


async def placements(city: City) -> list[Placement]:
    return list(await city.asks(lambda session: session.scalars(select(Placement).order_by(Placement.id))))


async def test_an_offer_by_phone_reaches_the_matchers_with_the_name_of_whoever_offered_it(city: City) -> None:
    contract_id = await silent_contract(city)
    plan = await has_obligation(city, contract_id, ObligationKind.PLAN, TODAY + timedelta(days=20), next_at=None)
    text = await offers_by_phone(city.coordinator, contract_id)
    assert text.startswith("Antecknat, och det räknas.\nIvar Tyst på Tysta Trappan AB, på telefon 23 november 2026:")
    assert "Därmed är ett åtagande i 2026/7 klart." in text
    assert "Tysta Trappan AB" in city.matcher_a.last_text
    await city.matcher_a.says("/platser")
    card = await city.matcher_a.presses("Hamnen")
    assert "Kontaktperson: Ivar Tyst" in card
    assert "Karin" not in card
    assert (await obligation(city, plan)).status is ObligationStatus.FULFILLED


async def says_that_somebody_has_begun(chat: Chat, area: str = "Hamnen") -> str:
    """The matcher has the slot, and says so."""
    await chat.says("/platser")
    await chat.presses(area)
    if any("Jag tar den" in label for label in chat.buttons):
        await chat.presses("Jag tar den")
    return await chat.says_begun()


async def test_the_yes_to_a_start_is_written_down_by_another_than_whoever_said_it(city: City) -> None:
    contract_id = await silent_contract(city)
    await offers_by_phone(city.coordinator, contract_id)
    told = await says_that_somebody_has_begun(city.matcher_a)
    assert told.startswith("Noterat. Ingen hos leverantören går att nå i Steget, så CSR-samordnaren ringer")
    assert city.coordinator.last_text.startswith("Fråga Tysta Trappan AB: har någon börjat hos dem?")
    assert "Ivar Tyst, 040-628 04 01" in city.coordinator.last_text
    await city.matcher_a.presses(ENTER)
    assert "Ja, någon har börjat" not in " ".join(city.matcher_a.buttons)
    await city.coordinator.presses(ENTER)
    yes = city.coordinator.data("Ja, någon har börjat")
    text = await city.matcher_a.presses_forged(yes)
    assert text.startswith("Någon annan på kommunen antecknar det här svaret")
    assert "De här kan anteckna svaret: Karin Ek, Bashir Nur" in text
    assert (await placements(city))[0].status is PlacementStatus.STARTED
    await city.coordinator.presses("Ja, någon har börjat")
    await city.coordinator.answers(*ON_THE_PHONE_TODAY)
    assert (await city.coordinator.presses("Anteckna")).startswith("Antecknat, och det räknas.")
    assert (await placements(city))[0].status is PlacementStatus.CONFIRMED
    assert city.matcher_a.last_text.startswith("Ivar Tyst bekräftar: någon har börjat\n1 av 1 har börjat.")
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.FILLED


async def painters(city: City) -> int:
    """A contract of the painters', of whom Mira is in."""
    return await has_contract(city, MALERI, number="2026/1", people=["Mira Holm"])


async def test_a_supplier_who_is_in_is_asked_whether_it_is_so_and_agrees(city: City) -> None:
    await offers_by_phone(city.coordinator, await painters(city))
    assert "Mira Holm ser det i Steget" in city.coordinator.last_text
    asked = city.maleri.last_text
    assert asked.startswith("Stämmer det att ni erbjuder det här?\nKarin Ek på kommunen har antecknat vad Mira Holm")
    assert (await city.maleri.presses("Ja, det stämmer")).startswith("Tack! Då vet alla att det stämmer.")
    assert [each.status for each in await heard(city)] == [HearsayStatus.AGREED]
    assert "Erbjuds av: Mira Holm" in await card_of(city.maleri)


async def card_of(chat: Chat, area: str = "Hamnen") -> str:
    await chat.says("/platser")
    return await chat.presses(area)


async def test_what_the_supplier_objects_to_counts_no_more_and_nothing_is_counted_against_it(city: City) -> None:
    contract_id = await painters(city)
    plan = await has_obligation(city, contract_id, ObligationKind.PLAN, TODAY - timedelta(days=20), next_at=None)
    await offers_by_phone(city.coordinator, contract_id)
    await city.matcher_a.presses("Jag tar den")
    await city.maleri.presses("Nej, det stämmer inte")
    said = await city.maleri.presses("Det har vi inte sagt")
    assert said.startswith("Tack för att du säger till. Det räknas inte längre.\nJag har sagt till Karin Ek, så att")
    assert "Inget räknas emot er under tiden." in said
    assert any("Erbjud en plats" in label for label in city.maleri.buttons)
    assert city.coordinator.last_text.startswith("Det stämmer inte, säger Mira Holm på Exempelmåleriet AB")
    assert any(ENTER in label for label in city.coordinator.buttons)
    assert "Skäl: Det har aldrig erbjudits" in city.matcher_a.last_text
    now = await obligation(city, plan)
    assert now.status is ObligationStatus.OPEN
    # A week's rest, at both ends: neither the supplier is reminded of it, nor does it climb.
    assert now.snoozed_until == TODAY + timedelta(days=7)
    before = len(city.maleri.received), len(city.coordinator.received)
    await city.later(timedelta(days=5))
    assert (len(city.maleri.received), len(city.coordinator.received)) == before
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.WITHDRAWN


async def test_an_objection_to_a_yes_lets_the_supplier_say_itself_whether_somebody_has_begun(city: City) -> None:
    contract_id = await painters(city)
    number = await has_obligation(
        city, contract_id, ObligationKind.PLACES, TODAY + timedelta(days=40), slot_kind=SlotKind.INTERNSHIP, places=1
    )
    await city.maleri.reports_internship(places=1, area="Hamnen")
    await says_that_somebody_has_begun(city.matcher_a)
    await card_of(city.coordinator)
    await city.coordinator.presses(ENTER)
    await city.coordinator.presses("Ja, någon har börjat")
    await city.coordinator.answers(*ON_THE_PHONE_TODAY)
    await city.coordinator.presses("Anteckna")
    assert (await obligation(city, number)).status is ObligationStatus.FULFILLED
    await city.maleri.presses("Nej, det stämmer inte")
    await city.maleri.presses("Det blev missförstått")
    assert (await obligation(city, number)).status is ObligationStatus.OPEN
    assert (await city.slots())[0].status is SlotStatus.RESERVED
    assert (await placements(city))[0].next_at is not None, "their own word is waited for, and reminded of"
    await city.maleri.presses("Ja")
    assert (await placements(city))[0].status is PlacementStatus.CONFIRMED
    assert (await obligation(city, number)).status is ObligationStatus.FULFILLED


async def test_whoever_wrote_it_down_takes_it_back_and_all_that_came_of_it(city: City) -> None:
    contract_id = await painters(city)
    plan = await has_obligation(city, contract_id, ObligationKind.PLAN, TODAY + timedelta(days=20), next_at=None)
    await enters(city.coordinator, plan, "Inget att erbjuda nu", "För lite arbete just nu")
    assert (await obligation(city, plan)).status is ObligationStatus.FULFILLED
    text = await city.coordinator.presses("Ta bort anteckningen")
    assert text.startswith("Anteckningen är borttagen. Den räknas inte längre.")
    assert (await obligation(city, plan)).status is ObligationStatus.OPEN
    assert city.maleri.last_text.startswith("Karin Ek på kommunen har tagit bort anteckningen.")
    assert city.maleri.buttons == []


async def enters(chat: Chat, obligation_id: int, said: str, *words: str, on: str = "1") -> str:
    """The coordinator writes down what was said about an obligation: on the phone, by the first contact."""
    await chat.says("/avtal")
    await chat.presses_forged(f"ao:{base36(obligation_id)}")
    await chat.presses(ENTER)
    await chat.presses(said)
    await chat.answers(*words, "1", "1", on)
    return await chat.presses("Anteckna")


async def test_a_supplier_presses_nothing_of_another_and_a_matcher_answers_for_no_meeting(city: City) -> None:
    contract_id = await painters(city)
    await offers_by_phone(city.coordinator, contract_id)
    refused = await city.park.says("/platser")
    yes, take_back = city.maleri.data("Ja, det stämmer"), city.coordinator.data("Ta bort anteckningen")
    for chat, carried in ((city.park, yes), (city.maleri, take_back), (city.matcher_b, take_back)):
        if not chat.received:
            await chat.says("/platser")
        await chat.presses_forged(carried)
    assert [each.status for each in await heard(city)] == [HearsayStatus.COUNTS]
    plan = await has_obligation(city, contract_id, ObligationKind.CLOSE_OUT, TODAY + timedelta(days=20), next_at=None)
    await city.matcher_b.presses_forged(f"hy:{list(Said).index(Said.TIME)}:{base36(plan)}")
    assert "Vilken tid passar" not in city.matcher_b.last_text
    assert refused


async def test_whoever_comes_in_later_is_shown_what_was_written_down_and_may_object(city: City) -> None:
    await offers_by_phone(city.coordinator, await silent_contract(city))
    ivar = await city.person("Ivar Tyst", Role.SUPPLIER, company=SILENT)
    await city.later(timedelta(minutes=5))
    assert ivar.last_text.startswith("Stämmer det att ni erbjuder det här?")
    await city.later(timedelta(minutes=5))
    assert len(ivar.received) == 1
    await ivar.presses("Nej, det stämmer inte")
    await ivar.presses("Det gäller inte längre")
    assert (await city.slots())[0].status is SlotStatus.WITHDRAWN


async def test_everything_else_that_can_be_said_counts_and_counts_no_more_where_it_is_not_so(city: City) -> None:
    contract_id = await painters(city)
    action = await has_obligation(
        city, contract_id, ObligationKind.ACTION, TODAY + timedelta(days=9), next_at=None, title="Skicka en lista"
    )
    await enters(city.coordinator, action, "Det är klart")
    assert (await obligation(city, action)).status is ObligationStatus.FULFILLED
    await objects(city)
    assert (await obligation(city, action)).status is ObligationStatus.OPEN

    await city.maleri.reports_internship(places=1, area="Hamnen")
    await card_of(city.coordinator)
    await city.coordinator.presses(ENTER)
    await city.coordinator.presses("Tar tillbaka erbjudandet")
    await city.coordinator.answers("1", *ON_THE_PHONE_TODAY)
    await city.coordinator.presses("Anteckna")
    assert (await city.slots())[0].status is SlotStatus.WITHDRAWN
    assert city.maleri.last_text.startswith("Stämmer det att ni tar tillbaka erbjudandet?")
    await objects(city)
    assert "Erbjudandet är återkallat, men ni kan lämna det igen här." in city.maleri.last_text
    assert any("Erbjud en plats" in label for label in city.maleri.buttons)

    due = await has_obligation(city, contract_id, ObligationKind.START_UP, TODAY + timedelta(days=9), next_at=None)
    await enters(city.coordinator, due, "Föreslår en tid", "fredag kl. 9")
    assert "Tid: fredag kl. 9" in city.maleri.last_text
    await objects(city)
    assert [each.status for each in await heard(city)] == [HearsayStatus.OBJECTED] * 3


async def objects(city: City) -> None:
    await city.maleri.presses("Nej, det stämmer inte")
    await city.maleri.presses("Det blev missförstått")


async def test_what_was_heard_of_a_meeting_is_shown_on_its_card_until_it_is_objected_to(city: City) -> None:
    contract_id = await painters(city)
    await has_meeting(city, contract_id, MeetingKind.START_UP, datetime(2026, 11, 26, 9, tzinfo=UTC))
    await hears_of_meeting(city.coordinator, "Kan inte komma till mötet")
    await city.coordinator.says("/moten")
    assert "Mira Holm – kan inte" in await city.coordinator.presses("Startmöte")
    await objects(city)
    await city.coordinator.says("/moten")
    assert "Mira Holm" not in await city.coordinator.presses("Startmöte")


async def test_a_summary_that_was_confirmed_by_phone_waits_for_the_suppliers_own_word_again(city: City) -> None:
    contract_id = await painters(city)
    await has_meeting(
        city, contract_id, MeetingKind.START_UP, city.clock.now() + timedelta(minutes=1), ask_at=city.clock.now()
    )
    await city.later(timedelta(hours=2))
    await tells(city.coordinator, who="Någon annan därifrån")
    await city.coordinator.presses(ENTER)
    await city.coordinator.presses("Sammanfattningen stämmer")
    await city.coordinator.answers(*ON_THE_PHONE_TODAY)
    await city.coordinator.presses("Anteckna")
    (meeting,) = await meetings_of(city)
    assert meeting.confirmed_at is not None
    await objects(city)
    assert (await meetings_of(city))[0].confirmed_at is None
    assert any("Bekräfta" in label for label in city.maleri.buttons)


async def hears_of_meeting(chat: Chat, said: str) -> None:
    await chat.says("/moten")
    await chat.presses("Startmöte")
    await chat.presses(ENTER)
    await chat.presses(said)
    await chat.answers(*ON_THE_PHONE_TODAY)
    await chat.presses("Anteckna")


async def test_an_offer_in_which_somebody_has_begun_stays_where_it_is_objected_to_and_that_is_said(city: City) -> None:
    await offers_by_phone(city.coordinator, await painters(city))
    await says_that_somebody_has_begun(city.matcher_a)
    question = next(each for each in city.maleri.received if each.words.startswith("Stämmer det att ni erbjuder"))
    carried = next(button.data for row in question.buttons for button in row if "Nej" in button.text)
    assert carried
    await city.maleri.presses_forged(carried, message_id=question.message_id)
    said = await city.maleri.presses("Det har vi inte sagt")
    assert "Någon har redan börjat, så erbjudandet ligger kvar tills ni har talats vid." in said
    assert (await city.slots())[0].status is SlotStatus.RESERVED
