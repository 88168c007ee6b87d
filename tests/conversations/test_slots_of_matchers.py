from datetime import timedelta

from domain.role import Role
from domain.slot import SlotStatus, Trade
from tests.chat import Chat
from tests.city import City


async def card_of(chat: Chat, area: str = "Centrum") -> str:
    await chat.says("/platser")
    return await chat.presses(area)


async def three_slots(city: City) -> None:
    """Painting in two areas, and grounds as an apprenticeship in one of them."""
    await city.maleri.reports_internship(area="Centrum")
    await city.maleri.reports_internship(area="Råå")
    await city.park.says("/report")
    await city.park.answers("2", "1", "1", "Råå", "2", "2", "1")


async def test_with_nothing_to_take_on_the_matcher_is_told_what_happens_then(city: City) -> None:
    text = await city.matcher_a.says("/platser")
    assert text.startswith("Just nu finns inga lediga erbjudanden.")


async def test_open_slots_come_first_then_those_that_one_has_taken(city: City) -> None:
    await three_slots(city)
    await city.matcher_a.says("1")
    text = await city.matcher_a.says("/platser")
    assert city.matcher_a.buttons[:3] == [
        "1. Praktikplats · Måleri · Råå",
        "2. Praktikplats · Måleri · Centrum",
        "3. Lärlingsplats · Park och mark · Råå",
    ]
    assert "från 30 november 2026\nDu har tagit den · Påhittade Parker AB" in text
    await city.matcher_b.says("/platser")
    assert [label for label in city.matcher_b.buttons if "·" in label] == [
        "1. Praktikplats · Måleri · Råå",
        "2. Praktikplats · Måleri · Centrum",
    ]


async def test_what_is_paused_withdrawn_or_taken_by_others_is_not_listed(city: City) -> None:
    await three_slots(city)
    await city.matcher_b.says("1")
    await card_of(city.maleri, "Råå")
    await city.maleri.presses("Pausa")
    await city.matcher_a.says("/platser")
    assert [label for label in city.matcher_a.buttons if "·" in label] == ["1. Praktikplats · Måleri · Centrum"]


async def test_filters_stand_in_words_combine_and_can_be_taken_away(city: City) -> None:
    await three_slots(city)
    await city.matcher_a.says("/platser")
    assert city.matcher_a.buttons[3:] == ["4. Välj typ", "5. Välj bransch", "6. Välj område"]
    await city.matcher_a.presses("Välj område")
    assert city.matcher_a.last_text == "Vilket område vill du se?"
    assert city.matcher_a.buttons == ["1. Råå", "2. Centrum", "3. Visa alla", "4. Till listan"]
    await city.matcher_a.presses("Råå")
    assert "Visar bara: Råå" in city.matcher_a.last_text
    assert [label for label in city.matcher_a.buttons if "·" in label] == [
        "1. Lärlingsplats · Park och mark · Råå",
        "2. Praktikplats · Måleri · Råå",
    ]
    await city.matcher_a.presses("Välj bransch")
    assert city.matcher_a.buttons[:2] == ["1. Måleri", "2. Park och mark"]
    await city.matcher_a.presses("Måleri")
    assert "Visar bara: Måleri · Råå" in city.matcher_a.last_text
    await city.matcher_a.presses("Välj typ")
    assert city.matcher_a.buttons == ["1. Praktikplats", "2. Visa alla", "3. Till listan"]
    await city.matcher_a.presses("Praktikplats")
    assert "Visar bara: Praktikplats · Måleri · Råå" in city.matcher_a.last_text
    await city.matcher_a.presses("1. Praktikplats")
    assert "Område: Råå" in city.matcher_a.last_text
    await city.matcher_a.presses("Till listan")
    assert "Visar bara: Praktikplats · Måleri · Råå" in city.matcher_a.last_text
    await city.matcher_a.presses("Ta bort filter")
    assert "Visar bara" not in city.matcher_a.last_text
    assert len(city.matcher_a.received) == 3


async def test_one_filter_is_opened_again_while_the_others_stay(city: City) -> None:
    await three_slots(city)
    await city.matcher_a.says("/platser")
    for label in ("Välj område", "Råå", "Välj bransch", "Park och mark", "Välj område", "Visa alla"):
        await city.matcher_a.presses(label)
    assert "Visar bara: Park och mark\n" in city.matcher_a.last_text


async def test_a_filter_whose_last_slot_is_gone_says_so_and_how_to_go_on(city: City) -> None:
    await three_slots(city)
    await city.matcher_a.says("/platser")
    await city.matcher_a.presses("Välj område")
    await city.matcher_b.says("1", reply_to=city.matcher_b.received[0].message_id)
    await city.matcher_a.presses("Centrum")
    assert city.matcher_a.last_text.startswith("Här finns inget just nu.\nVisar bara: Centrum")
    await city.matcher_a.presses("Ta bort filter")
    assert "Lediga erbjudanden" in city.matcher_a.last_text


async def test_a_long_list_keeps_its_filter_from_page_to_page(city: City) -> None:
    for _ in range(7):
        await city.maleri.reports_internship(area="Råå")
    await city.park.reports_internship(area="Centrum")
    await city.matcher_a.says("/platser")
    for label in ("Välj område", "Råå", "Nästa sida"):
        await city.matcher_a.presses(label)
    assert "Visar bara: Råå" in city.matcher_a.last_text
    assert "Sida 2 av 2" in city.matcher_a.last_text
    assert len([label for label in city.matcher_a.buttons if "·" in label]) == 1


async def test_a_slot_is_taken_from_its_card(city: City) -> None:
    await city.maleri.reports_internship()
    text = await card_of(city.matcher_a)
    assert text.startswith("Öppet\nFrån Exempelmåleriet AB. Tar du den?")
    assert "Kontaktperson: Mira Holm" in text
    text = await city.matcher_a.presses("1. Jag tar den")
    assert text.startswith("Du har tagit den\n")
    assert city.matcher_a.buttons == [
        "1. Föreslå någon",
        "2. Ställ en fråga",
        "3. Lämna tillbaka",
        "4. Någon har börjat",
        "5. Jag har hittat någon",
        "6. Vad kan anpassas?",
        "7. Ange vad leverantören sagt",
        "8. Leverantören",
        "9. Till listan",
    ]
    assert city.matcher_a.received[0].text.startswith("Du har tagit den.")
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    assert city.maleri.last_text.startswith("Anna Lind tar hand om ert erbjudande")


async def test_a_card_that_others_have_taken_or_that_has_changed_shows_what_is_true_now(city: City) -> None:
    await city.maleri.reports_internship(places=2)
    await card_of(city.matcher_a)
    await card_of(city.maleri)
    for label in ("Ändra", "Ändra antal", "3", "Skicka"):
        await city.maleri.presses(label)
    await city.matcher_a.presses("1. Jag tar den")
    assert city.matcher_a.last_text.startswith("Det har redan hänt något annat. Så här är det nu:\n\nÖppet")
    assert "Antal: 3 platser" in city.matcher_a.last_text
    stale = city.matcher_a.data("1. Jag tar den")
    await city.matcher_b.presses("Jag tar den")
    await city.matcher_a.presses_forged(stale)
    assert "Taget av Bashir Nur" in city.matcher_a.last_text
    assert city.matcher_a.buttons == [
        "1. Ställ en fråga",
        "2. Ange vad leverantören sagt",
        "3. Leverantören",
        "4. Till listan",
    ]


async def test_a_released_slot_is_open_to_everyone_and_the_supplier_is_told_kindly(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    text = await city.matcher_a.presses("Lämna tillbaka")
    assert text.startswith("Öppet")
    assert city.matcher_a.buttons == [
        "1. Jag tar den",
        "2. Ställ en fråga",
        "3. Ange vad leverantören sagt",
        "4. Leverantören",
        "5. Till listan",
    ]
    (slot,) = await city.slots()
    assert (slot.status, slot.claimed_by, slot.claimed_at) == (SlotStatus.OPEN, None, None)
    assert city.maleri.last_text.startswith("Anna Lind kan inte ta hand om ert erbjudande längre.")
    assert "Du behöver inte göra något." in city.maleri.last_text
    old, new = city.matcher_b.received
    assert "Erbjudandet är ledigt igen." in new.text
    assert old.buttons
    assert len(city.matcher_a.received) == 2
    await city.later(timedelta(days=1))
    assert "Ingen har tagit erbjudandet än" in city.matcher_b.last_text
    await city.matcher_b.presses("Jag tar den")
    assert city.maleri.last_text.startswith("Bashir Nur tar hand om ert erbjudande")


async def test_where_nobody_else_can_take_it_the_coordinator_hears_at_once(city: City) -> None:
    city.matcher_b.phone.blocks_bot()
    await city.settled()
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Lämna tillbaka")
    assert "Ingen matchare kan ta emot" in city.coordinator.last_text


async def test_only_who_has_it_can_give_it_back_and_only_once(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    release = city.matcher_a.data("Lämna tillbaka")
    await city.matcher_b.presses_forged(release)
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    assert (await city.slots())[0].status is SlotStatus.RESERVED
    await city.matcher_a.presses("Lämna tillbaka")
    await city.matcher_a.presses_forged(release)
    assert city.matcher_a.last_text.startswith("Det har redan hänt något annat.")
    told = [message for message in city.maleri.received if "kan inte ta hand om" in message.text]
    assert len(told) == 1


async def test_a_matcher_can_not_do_what_is_the_suppliers(city: City) -> None:
    await city.maleri.reports_internship()
    (slot,) = await city.slots()
    for action in ("px", "pp", "po", "pt", "un"):
        await city.matcher_a.presses_forged(f"{action}:{slot.id}:1:0:0:0:0", message_id=1)
        assert city.matcher_a.last_text.startswith("Det finns inte längre, eller så hör det till någon annan."), action
    assert (await city.slots())[0].revision == 1


async def test_on_texts_alone(city: City) -> None:
    await three_slots(city)
    for text in ("/platser", "5", "1", "1", "1"):
        await city.matcher_a.says(text)
    assert city.matcher_a.last_text.startswith("Du har tagit den\n")
    assert [slot.status for slot in await city.slots()] == [SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.OPEN]
    assert (await city.matcher_a.says("3")).startswith("Öppet")


async def test_coordinators_and_administrators_see_everything_and_change_nothing(city: City) -> None:
    admin = await city.person("Adam Ros", Role.ADMINISTRATOR)
    await three_slots(city)
    await city.matcher_b.says("1")
    await card_of(city.maleri, "Råå")
    await city.maleri.presses("Pausa")
    for chat in (city.coordinator, admin):
        text = await chat.says("/platser")
        assert "Taget av Bashir Nur · Påhittade Parker AB" in text
        assert "Pausat · Exempelmåleriet AB" in text
        assert "Öppet · Exempelmåleriet AB" in text
        for label in ("Välj bransch", "Måleri", "Centrum"):
            await chat.presses(label)
        assert chat.buttons == ["1. Ange vad leverantören sagt", "2. Leverantören", "3. Till listan"]
        assert "Kontaktperson: Mira Holm" in chat.last_text
    (slot, *_) = await city.slots()
    for action in ("pj", "px", "pp", "po", "pt"):
        await admin.presses_forged(f"{action}:{slot.id}:1:0:0:0:0")
        assert admin.last_text.startswith("Det finns inte längre"), action


async def test_in_english_too(city: City) -> None:
    ann = await city.person("Ann Bell", Role.MATCHER)
    await ann.says("/sprak en")
    await city.maleri.reports_internship()
    await ann.says("/slots")
    assert ann.last_text.startswith("Open offers, and those that you have taken")
    assert ann.buttons == [
        "1. Internship · Painting · Centrum",
        "2. Choose kind",
        "3. Choose trade",
        "4. Choose area",
    ]
    for label in ("Choose kind", "Internship"):
        await ann.presses(label)
    assert "Showing only: Internship" in ann.last_text
    await ann.presses("Internship")
    assert (await ann.presses("I'll take it")).startswith("You have taken it\n")
    assert (await ann.presses("Give it back")).startswith("Open\n")
    assert Trade.PAINTING is (await city.slots())[0].trade


async def test_one_with_no_access_any_more_gets_no_list(city: City) -> None:
    await city.maleri.reports_internship()
    stranger = city.stranger()
    assert "inbjudan" in await stranger.says("/platser")
