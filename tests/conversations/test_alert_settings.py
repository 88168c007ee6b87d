"""Matchers choose what they are alerted about, and whether once a day."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.local_telegram import Message
from tests.chat import Chat
from tests.city import City
from tests.conversations.alerts import third_matcher, wants_digest, wants_only


def digests(chat: Chat) -> list[Message]:
    return [message for message in chat.received if "sedan sist" in message.text]


def alerts(chat: Chat) -> int:
    return len(
        [
            message
            for message in chat.received
            if "Från Exempelmåleriet AB" in message.text or "Från Påhittade" in message.text
        ]
    )


async def test_in_the_beginning_everything_comes_at_once(city: City) -> None:
    await city.matcher_a.says("/aviseringar")
    assert city.matcher_a.last_text == (
        "Det här får du aviseringar om\nTyp: alla\nBransch: alla\nOmråde: alla\nNär: direkt\n"
        "Morgonmeddelande: nej\n\nVad vill du ändra?"
    )


async def test_who_has_chosen_another_kind_is_not_alerted(city: City) -> None:
    await wants_only(city.matcher_a, "Välj typ", "Yrkesmentor", "Föreläsning")
    assert "Typ: Yrkesmentor, Föreläsning" in city.matcher_a.last_text
    await city.maleri.reports_internship()
    assert (alerts(city.matcher_a), alerts(city.matcher_b)) == (0, 1)


async def test_who_has_chosen_this_trade_and_area_is(city: City) -> None:
    await city.maleri.reports_internship(area="Råå")
    await wants_only(city.matcher_a, "Välj bransch", "Måleri")
    await wants_only(city.matcher_a, "Välj område", "Råå")
    await city.later(timedelta(minutes=11))
    await city.maleri.reports_internship(area="Centrum")
    await city.later(timedelta(minutes=11))
    await city.maleri.reports_internship(area="Råå")
    assert (alerts(city.matcher_a), alerts(city.matcher_b)) == (2, 3)


async def test_a_choice_pressed_again_is_taken_back_and_everything_can_be_had_again(city: City) -> None:
    await city.matcher_a.says("/aviseringar")
    await city.matcher_a.presses("Välj typ")
    await city.matcher_a.presses("Studiebesök")
    assert "5. Studiebesök (vald)" in city.matcher_a.buttons
    await city.matcher_a.presses("Studiebesök (vald)")
    assert "5. Studiebesök" in city.matcher_a.buttons
    await city.matcher_a.presses("Studiebesök")
    await city.matcher_a.presses("Klart")
    await city.matcher_a.presses("Få allt")
    assert "Typ: alla" in city.matcher_a.last_text


async def test_a_press_that_comes_twice_is_one_press(city: City) -> None:
    await city.matcher_a.says("/aviseringar")
    await city.matcher_a.presses("Välj typ")
    data, message_id = city.matcher_a.data("Studiebesök"), city.matcher_a.last.message_id
    for _ in range(2):
        await city.matcher_a.presses_forged(data, message_id=message_id)
    assert "5. Studiebesök (vald)" in city.matcher_a.buttons


async def test_where_nobody_wants_it_the_coordinator_hears_at_once(city: City) -> None:
    for matcher in (city.matcher_a, city.matcher_b):
        await wants_only(matcher, "Välj typ", "Yrkesmentor")
    await city.maleri.reports_internship()
    assert "Ingen matchare har valt att få sådana erbjudanden" in city.coordinator.last_text


async def test_after_a_working_day_all_are_asked_whatever_they_have_chosen(city: City) -> None:
    await wants_only(city.matcher_a, "Välj typ", "Yrkesmentor")
    await city.maleri.reports_internship()
    await city.later(timedelta(days=1))
    assert "Ingen har tagit erbjudandet än" in city.matcher_a.last_text


@pytest.mark.parametrize("data", ["ov", "of:0", "os:0:1:1", "os:9:z:1", "os:2:zz:1", "od:1", "oa"])
async def test_only_matchers_choose(city: City, data: str) -> None:
    await city.maleri.says("/aviseringar")
    assert city.maleri.last_text.startswith("Det kommandot kan du inte använda som kontaktperson.")
    await city.maleri.presses_forged(data)
    assert city.maleri.last_text.startswith("Det finns inte längre")
    await city.matcher_a.says("/hjalp")
    await city.matcher_a.presses_forged(data)
    assert city.matcher_a.buttons


async def test_it_works_with_texts_alone_and_in_english(city: City) -> None:
    await city.matcher_a.says("/language english")
    await city.matcher_a.says("/alerts")
    assert "Kind: all" in city.matcher_a.last_text
    for number in ("1", "4", "7"):
        await city.matcher_a.says(number)
    assert "Kind: Vocational mentor" in city.matcher_a.last_text


async def test_with_two_matchers_there_is_no_digest(city: City) -> None:
    await city.matcher_a.says("/aviseringar")
    assert not any("Samlat" in button for button in city.matcher_a.buttons)


async def test_a_digest_comes_in_the_morning_with_what_is_still_open(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    assert "När: samlat en gång om dagen" in city.matcher_a.last_text
    await city.maleri.reports_internship(area="Centrum")
    await city.maleri.reports_internship(area="Råå")
    await city.maleri.reports_internship(area="Norra hamnen")
    await city.matcher_b.presses("3. Jag tar den")
    assert alerts(city.matcher_a) == 0
    await city.later(timedelta(hours=23, minutes=29))
    assert "nya erbjudanden" not in city.matcher_a.last_text
    await city.later(timedelta(minutes=1))
    assert city.matcher_a.last_text.startswith("2 nya erbjudanden sedan sist")
    assert "Norra hamnen" not in city.matcher_a.last_text
    assert city.matcher_a.buttons == ["1. Praktikplats · Måleri · Centrum", "2. Praktikplats · Måleri · Råå"]
    await city.matcher_a.says("2")
    assert "Område: Råå" in city.matcher_a.last_text
    await city.matcher_a.presses("Jag tar den")
    assert city.coordinator.received == []


async def test_a_digest_comes_once_and_not_where_there_is_nothing_to_tell(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    await city.maleri.reports_internship()
    await city.matcher_b.presses("Jag tar den")
    said = len(city.matcher_a.received)
    await city.later(timedelta(days=5))
    assert len(city.matcher_a.received) == said


async def test_a_digest_waits_over_the_weekend_and_a_restart(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    await city.later(timedelta(days=4, hours=9))
    await city.maleri.reports_internship()
    await city.restart()
    await city.later(timedelta(days=2))
    assert "nytt erbjudande" not in city.matcher_a.last_text
    await city.later(timedelta(hours=14, minutes=30))
    assert city.matcher_a.last_text.startswith("Ett nytt erbjudande sedan sist")


async def test_a_digest_waits_for_somebody_who_is_away(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    await city.maleri.reports_internship()
    await city.matcher_a.says("/borta")
    await city.matcher_a.says("26/11")
    await city.matcher_a.presses("Ingen ersättare")
    await city.later(timedelta(days=2))
    assert not any("nytt erbjudande" in message.text for message in city.matcher_a.received)
    await city.later(timedelta(days=1))
    assert any("nytt erbjudande" in message.text for message in city.matcher_a.received)


async def test_a_chosen_area_is_marked_however_it_is_written_and_also_when_nothing_is_open_there(city: City) -> None:
    await city.maleri.reports_internship(area="Råå")
    await wants_only(city.matcher_a, "Välj område", "Råå")
    await city.matcher_b.presses("Jag tar den")
    await city.park.reports_internship(area="RÅÅ")
    assert alerts(city.matcher_a) == 1
    await city.matcher_a.says("/aviseringar")
    await city.matcher_a.presses("Välj område")
    assert [label.casefold() for label in city.matcher_a.buttons] == ["1. råå (vald)", "2. klart"]
    await city.matcher_a.presses("(vald)")
    await city.matcher_a.presses("Klart")
    assert "Område: alla" in city.matcher_a.last_text


async def gives_back(chat: Chat) -> None:
    await chat.says("/platser")
    await chat.presses("Praktikplats")
    await chat.presses("Lämna tillbaka")


async def test_what_is_given_back_is_no_news_to_whoever_did_it(city: City) -> None:
    cilla = await third_matcher(city)
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await wants_digest(city.matcher_a)
    await gives_back(city.matcher_a)
    assert "Erbjudandet är ledigt igen." in cilla.last_text
    await city.until(datetime(2026, 11, 24, 7, 15, tzinfo=UTC))
    assert digests(city.matcher_a) == []


async def test_where_only_whoever_gave_it_back_would_hear_the_coordinator_does(city: City) -> None:
    cilla = await third_matcher(city)
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await wants_digest(city.matcher_a)
    for other in (city.matcher_b, cilla):
        await wants_only(other, "Välj typ", "Yrkesmentor")
    await gives_back(city.matcher_a)
    assert "Ingen matchare har valt att få sådana erbjudanden" in city.coordinator.last_text


async def test_a_digest_that_was_chosen_is_no_digest_where_there_are_too_few(city: City) -> None:
    cilla = await third_matcher(city)
    await wants_digest(city.matcher_a)
    cilla.phone.blocks_bot()
    await city.settled()
    await city.maleri.reports_internship()
    assert alerts(city.matcher_a) == 1
    await city.matcher_a.says("/aviseringar")
    assert "När: direkt" in city.matcher_a.last_text
    assert not any("Samlat" in button for button in city.matcher_a.buttons)


async def test_after_an_outage_a_digest_comes_once(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    await city.maleri.reports_internship()
    await city.stop()
    city.clock.advance(timedelta(days=3))
    await city.restart()
    for _ in range(3):
        await city.later(timedelta(hours=1))
    assert len(digests(city.matcher_a)) == 1


async def test_while_nobody_is_at_work_no_digest_comes(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    await city.maleri.reports_internship()
    await city.stop()
    city.clock.advance(timedelta(days=1, hours=12))
    await city.restart()
    await city.later(timedelta())
    assert digests(city.matcher_a) == []
    await city.until(datetime(2026, 11, 25, 7, 0, tzinfo=UTC))
    assert len(digests(city.matcher_a)) == 1


async def test_a_digest_comes_at_the_same_time_on_the_wall_when_summer_time_has_begun(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    await city.until(datetime(2028, 3, 24, 12, 0, tzinfo=UTC))
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum", "2", "2", "1")
    await city.until(datetime(2028, 3, 27, 5, 59, tzinfo=UTC))
    assert digests(city.matcher_a) == []
    await city.until(datetime(2028, 3, 27, 6, 0, tzinfo=UTC))
    assert len(digests(city.matcher_a)) == 1


async def test_a_digest_has_room_for_ten_and_names_the_rest(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    for number in range(11):
        await city.maleri.reports_internship(area=f"Område {number}")
    await city.later(timedelta(hours=23, minutes=30))
    assert len(city.matcher_a.buttons) == 10
    assert "Och 1 till: /platser" in city.matcher_a.last_text
