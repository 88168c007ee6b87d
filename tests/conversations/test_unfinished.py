"""A form that was begun and not sent is offered again, kept for two weeks, and then let go."""

from datetime import timedelta
from typing import Any

from storage.conversation import Conversation
from tests.city import City
from tests.conversations.people import card_of

ANNA, BASHIR, KARIN = 3, 4, 5


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


async def keep_as_before(city: City, person_id: int) -> None:
    """Put what the person's forms are about back among their answers, as it was kept until forms had a place for it."""

    def before(kept: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in kept.items() if name != "about"} | {
            "answers": {**kept["about"], **kept["answers"]}
        }

    async with city.database.write() as session:
        talk = await session.get_one(Conversation, person_id)
        talk.answers = before(talk.answers)
        talk.parked = [each | {"answers": before(each["answers"])} for each in talk.parked]


async def test_forms_that_were_kept_with_what_they_are_about_among_the_answers_go_on(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.coordinator, "Anna Lind")
    await city.coordinator.presses("Avsluta tillgång")
    await card_of(city.coordinator, "Anna Lind")
    await city.coordinator.presses("Borta till")
    await city.coordinator.presses("Om 2 veckor")
    await keep_as_before(city, KARIN)
    await city.coordinator.presses("Bashir Nur")
    said = [message.words for message in city.coordinator.received]
    assert any(words.startswith("Anna Lind är borta till måndag 7 december 2026.") for words in said)
    assert "Vem tar över från Anna Lind?" in said[-1]
    await city.coordinator.presses("Bashir Nur")
    assert "Tar över: Bashir Nur" in city.coordinator.last_text
    talk = await city.asks(lambda session: session.get_one(Conversation, KARIN))
    assert (talk.answers["about"], talk.answers["answers"]) == ({"person_id": ANNA}, {"heir_id": BASHIR})


async def test_a_form_that_says_nothing_of_what_it_is_about_is_let_go(city: City) -> None:
    await city.matcher_a.says("/borta")
    async with city.database.write() as session:
        talk = await session.get_one(Conversation, ANNA)
        talk.answers = talk.answers | {"about": {}}
    await city.matcher_a.says("/avbryt")
    assert city.matcher_a.last_text.startswith("Det finns inget att avbryta.")
