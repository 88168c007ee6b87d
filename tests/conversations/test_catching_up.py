"""A matcher who is new, back, or wants to hear of more is told of what waits: in one message."""

from datetime import UTC, datetime, timedelta

from domain.role import Role
from tests.city import City
from tests.conversations.alerts import third_matcher, wants_digest, wants_only

TICK = timedelta(minutes=1)


async def test_a_new_matcher_hears_in_one_message_of_what_waits(city: City) -> None:
    await city.maleri.reports_internship(area="Centrum")
    await city.park.reports_internship(area="Råå")
    await city.maleri.reports_internship(area="Hamnen")
    await city.matcher_a.presses("1. Jag tar den")
    cilla = await city.person("Cilla Ros", Role.MATCHER)
    await city.later(TICK)
    assert len(cilla.received) == 1
    assert cilla.last_text.startswith("2 erbjudanden väntar på en matchare")
    assert cilla.buttons == ["1. Praktikplats · Måleri · Hamnen", "2. Praktikplats · Måleri · Centrum", "3. Visa alla"]
    await city.later(timedelta(hours=2))
    assert len(cilla.received) == 1
    await cilla.presses("Visa alla")
    assert cilla.last_text.startswith("Lediga erbjudanden")


async def test_whoever_knows_of_all_hears_nothing(city: City) -> None:
    await city.later(TICK)
    await city.maleri.reports_internship()
    await city.later(timedelta(hours=2))
    assert len(city.matcher_a.received) == 1
    cilla = await third_matcher(city)
    await city.matcher_a.presses("Jag tar den")
    await city.later(TICK)
    assert cilla.received == []


async def test_there_is_room_for_ten(city: City) -> None:
    for number in range(12):
        await city.maleri.reports_internship(area=f"Område {number}")
    cilla = await third_matcher(city)
    await city.later(TICK)
    assert cilla.last_text.startswith("12 erbjudanden väntar")
    assert "Och 2 till." in cilla.last_text
    assert len(cilla.buttons) == 11


async def test_who_is_back_from_away_hears_of_what_came_meanwhile(city: City) -> None:
    await city.maleri.reports_internship(area="Centrum")
    await city.matcher_a.says("/borta")
    await city.matcher_a.says("24/11")
    await city.matcher_a.presses("Ingen ersättare")
    await city.later(timedelta(minutes=30))
    await city.maleri.reports_internship(area="Råå")
    said = len(city.matcher_a.received)
    await city.until(datetime(2026, 11, 24, 7, 10, tzinfo=UTC))
    assert len(city.matcher_a.received) == said + 1
    assert city.matcher_a.last_text.startswith("Ett erbjudande väntar på en matchare")
    assert "Råå" in city.matcher_a.last_text
    await city.matcher_a.says("/borta")
    await city.matcher_a.says("3/12")
    await city.matcher_a.presses("Ingen ersättare")
    await city.later(TICK)
    await city.maleri.reports_internship(area="Hamnen")
    await city.matcher_a.says("/borta")
    await city.matcher_a.presses("Jag är tillbaka")
    await city.later(TICK)
    assert "Hamnen" in city.matcher_a.last_text


async def test_who_wants_more_hears_of_it_when_they_have_chosen(city: City) -> None:
    await wants_only(city.matcher_b, "Välj typ", "Yrkesmentor")
    await city.later(TICK)
    await city.maleri.reports_internship(area="Hamnen")
    said = len(city.matcher_b.received)
    await city.matcher_b.says("/aviseringar")
    await city.matcher_b.presses("Välj typ")
    await city.matcher_b.presses("Praktikplats")
    await city.later(TICK)
    assert len(city.matcher_b.received) == said + 1, "whoever is choosing is left in peace"
    await city.matcher_b.presses("Klart")
    await city.later(TICK)
    assert city.matcher_b.last_text.startswith("Ett erbjudande väntar på en matchare")
    assert "Hamnen" in city.matcher_b.last_text


async def test_outside_working_hours_it_waits(city: City) -> None:
    await city.maleri.reports_internship()
    await city.later(timedelta(hours=12))
    cilla = await third_matcher(city)
    await city.later(TICK)
    assert cilla.received == []
    await city.until(datetime(2026, 11, 24, 7, 1, tzinfo=UTC))
    assert cilla.last_text.startswith("Ett erbjudande väntar")


async def test_who_hears_once_a_day_finds_it_in_the_next_digest(city: City) -> None:
    await third_matcher(city)
    await city.later(TICK)
    await wants_only(city.matcher_b, "Välj typ", "Yrkesmentor")
    await city.maleri.reports_internship()
    await wants_digest(city.matcher_b)
    await city.matcher_b.presses("Få allt")
    await city.later(TICK)
    assert not any("väntar på en matchare" in message.text for message in city.matcher_b.received)
    await city.until(datetime(2026, 11, 24, 7, 15, tzinfo=UTC))
    assert any("nytt erbjudande sedan sist" in message.text for message in city.matcher_b.received)
