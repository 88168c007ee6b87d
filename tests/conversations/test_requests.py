"""Each request that the bot makes is one that the Bot API knows."""

from tests.city import City
from tests.local_telegram.bot_api_facts import load_facts


async def test_every_request_of_a_whole_story_is_one_that_the_bot_api_knows(city: City) -> None:
    facts = load_facts()
    await city.maleri.says("/start")
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Visa allt")
    await city.matcher_a.presses("Jag tar den")
    await city.matcher_b.says("/sprak engelska")
    group = city.telegram.add_group("Bygget", [city.maleri.phone])
    group.says(city.maleri.phone, "hej")
    await city.settled()
    methods = {request.method for request in city.telegram.requests}
    assert methods >= {
        "getMe",
        "getUpdates",
        "sendMessage",
        "editMessageText",
        "answerCallbackQuery",
        "setMyCommands",
        "leaveChat",
    }
    problems = [
        (request.method, problem)
        for request in city.telegram.requests
        for problem in facts.check_request(request.method, request.parameters)
    ]
    assert problems == []
