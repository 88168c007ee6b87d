"""A coordinator decides about an obligation: a new date, waived, followed up outside the bot, done, added."""

from datetime import date, timedelta

from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.slot import SlotKind
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from tests.chat import Chat
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.obligations import an_obligation, as_it_is, is_set
from tests.record import recorded

LATE = TODAY - timedelta(days=20)


async def card_of(chat: Chat, obligation: Obligation) -> str:
    """The obligation's card, as from the queue."""
    await chat.says("/avtal")
    return await chat.presses_forged(f"ao:{obligation.id}")


async def escalated(city: City, kind: ObligationKind = ObligationKind.PLAN) -> Obligation:
    """One that has reached the top of the ladder."""
    return await an_obligation(
        city,
        await a_contract(city),
        kind,
        due_on=LATE,
        status=ObligationStatus.ESCALATED,
        rung=Rung.COORDINATOR.value,
    )


async def test_a_new_date_begins_the_ladder_again_and_the_contact_hears_it(city: City) -> None:
    obligation = await escalated(city)
    assert "Läge: väntar på CSR-samordnarens beslut" in await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Nytt datum")
    text = await city.coordinator.says("7/12")
    assert text.startswith("Datumet är ändrat.")
    assert (
        "Senast: måndag 7 december 2026\nLäge: ska göras\nNu är det: ingens tur förrän 7 december 2026\n"
        "Från början: 3 november 2026" in text
    )
    now = await as_it_is(city, obligation)
    assert (now.status, now.rung, now.due_on) == (ObligationStatus.OPEN, Rung.NONE, date(2026, 12, 7))
    assert now.next_at is not None
    assert city.maleri.last_text.startswith("Nytt datum: måndag 7 december 2026\nKarin Ek på kommunen har flyttat")
    assert "23 nov 2026 · Plan för erbjudanden · nytt datum 7 december 2026: Karin Ek" in text


async def test_a_day_off_becomes_the_next_working_day(city: City) -> None:
    obligation = await escalated(city)
    await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Nytt datum")
    await city.coordinator.says("5/12")
    assert (await as_it_is(city, obligation)).due_on == date(2026, 12, 7)


async def test_a_day_that_has_been_is_no_new_date(city: City) -> None:
    obligation = await escalated(city)
    await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Nytt datum")
    assert (await city.coordinator.says("2026-11-01")).startswith("Det datumet har redan varit.")
    assert (await as_it_is(city, obligation)).status is ObligationStatus.ESCALATED


async def test_a_form_that_lay_open_until_after_the_day_asks_again(city: City) -> None:
    obligation = await an_obligation(city, await a_contract(city, ends_on=TODAY), due_on=LATE)
    await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Nytt datum")
    await city.coordinator.says("24/11")
    await city.later(timedelta(days=3))
    text = await city.coordinator.presses("behåll datumet")
    assert text.startswith("Det datumet har redan varit.")


async def test_a_day_after_the_contract_s_end_is_asked_about(city: City) -> None:
    obligation = await an_obligation(city, await a_contract(city, ends_on=date(2026, 12, 31)), due_on=LATE)
    await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Nytt datum")
    assert "Datumet är efter avtalets slut. Vill du ha det ändå?" in await city.coordinator.says("4/1 2027")
    await city.coordinator.presses("välj ett annat datum")
    assert (await city.coordinator.says("30/12")).startswith("Datumet är ändrat.")
    assert (await as_it_is(city, obligation)).due_on == date(2026, 12, 30)
    await city.coordinator.presses("Nytt datum")
    await city.coordinator.says("4/1 2027")
    assert (await city.coordinator.presses("behåll datumet")).startswith("Datumet är ändrat.")
    assert (await as_it_is(city, obligation)).due_on == date(2027, 1, 4)


async def test_it_is_waived_with_a_reason_that_the_supplier_sees(city: City) -> None:
    obligation = await escalated(city)
    await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Behövs inte")
    text = await city.coordinator.says("1")
    assert "Behövs inte: 23 november 2026 · Karin Ek\nSkäl: Ingår inte i avtalet" in text
    assert (await as_it_is(city, obligation)).status is ObligationStatus.WAIVED
    assert city.maleri.last_text.startswith("Ni behöver inte göra det här: Plan för erbjudanden")
    assert "Skäl: Ingår inte i avtalet" in city.maleri.last_text
    await city.coordinator.presses("Nytt datum")
    await city.coordinator.says("7/12")
    assert (await as_it_is(city, obligation)).status is ObligationStatus.OPEN


async def test_a_reason_in_own_words_is_kept_and_names_no_private_person(city: City) -> None:
    obligation = await escalated(city)
    await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Behövs inte")
    assert "personnummer" in await city.coordinator.says("Gäller 811218-9876")
    await city.coordinator.says("Vi har sagt upp avtalet")
    assert (await as_it_is(city, obligation)).reason == "Vi har sagt upp avtalet"
    (row,) = await recorded(city, "obligation_waived")
    assert (row.actor_id, row.supplier_id, row.contract_id) == (5, 1, obligation.contract_id)


async def test_formal_follow_up_is_a_person_s_and_the_bot_falls_silent(city: City) -> None:
    obligation = await escalated(city)
    said = len(city.maleri.received)
    await card_of(city.coordinator, obligation)
    text = await city.coordinator.presses("Formell uppföljning")
    assert (
        "Jag skickar inget mer om det här åtagandet till leverantören, och väntar en vecka med annat i avtalet." in text
    )
    text = await city.coordinator.presses("Ja, jag följer upp det själv")
    assert "Läge: följs upp utanför Steget" in text
    now = await as_it_is(city, obligation)
    assert (now.status, now.next_at) == (ObligationStatus.FORMAL, None)
    assert len(city.maleri.received) == said


async def test_only_what_is_escalated_is_followed_up_formally(city: City) -> None:
    obligation = await an_obligation(city, await a_contract(city), due_on=LATE)
    await card_of(city.coordinator, obligation)
    assert not any("Formell" in label for label in city.coordinator.buttons)
    text = await city.coordinator.presses_forged(f"af:{obligation.id}")
    assert text.startswith("Det har redan hänt något annat.")
    assert (await as_it_is(city, obligation)).status is ObligationStatus.OPEN


async def test_a_coordinator_says_that_it_is_done_and_can_open_it_again(city: City) -> None:
    obligation = await escalated(city, ObligationKind.START_UP)
    await card_of(city.coordinator, obligation)
    text = await city.coordinator.presses("Det är klart")
    assert text.startswith("Markerat som klart.")
    assert city.maleri.last_text.startswith("Klart: Startmöte")
    assert (await as_it_is(city, obligation)).status is ObligationStatus.FULFILLED
    await city.later(timedelta(days=2))
    assert (await city.coordinator.presses("Öppna igen")).startswith("Det är öppet igen.")
    assert (await as_it_is(city, obligation)).status is ObligationStatus.OPEN
    assert city.maleri.last_text.startswith("Öppet igen i avtalet UH-2026-17: Startmöte")


async def test_an_old_button_shows_how_it_stands_now(city: City) -> None:
    obligation = await escalated(city)
    await card_of(city.coordinator, obligation)
    await is_set(city, obligation, status=ObligationStatus.FULFILLED, fulfilled_by="slot:1")
    text = await city.coordinator.presses("Behövs inte")
    assert text.startswith("Det har redan hänt något annat. Så här är det nu:")
    assert "Läge: klart" in text
    assert not any("Behövs inte" in label for label in city.coordinator.buttons)


async def test_of_two_who_decide_the_second_sees_what_the_first_did(city: City) -> None:
    obligation = await escalated(city)
    await card_of(city.coordinator, obligation)
    await city.coordinator.presses("Behövs inte")
    await is_set(city, obligation, status=ObligationStatus.FULFILLED, fulfilled_by="slot:1")
    assert (await city.coordinator.says("1")).startswith("Det har redan hänt något annat.")
    assert await recorded(city, "obligation_waived") == []


async def test_the_card_that_was_pressed_has_nothing_left_to_press(city: City) -> None:
    obligation = await escalated(city)
    await card_of(city.coordinator, obligation)
    pressed = city.coordinator.last.message_id
    await city.coordinator.presses("Behövs inte")
    await city.coordinator.says("1")
    (old,) = [message for message in city.coordinator.received if message.message_id == pressed]
    assert old.buttons == []


async def test_an_action_is_added_in_own_words_and_the_contact_hears_it(city: City) -> None:
    contract = await a_contract(city)
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("UH-2026-17")
    await city.coordinator.presses("Lägg till åtagande")
    await city.coordinator.says("Skicka en lista över arbetsplatser")
    text = await city.coordinator.says("7/12")
    assert text.startswith("Vill du lägga till det här?\nSkicka en lista över arbetsplatser\nSenast: måndag 7 december")
    text = await city.coordinator.presses("Lägg till")
    assert text.startswith("Tillagt.")
    assert "1. Skicka en lista över arbetsplatser · senast 7 december 2026" in text
    assert city.maleri.last_text.startswith("Nytt i avtalet UH-2026-17: Skicka en lista över arbetsplatser")
    (added,) = await city.asks(lambda session: obligations.of_contract(session, contract.id))
    assert (added.kind, added.status, added.planned_on) == (
        ObligationKind.ACTION,
        ObligationStatus.OPEN,
        date(2026, 12, 7),
    )
    assert added.next_at is not None
    (row,) = await recorded(city, "obligation_added")
    assert (row.about, row.contract_id) == (f"obligation:{added.id}", contract.id)


async def test_a_number_is_added_with_its_kind(city: City) -> None:
    contract = await a_contract(city)
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("UH-2026-17")
    await city.coordinator.presses("Lägg till åtagande")
    for answer in ("Antal platser", "Anställning", "3", "7/12"):
        await city.coordinator.says(answer)
    assert "3 anställningar" in city.coordinator.last_text
    await city.coordinator.presses("Lägg till")
    (added,) = await city.asks(lambda session: obligations.of_contract(session, contract.id))
    assert (added.kind, added.slot_kind, added.places) == (ObligationKind.PLACES, SlotKind.EMPLOYMENT, 3)
