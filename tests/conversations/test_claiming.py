from datetime import timedelta

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
    assert "Du har tagit den" in city.matcher_a.last_text
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    assert city.matcher_b.buttons == []


async def test_the_supplier_is_told_who_will_be_in_touch(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_b.presses("Jag tar den")
    assert city.maleri.last_text.startswith("Bashir Nur tar hand om ert erbjudande och hör av sig till dig.")


async def test_show_all_shows_all_and_can_still_be_claimed(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Visa allt")
    for fact in ("Slut: söndag 24 januari 2027", "Leverantör: Exempelmåleriet AB", "Kontaktperson: Mira Holm"):
        assert fact in city.matcher_a.last_text
    await city.matcher_a.presses("Jag tar den")
    assert "Taget av Anna Lind" in city.matcher_b.last_text


async def test_a_claim_too_late_shows_who_has_it(city: City) -> None:
    await city.maleri.reports_internship()
    late = city.matcher_b.data("Jag tar den")
    await city.matcher_a.presses("Jag tar den")
    await city.matcher_b.presses_forged(late)
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    (slot,) = await city.slots()
    assert slot.revision == 2


async def test_a_claim_pressed_twice_is_one_claim(city: City) -> None:
    await city.maleri.reports_internship()
    data, message_id = city.matcher_a.data("Jag tar den"), city.matcher_a.last.message_id
    city.matcher_a.phone.presses(message_id, data)
    await city.matcher_a.presses_forged(data, message_id=message_id)
    told = [message for message in city.maleri.received if "hör av sig till dig" in message.text]
    assert len(told) == 1


async def test_an_alert_is_answered_by_number_and_by_reply(city: City) -> None:
    await city.maleri.reports_internship(area="Centrum")
    await city.park.reports_internship(area="Råå")
    first = city.matcher_a.received[0].message_id
    await city.matcher_a.says("1", reply_to=first)
    assert "Du har tagit den" in city.matcher_a.received[0].text
    assert "Centrum" in city.matcher_a.received[0].text
    await city.matcher_b.says("1")
    assert "Område: Råå" in city.matcher_b.received[1].text
    assert city.matcher_b.received[1].text.startswith("Du har tagit den")


async def test_without_a_matcher_the_coordinator_hears_at_once(city: City) -> None:
    for matcher in (city.matcher_a, city.matcher_b):
        matcher.phone.blocks_bot()
    await city.settled()
    await city.maleri.reports_internship()
    assert "Ingen matchare" in city.coordinator.last_text
    await city.coordinator.presses("Praktikplats · Måleri · Centrum")
    assert "Kontaktperson: Mira Holm" in city.coordinator.last_text


async def test_alerts_are_silent_outside_working_hours(city: City) -> None:
    await city.maleri.reports_internship()
    await city.later(timedelta(hours=12))
    await city.maleri.reports_internship()
    assert [message.silent for message in city.matcher_a.received] == [False, True]
    assert not city.maleri.last.silent


async def test_a_slot_that_nobody_takes_is_asked_about_again_after_a_working_day(city: City) -> None:
    await city.maleri.reports_internship()
    await city.later(timedelta(hours=23, minutes=59))
    assert len(city.matcher_a.received) == 1
    await city.later(timedelta(minutes=1))
    assert "Ingen har tagit erbjudandet" in city.matcher_a.last_text
    assert "Ingen matchare har hunnit" in city.maleri.last_text
    await city.later(timedelta(days=7))
    assert len(city.matcher_a.received) == 2
    await city.matcher_b.presses("Jag tar den")
    assert all("Taget av Bashir Nur" in message.text for message in city.matcher_a.received)


async def test_a_claimed_slot_is_not_asked_about_again(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await city.later(timedelta(days=3))
    assert len(city.matcher_b.received) == 1
