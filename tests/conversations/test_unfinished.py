"""A form that was begun and not sent is offered again, kept for two weeks, and then let go."""

from datetime import timedelta
from typing import Any

from domain.role import Role
from storage.conversation import Conversation
from tests.chat import Chat
from tests.city import City
from tests.conversations.people import card_of
from tests.meetings import contract_of

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
    await city.coordinator.presses("Ange frånvaro")
    await city.coordinator.presses("Om 2 veckor")
    await keep_as_before(city, KARIN)
    await city.coordinator.presses("Bashir Nur")
    said = [message.words for message in city.coordinator.received]
    assert any(words.startswith("Anna Lind är borta. Tillbaka: måndag 7 december 2026.") for words in said)
    assert "Vem tar över efter Anna Lind?" in said[-1]
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


def said_of_forms(chat: Chat) -> list[str]:
    """The first lines in which the bot told what somebody was doing."""
    firsts = [message.words.split("\n")[0] for message in chat.received]
    return [first for first in firsts if first.startswith("Du höll på att")]


async def test_a_form_that_comes_back_says_what_it_was_about(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.says("1")
    await city.maleri.says("/borta")
    await city.maleri.says("/avbryt")
    assert city.maleri.last_text.startswith("Du höll på att erbjuda en praktikplats. Vi fortsätter där.\n\nSteg 2 av 6")
    await city.later(timedelta(days=1))
    assert city.maleri.last_text.startswith("Du höll på att erbjuda en praktikplats men har inte skickat det.")


async def test_a_form_about_an_offer_that_is_taken_back_does_not_come_back(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    await city.maleri.says("/platser")
    await city.maleri.presses("Praktikplats")
    await city.maleri.presses("Ändra")
    await city.maleri.says("/borta")
    await nils.says("/platser")
    await nils.presses("Praktikplats")
    await nils.presses("Ta tillbaka")
    await nils.answers("1", "1")
    await city.maleri.says("/avbryt")
    assert said_of_forms(city.maleri) == ["Du höll på att ändra ett erbjudande. Men erbjudandet gäller inte längre."]
    assert city.maleri.last_text.endswith("och inget skickades.")
    await city.maleri.says("/avbryt")
    assert city.maleri.last_text.startswith("Det finns inget att avbryta.")


async def test_a_form_about_a_meeting_that_has_been_is_not_offered_again(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.schedules_meeting(contract_id, on="2026-11-24", at="10")
    await city.coordinator.presses("Flytta")
    await city.coordinator.presses("Om en vecka")
    await city.later(timedelta(days=1, hours=3))
    assert said_of_forms(city.coordinator) == [
        "Du höll på att flytta ett möte. Men mötet har redan varit, eller så har det ändrats."
    ]
    await city.coordinator.says("/avbryt")
    assert city.coordinator.last_text.startswith("Det finns inget att avbryta.")


async def test_a_form_about_somebody_who_has_left_does_not_come_back_but_the_one_below_it_does(city: City) -> None:
    admin = await city.person("Ove Berg", Role.COORDINATOR)
    await city.coordinator.says("/bjudin")
    await card_of(city.coordinator, "Bashir Nur")
    await city.coordinator.presses("Ange frånvaro")
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("Sök")
    await card_of(admin, "Bashir Nur")
    await admin.presses("Avsluta tillgång")
    await admin.answers("1")
    await city.coordinator.says("/avbryt")
    assert said_of_forms(city.coordinator) == [
        "Du höll på att skriva när någon är borta. Men personen är inte med längre.",
        "Du höll på att bjuda in någon. Vi fortsätter där.",
    ]


async def test_a_form_that_lay_below_for_two_weeks_is_let_go_without_a_word(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.says("/borta")
    for _ in range(3):
        await city.later(timedelta(days=5))
        await city.maleri.says("något")
    await city.maleri.says("/avbryt")
    assert city.maleri.last_text.startswith("Avbrutet.")
