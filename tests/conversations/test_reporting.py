from datetime import date, timedelta

import pytest

from domain.slot import SlotKind, SlotStatus, Trade
from tests.chat import Chat
from tests.city import City


async def at_the_summary(chat: Chat) -> None:
    await chat.says("/rapportera")
    await chat.answers("Praktikplats", "Måleri", "2", "Centrum", "2", "2")


async def walks_to_the_summary(chat: Chat) -> None:
    await chat.says("/rapportera")
    for label in ("Praktikplats", "Måleri", "2"):
        await chat.presses(label)
    await chat.says("Centrum")
    await chat.presses("Måndag 30 nov")
    await chat.presses("8 veckor")


async def test_the_short_path_takes_at_most_eight_taps_and_three_typed_answers(city: City) -> None:
    taps = typed = 0
    await city.maleri.says("/rapportera")
    while "Tack! Erbjudandet är skickat." not in city.maleri.last_text:
        choices = [label for label in city.maleri.buttons if label not in {"Tillbaka", "Avbryt"}]
        if choices:
            await city.maleri.presses(choices[0])
            taps += 1
        else:
            await city.maleri.says("Centrum")
            typed += 1
    assert (taps, typed) == (6, 1)
    assert taps <= 8
    assert typed <= 3
    assert len(await city.slots()) == 1


async def test_what_is_sent_is_what_was_answered(city: City) -> None:
    await at_the_summary(city.maleri)
    assert "Antal: 2 platser" in city.maleri.last_text
    await city.maleri.presses("Skicka")
    (slot,) = await city.slots()
    assert (slot.kind, slot.trade, slot.places, slot.area) == (SlotKind.INTERNSHIP, Trade.PAINTING, 2, "Centrum")
    assert (slot.starts_on, slot.ends_on) == (date(2026, 11, 30), date(2027, 1, 24))
    assert slot.status is SlotStatus.OPEN


async def test_a_slot_can_be_reported_with_nothing_but_texts_and_numbers(city: City) -> None:
    await city.park.says("/report")
    for answer in ("2", "1", "3", "Norra hamnen", "vecka 49", "10 weeks", "1"):
        await city.park.says(answer)
    (slot,) = await city.slots()
    assert (slot.kind, slot.trade, slot.places) == (SlotKind.APPRENTICESHIP, Trade.GROUNDS, 3)
    assert (slot.starts_on, slot.ends_on) == (date(2026, 11, 30), date(2027, 2, 7))
    assert city.park.last_text.startswith("Thank you!")


async def test_a_choice_can_be_answered_by_its_own_words(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.says("lärlingsplats")
    assert "Steg 2 av 6" in city.maleri.last_text


async def test_every_question_says_where_in_the_form_it_is_and_offers_a_way_out(city: City) -> None:
    await city.maleri.says("/rapportera")
    for step, answer in enumerate(("1", "1", "2", "Centrum", "2", "2"), start=1):
        assert ("Steg 1\n" if step == 1 else f"Steg {step} av 6") in city.maleri.last_text
        assert "Avbryt" in city.maleri.buttons
        assert ("Tillbaka" in city.maleri.buttons) == (step > 1)
        await city.maleri.says(answer)


async def test_the_suppliers_own_trade_and_earlier_areas_come_first(city: City) -> None:
    await city.maleri.reports_internship(area="Råå")
    await city.maleri.says("/rapportera")
    await city.maleri.presses("Praktikplats")
    assert city.maleri.buttons[0] == "1. Måleri"
    await city.maleri.presses("Måleri")
    await city.maleri.says("1")
    assert city.maleri.buttons[0] == "1. Råå"
    await city.maleri.says("1")
    assert "Steg 5 av 6" in city.maleri.last_text


async def test_back_goes_one_step_back_and_keeps_the_answers(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.presses("Praktikplats")
    await city.maleri.presses("Måleri")
    await city.maleri.presses("Tillbaka")
    assert "Steg 2 av 6" in city.maleri.last_text
    await city.maleri.says("tillbaka")
    assert "Steg 1\n" in city.maleri.last_text


async def test_back_from_the_summary_asks_the_last_question_again(city: City) -> None:
    await at_the_summary(city.maleri)
    await city.maleri.presses("Tillbaka")
    assert "Steg 6 av 6" in city.maleri.last_text


@pytest.mark.parametrize("way", ["button", "/avbryt", "/cancel", "avbryt"])
async def test_cancel_puts_the_form_away_and_says_how_to_begin_again(city: City, way: str) -> None:
    await at_the_summary(city.maleri)
    await (city.maleri.presses("Avbryt") if way == "button" else city.maleri.says(way))
    assert city.maleri.last_text.startswith("Avbrutet. Inget skickades.")
    assert "/rapportera" in city.maleri.last_text
    assert await city.slots() == []
    assert all(message.buttons == [] for message in city.maleri.received)


async def test_a_row_of_the_summary_can_be_changed_and_leads_back_to_it(city: City) -> None:
    await at_the_summary(city.maleri)
    await city.maleri.presses("Ändra antal")
    assert "Steg 3 av 6" in city.maleri.last_text
    await city.maleri.says("5")
    assert "Antal: 5 platser" in city.maleri.last_text
    await city.maleri.presses("Ändra bransch")
    await city.maleri.presses("Tillbaka")
    assert "Bransch: Måleri" in city.maleri.last_text


async def test_a_start_moved_past_the_end_asks_for_the_end_again(city: City) -> None:
    await at_the_summary(city.maleri)
    await city.maleri.presses("Ändra start")
    await city.maleri.says("1 mars")
    assert "Slutet måste komma efter starten" in city.maleri.last_text
    assert "Steg 6 av 6" in city.maleri.last_text
    await city.maleri.presses("Tillbaka")
    assert "Steg 5 av 6" in city.maleri.last_text
    await city.maleri.says("1 mars")
    await city.maleri.says("4 veckor")
    assert "Start: måndag 1 mars 2027" in city.maleri.last_text


async def test_pressed_questions_stay_in_one_message_and_typed_ones_leave_no_live_buttons(city: City) -> None:
    await walks_to_the_summary(city.maleri)
    with_buttons = [message for message in city.maleri.received if message.buttons]
    assert len(with_buttons) == 1
    assert len(city.maleri.received) == 2


async def test_an_unfinished_form_survives_a_restart(city: City) -> None:
    await at_the_summary(city.maleri)
    await city.restart()
    await city.maleri.presses("Skicka")
    assert len(await city.slots()) == 1


async def test_report_again_goes_on_with_the_open_form(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.presses("Praktikplats")
    await city.maleri.says("/rapportera")
    assert "Du har redan börjat" in city.maleri.last_text
    assert "Steg 2 av 6" in city.maleri.last_text


async def test_a_second_tap_on_a_question_that_has_moved_on_changes_nothing(city: City) -> None:
    await city.maleri.says("/rapportera")
    data, message_id = city.maleri.data("Praktikplats"), city.maleri.last.message_id
    city.maleri.phone.presses(message_id, data)
    await city.maleri.presses_forged(data, message_id=message_id)
    assert "Steg 2 av 6" in city.maleri.last_text
    assert len(city.maleri.received) == 1


async def test_a_stale_button_shows_where_one_is(city: City) -> None:
    await city.maleri.says("/rapportera")
    stale, message_id = city.maleri.data("Lärlingsplats"), city.maleri.last.message_id
    await city.maleri.says("1")
    await city.maleri.presses_forged(stale, message_id=message_id)
    assert "Här är du nu" in city.maleri.last_text
    assert "Steg 2 av 6" in city.maleri.last_text


async def test_send_pressed_twice_sends_once(city: City) -> None:
    await at_the_summary(city.maleri)
    data, message_id = city.maleri.data("Skicka"), city.maleri.last.message_id
    city.maleri.phone.presses(message_id, data)
    await city.maleri.presses_forged(data, message_id=message_id)
    assert len(await city.slots()) == 1
    assert "Den knappen gäller inte längre" in city.maleri.last_text


async def test_a_form_that_lay_open_past_its_start_asks_for_a_new_one(city: City) -> None:
    await at_the_summary(city.maleri)
    await city.later(timedelta(days=10))
    await city.maleri.presses("Skicka")
    assert "Det datumet har redan varit" in city.maleri.last_text
    assert "Steg 5 av 6" in city.maleri.last_text
    assert await city.slots() == []


async def test_only_suppliers_report(city: City) -> None:
    await city.matcher_a.says("/rapportera")
    assert "matchare" in city.matcher_a.last_text
    assert "/hjalp" in city.matcher_a.last_text


async def test_a_notice_in_the_middle_of_a_form_leaves_the_question_last(city: City) -> None:
    await city.maleri.reports_internship()
    await city.maleri.says("/rapportera")
    await city.matcher_a.presses("Jag tar den")
    texts = [message.text for message in city.maleri.received]
    assert "Anna Lind tar hand om" in texts[-2]
    assert "Steg 1\n" in texts[-1]
    live = [message for message in city.maleri.received if message.buttons]
    assert [message for message in live if not message.text.startswith(("Tack!", "Anna Lind"))] == [city.maleri.last]


async def test_until_further_notice_is_an_open_end_and_an_end_is_sought_after_the_start(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum", "måndag 7 december 2026")
    assert "När är sista dagen?" in city.maleri.last_text
    assert "Slut: inte bestämt" in await city.maleri.says("tills vidare") or "nte bestämt" in city.maleri.last_text
    await city.maleri.presses("Ändra start")
    await city.maleri.says("1/12 2027")
    await city.maleri.presses("Ändra slut")
    assert "tisdag 1 februari 2028" in await city.maleri.says("1/2")
