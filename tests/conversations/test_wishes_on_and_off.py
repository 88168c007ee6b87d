"""Wishes are off until the city has decided; those who lead see how many there are, from five up."""

from datetime import timedelta

from domain.role import Role
from domain.slot import SlotKind, Trade
from domain.wish import Wished, aloud
from handlers.handling.work import Work
from storage.people import person
from storage.wishes import wish as wishes
from tests.city import City
from tests.conversations.wishes import DECISION, every_wish, everything_kept, shown_anywhere, turned_on, wishes_for

OFF = "Önskemål är inte påslagna."


async def test_they_are_off_until_an_administrator_turns_them_on_with_the_decisions_number(city: City) -> None:
    matcher, administrator = city.matcher_a, await city.person("Alva Berg", Role.ADMINISTRATOR)
    assert (await matcher.says("/onskemal")).startswith(OFF)
    assert "Administratör: Alva Berg" in matcher.last_text
    assert matcher.buttons == []
    assert (await city.coordinator.says("/onskemal")).startswith(OFF)
    assert "Vad vill du göra?" in await city.maleri.says("/onskemal") or OFF not in city.maleri.last_text
    for nobody in (matcher, city.coordinator, city.maleri):
        assert "Det finns inte längre" in await nobody.presses_forged("wia")
    assert (await administrator.says("/onskemal")).startswith(OFF)
    await administrator.presses("Slå på önskemål")
    await administrator.says(DECISION)
    assert administrator.last_text.startswith(f"Önskemål är påslagna.\nBeslut: {DECISION}")
    assert "Här finns inga önskemål än." in await matcher.says("/onskemal")


async def test_turned_off_they_are_hidden_at_once_and_disposed_of_in_two_weeks(city: City) -> None:
    administrator = await turned_on(city)
    await wishes_for(city.matcher_a)
    (wish,) = await every_wish(city)
    await administrator.says("/onskemal")
    await administrator.presses("Stäng av önskemål")
    assert "tas bort måndag 7 december" in administrator.last_text
    await administrator.presses("Behåll")
    assert "Det här söker flest just nu" in administrator.last_text
    await administrator.presses("Stäng av önskemål")
    await administrator.presses("Ja, stäng av")
    assert administrator.last_text.startswith("Önskemål är avstängda.")
    assert (await city.matcher_a.says("/onskemal")).startswith(OFF)
    assert (await city.matcher_a.presses("Fått plats")).startswith(OFF)
    await city.later(timedelta(days=13))
    assert len(await every_wish(city)) == 1, "too early"
    await city.later(timedelta(days=1, hours=2))
    assert await every_wish(city) == []
    assert wish.code not in everything_kept(city)
    assert aloud(wish.code) not in shown_anywhere(city.matcher_a)


async def test_turned_on_again_in_time_they_are_still_there(city: City) -> None:
    administrator = await turned_on(city)
    await wishes_for(city.matcher_a)
    await administrator.says("/onskemal")
    await administrator.presses("Stäng av önskemål")
    await administrator.presses("Ja, stäng av")
    await city.later(timedelta(days=2))
    await administrator.says("/onskemal")
    await administrator.presses("Slå på önskemål")
    await administrator.says("AMN 2026/200")
    await city.later(timedelta(days=20))
    (wish,) = await every_wish(city)
    assert aloud(wish.code) in await city.matcher_a.says("/onskemal")


async def test_those_who_lead_see_a_sort_from_five_up_and_no_wish(city: City) -> None:
    await turned_on(city)
    await city.does_work(lambda work: _looked_for(work, Trade.PAINTING, 4))
    await city.does_work(lambda work: _looked_for(work, Trade.CARE, 5))
    told = await city.coordinator.says("/onskemal")
    assert "Praktikplats, Vård och omsorg: 5" in told
    assert "Måleri" not in told
    assert "4" not in told.replace(DECISION, "")
    assert city.coordinator.buttons == []


async def _looked_for(work: Work, trade: Trade, times: int) -> None:
    anna = await person.find(work.session, 3)
    for _ in range(times):
        await wishes.add(work.session, anna.id, Wished(SlotKind.INTERNSHIP, trade), now=work.now)
