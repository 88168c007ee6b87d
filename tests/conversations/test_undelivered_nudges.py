"""A reminder that reaches nobody is the coordinators' to know of, and counts against nobody."""

from datetime import timedelta

from domain.role import Role
from tests.city import City
from tests.conversations.unmet import TOP, asked, unmet


async def test_a_reminder_that_does_not_arrive_goes_to_the_coordinators_and_counts_against_nobody(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    city.maleri.phone.barrier = "blocked"  # and no word of it, as while the bot was down
    await unmet(city)
    await city.later(timedelta(minutes=5))
    told = next(each.words for each in city.coordinator.received if each.words.startswith("Påminnelsen till"))
    assert told == (
        "Påminnelsen till Mira Holm kom inte fram\n"
        "Det räknas inte som uteblivet svar.\n"
        "En kollega får påminnelsen i stället.\n\n"
        "Plan för erbjudanden · senast i dag, 23 november 2026\n"
        "Exempelmåleriet AB · 2026/1 Målning av skolor\n"
        "Mira Holm, 040-628 04 01, mira@example.se (går inte att nå i Telegram)"
    )
    await city.later(timedelta(minutes=1))
    assert nils.last_text.startswith("Till Mira Holm, som inte kan ta emot det just nu.\n\nI dag är sista dagen: Plan")
    await city.until(TOP)
    history = asked(city.coordinator)[-1].words
    assert "En påminnelse till Mira Holm kom inte fram" in history
    assert "Nils Ask fick en påminnelse" in history
    assert "Mira Holm fick en påminnelse" not in history


async def test_a_reminder_that_telegram_refuses_for_good_is_told_of_too(city: City) -> None:
    city.telegram.faults.bad_request(
        "Bad Request: message text is strange", method="sendMessage", chat_id=city.maleri.phone.user_id, times=2
    )
    await unmet(city)
    await city.later(timedelta(minutes=5))
    assert city.coordinator.last_text.startswith(
        "Påminnelsen till Mira Holm kom inte fram\nDet räknas inte som uteblivet svar."
    )
    assert "Ring eller mejla i stället." in city.coordinator.last_text


async def test_who_blocks_the_bot_later_has_had_the_reminder(city: City) -> None:
    await unmet(city)
    await city.later(timedelta(minutes=5))
    city.maleri.phone.blocks_bot()
    await city.settled()
    assert not any(each.words.startswith("Påminnelsen till") for each in city.coordinator.received)
