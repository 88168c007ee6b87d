"""Buttons tell what weighs, beside what they say: the main action of a message, and what can't be undone."""

from tests.chat import Chat
from tests.city import City
from tests.local_telegram.bot_api_facts import load_facts
from tests.meetings import contract_of


def weighed(chat: Chat) -> dict[str, str | None]:
    return {button.text: button.style for row in chat.last.buttons for button in row}


async def test_the_main_action_and_what_cannot_be_undone_stand_out(city: City) -> None:
    await city.maleri.reports_internship(places=2)
    assert weighed(city.matcher_a) == {"1. Jag tar den": "primary", "2. Visa allt": None}
    await city.coordinator.schedules_meeting(await contract_of(city, city.maleri), on="2026-12-10")
    assert list(weighed(city.maleri).values()) == ["success", None, None]
    card = weighed(city.coordinator)
    assert [text for text, style in card.items() if style == "danger"] == ["3. Ställ in"]
    await city.coordinator.presses("Ställ in")
    await city.coordinator.says("1")
    assert weighed(city.coordinator)["1. Ställ in"] == "danger"
    assert weighed(city.coordinator)["Avbryt"] is None
    facts, requests = load_facts(), city.telegram.requests
    assert [problem for each in requests for problem in facts.check_request(each.method, each.parameters)] == []
