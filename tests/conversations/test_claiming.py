from tests.city import City


async def test_every_matcher_is_alerted_with_a_first_line_that_does_alone(city: City) -> None:
    await city.maleri.reports_internship(places=2)
    for matcher in (city.matcher_a, city.matcher_b):
        first_line = matcher.last_text.split("\n")[0]
        assert first_line == "Praktikplats · Måleri · 2 platser · Centrum · från 30 nov"
        assert len(first_line) <= 100
        assert matcher.buttons == ["1. Jag tar den", "2. Visa allt"]


async def test_a_claimed_slot_is_taken_for_everyone_else(city: City) -> None:
    await city.maleri.reports_internship(places=2)
    await city.matcher_a.presses("Jag tar den")
    assert "Du har tagit platsen" in city.matcher_a.last_text
    assert "Tagen av Anna Lind" in city.matcher_b.last_text
    assert city.matcher_b.buttons == []


async def test_the_supplier_is_told_who_will_be_in_touch(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_b.presses("Jag tar den")
    assert city.maleri.last_text.startswith("Bashir Nur tar hand om er plats och hör av sig till dig.")
