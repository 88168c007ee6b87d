"""What Telegram shows of the bot to whoever has not pressed Start: in their language, and sent only where it is new."""

from dataclasses import replace
from typing import Any

from bot.program import Program
from domain.language import Language
from handlers.handling.work import AFTER_STARTING
from messages.people.description import LONGEST, LONGEST_SHORT, description, short_description
from tests.city import City
from tests.local_telegram.bot_api_facts import load_facts

SETS = ("setMyDescription", "setMyShortDescription")


async def introduces(city: City, **changed: Any) -> list[dict[str, Any]]:
    """What is sent when a bot with these settings starts."""
    before = len(city.telegram.requests)
    program = Program(replace(city.settings, **changed), city.database, city.clock)
    await program.introduce()
    await city.later(AFTER_STARTING)
    sent = [request for request in city.telegram.requests[before:] if request.method in SETS]
    facts = load_facts()
    assert [problem for each in sent for problem in facts.check_request(each.method, each.parameters)] == []
    return [each.parameters for each in sent]


async def test_a_stranger_reads_what_it_is_for_whom_and_who_is_behind_it(city: City) -> None:
    assert len(await introduces(city)) == 6
    for language, sure in (("sv", "Du behöver en inbjudan"), ("en", "You need an invitation"), ("de", "Du behöver")):
        shown = city.stranger(language=language).phone.about_bot
        assert sure in shown
        assert shown.count(city.settings.city) == 2
        assert city.settings.contact in shown
    assert city.telegram.short_descriptions.in_force("sv").startswith(f"{city.settings.city} och våra leverantörer:")
    assert city.telegram.short_descriptions.in_force("en").startswith(f"{city.settings.city} and our suppliers:")


async def test_it_is_sent_once_and_again_only_where_it_has_changed(city: City) -> None:
    await introduces(city)
    assert await introduces(city) == []
    assert len(await introduces(city, contact="040-1")) == 3
    assert await introduces(city, contact="040-1") == []
    assert len(await introduces(city)) == 3
    assert city.settings.contact in city.stranger().phone.about_bot


async def test_what_telegram_refused_is_tried_again_at_the_next_start(city: City) -> None:
    city.telegram.faults.bad_request("METHOD_UNKNOWN", method="setMyShortDescription", times=1)
    await introduces(city)
    words = short_description(city.settings.city, Language.SWEDISH)
    assert [each["short_description"] for each in await introduces(city)] == [words]


def test_a_long_name_does_not_break_it() -> None:
    for language in Language:
        assert len(description("x" * 300, "y" * 300, language)) == LONGEST
        assert len(short_description("x" * 300, language)) == LONGEST_SHORT
        usual = description("Upplands Exempelby kommun", "0140-628 04 00, sociala.hansyn@exempelby.example", language)
        assert not usual.endswith("…")
