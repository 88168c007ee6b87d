"""Two offers that would read alike in a list are told apart, in its lines and on its buttons, whoever reads it."""

from datetime import timedelta

from tests.city import City
from tests.conversations.alerts import third_matcher, wants_digest

LINE = "Praktikplats · Måleri · 2 platser · Centrum · {} · från 30 november 2026"


async def test_likes_of_one_day_have_numbers_the_oldest_first(city: City) -> None:
    await city.maleri.reports_internship(area="Centrum")
    await city.maleri.reports_internship(area="Centrum")
    await city.maleri.reports_internship(area="Råå")
    assert LINE.format("nr 2") in city.matcher_a.last_text
    for reader in (city.maleri, city.matcher_a, city.coordinator):
        text = await reader.says("/platser")
        assert "1. Praktikplats · Måleri · 2 platser · Råå · från 30 november 2026" in text
        assert f"2. {LINE.format('nr 2')}" in text
        assert f"3. {LINE.format('nr 1')}" in text
        assert reader.buttons[:3] == [
            "1. Praktikplats · Måleri · Råå",
            "2. Praktikplats · Måleri · Centrum · nr 2",
            "3. Praktikplats · Måleri · Centrum · nr 1",
        ]


async def test_likes_of_different_days_have_theirs(city: City) -> None:
    await third_matcher(city)
    await wants_digest(city.matcher_a)
    await city.later(timedelta(hours=15))
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum", "30/11", "2", "1")
    await city.later(timedelta(hours=3))
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum", "30/11", "2", "1")
    text = await city.matcher_b.says("/platser")
    assert LINE.format("erbjudet 24 nov") in text
    assert LINE.format("erbjudet 23 nov") in text
    await city.later(timedelta(hours=6))
    assert city.matcher_a.last_text.startswith("2 nya erbjudanden")
    assert LINE.format("erbjudet 23 nov") in city.matcher_a.last_text
    assert "1. Praktikplats · Måleri · Centrum · erbjudet 23 nov" in city.matcher_a.buttons


async def test_on_buttons_the_first_day_tells_apart_what_the_lines_tell_already(city: City) -> None:
    for start in ("30/11", "7/12"):
        await city.maleri.says("/rapportera")
        await city.maleri.answers("1", "1", "2", "Centrum", start, "2", "1")
    text = await city.matcher_a.says("/platser")
    assert "1. Praktikplats · Måleri · 2 platser · Centrum · från 7 december 2026" in text
    assert city.matcher_a.buttons[:2] == [
        "1. Praktikplats · Måleri · Centrum · 7 dec",
        "2. Praktikplats · Måleri · Centrum · 30 nov",
    ]
