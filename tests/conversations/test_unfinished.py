"""A form that was begun and not sent is offered again, kept for two weeks, and then let go."""

from datetime import timedelta

from tests.city import City


async def test_an_unfinished_form_is_offered_again_after_a_day_once(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.says("1")
    await city.later(timedelta(hours=23, minutes=59))
    assert "Vill du fortsätta?" not in city.maleri.last_text
    await city.later(timedelta(minutes=1))
    assert "Vill du fortsätta?" in city.maleri.last_text
    assert "Steg 2 av 6" in city.maleri.last_text
    said = len(city.maleri.received)
    await city.later(timedelta(days=5))
    assert len(city.maleri.received) == said
    await city.maleri.presses("Måleri")
    assert "Steg 3 av 6" in city.maleri.last_text


async def test_a_form_that_was_touched_again_is_offered_again_a_day_after_that(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.later(timedelta(days=1))
    await city.maleri.says("1")
    await city.later(timedelta(days=1))
    assert "Vill du fortsätta?" in city.maleri.last_text
    assert "Steg 2 av 6" in city.maleri.last_text


async def test_nobody_is_asked_at_night_or_on_a_weekend(city: City) -> None:
    await city.later(timedelta(days=4, hours=8))
    await city.maleri.says("/rapportera")
    said = len(city.maleri.received)
    await city.later(timedelta(days=2))
    assert len(city.maleri.received) == said
    await city.later(timedelta(hours=16))
    assert "Vill du fortsätta?" in city.maleri.last_text


async def test_after_two_weeks_it_is_let_go_and_its_buttons_with_it(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.says("1")
    await city.later(timedelta(days=13, hours=23))
    await city.maleri.presses("Måleri")
    await city.later(timedelta(days=14))
    assert all(message.buttons == [] for message in city.maleri.received)
    await city.maleri.says("/avbryt")
    assert city.maleri.last_text.startswith("Det finns inget att avbryta.")


async def test_cancel_after_the_offer_ends_it(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.later(timedelta(days=1))
    await city.maleri.presses("Avbryt")
    assert city.maleri.last_text.startswith("Avbrutet.")
