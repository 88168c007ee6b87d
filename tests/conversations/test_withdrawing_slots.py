from datetime import timedelta

import pytest

from domain.role import Role
from domain.slot import SlotStatus
from tests.city import City
from tests.conversations.slots import at_the_last_question_of_withdrawal, card_of, events


async def test_a_withdrawal_asks_for_a_reason_and_checks_before_it_is_done(city: City) -> None:
    await city.maleri.reports_internship()
    await card_of(city.maleri)
    text = await city.maleri.presses("Ta tillbaka")
    assert "Varför tar ni tillbaka erbjudandet?" in text
    assert city.maleri.buttons[:3] == [
        "1. Vi har inte möjlighet längre",
        "2. Det är redan tillsatt",
        "3. Vi hinner inte handleda nu",
    ]
    text = await city.maleri.presses("Det är redan tillsatt")
    assert text.startswith("Vill du ta tillbaka erbjudandet?")
    assert "Skäl: Det är redan tillsatt" in text
    assert (await city.slots())[0].status is SlotStatus.OPEN
    assert (await city.maleri.presses("Skicka")).startswith("Erbjudandet är återkallat.")
    (slot,) = await city.slots()
    assert (slot.status, slot.withdrawn_reason, slot.next_at) == (SlotStatus.WITHDRAWN, "filled_already", None)
    for matcher in (city.matcher_a, city.matcher_b):
        assert matcher.last_text.startswith("Återkallat.")
        assert "Skäl: Det är redan tillsatt" in matcher.last_text
    assert "slot_withdrawn" in await events(city)
    assert "Återkallat" in await card_of(city.maleri)


async def test_whoever_had_the_slot_is_told_why_in_their_own_language(city: City) -> None:
    ann = await city.person("Ann Bell", Role.MATCHER)
    await ann.says("/sprak en")
    await city.maleri.reports_internship()
    await ann.presses("I'll take it")
    await card_of(city.maleri)
    await city.maleri.presses("Ta tillbaka")
    await city.maleri.presses("Vi hinner inte handleda")
    assert "Ann Bell har tagit hand om det och får veta ert skäl." in city.maleri.last_text
    await city.maleri.presses("Skicka")
    assert ann.last_text.startswith("Exempelmåleriet AB has withdrawn an offer that you have taken.")
    assert "Reason: No time to supervise now" in ann.last_text


async def test_a_withdrawal_in_ones_own_words_on_texts_alone(city: City) -> None:
    await city.maleri.reports_internship()
    for text in ("/platser", "1", "3", "x" * 201):
        await city.maleri.says(text)
    assert city.maleri.last_text.startswith("Det blev för långt.")
    await city.maleri.says("Vi bygger om hela lokalen")
    assert "Skäl: Vi bygger om hela lokalen" in city.maleri.last_text
    await city.maleri.says("1")
    assert (await city.slots())[0].withdrawn_reason == "Vi bygger om hela lokalen"
    assert "Skäl: Vi bygger om hela lokalen" in city.matcher_a.last_text


async def test_a_reason_that_tells_of_a_person_is_asked_about_or_refused_and_reaches_nobody(city: City) -> None:
    await city.maleri.reports_internship()
    await card_of(city.maleri)
    await city.maleri.presses("Ta tillbaka")
    await city.maleri.says("Ring 070-174 06 05 så berättar jag")
    assert "Varför tar ni tillbaka erbjudandet?" in city.maleri.last_text
    await city.maleri.says("Handledaren har depression")
    assert city.maleri.last_text.startswith("Gäller det arbetsplatsen, inte en person?")
    await city.maleri.presses("Nej, jag skriver om det")
    await city.maleri.presses("Vi har inte möjlighet längre")
    await city.maleri.presses("Skicka")
    assert (await city.slots())[0].withdrawn_reason == "unable"


async def test_a_claim_before_the_withdrawal_is_sent_is_shown_first(city: City) -> None:
    await city.maleri.reports_internship()
    await at_the_last_question_of_withdrawal(city.maleri)
    await city.matcher_a.presses("Jag tar den")
    await city.maleri.presses("Skicka")
    assert "En matchare har tagit hand om erbjudandet medan du skrev." in city.maleri.last_text
    assert "Anna Lind har tagit hand om det" in city.maleri.last_text
    assert (await city.slots())[0].status is SlotStatus.RESERVED
    await city.maleri.presses("Skicka")
    assert city.matcher_a.last_text.startswith("Exempelmåleriet AB har tagit tillbaka ett erbjudande")


async def test_of_a_claim_and_a_withdrawal_at_the_same_moment_one_wins(city: City) -> None:
    await city.maleri.reports_internship()
    await at_the_last_question_of_withdrawal(city.maleri)
    claim, send = city.matcher_a.data("Jag tar den"), city.maleri.data("Skicka")
    city.matcher_a.phone.presses(city.matcher_a.last.message_id, claim)
    await city.maleri.presses_forged(send)
    (slot,) = await city.slots()
    if slot.status is SlotStatus.WITHDRAWN:
        assert slot.claimed_by is None
        assert city.matcher_a.last_text.startswith("Återkallat.")
    else:
        assert city.matcher_a.last_text.startswith("Du har tagit den.")
        assert "Anna Lind har tagit hand om det" in city.maleri.last_text


async def test_undo_within_ten_minutes_needs_no_reason(city: City) -> None:
    await city.maleri.reports_internship()
    await city.later(timedelta(minutes=9))
    assert (await city.maleri.presses("Ångra")).startswith("Erbjudandet är återkallat.")
    assert city.matcher_a.last_text.startswith("Återkallat.")
    assert "Skäl" not in city.matcher_a.last_text


@pytest.mark.parametrize("why", ["late", "claimed"])
async def test_undo_too_late_asks_for_the_reason_at_once(city: City, why: str) -> None:
    await city.maleri.reports_internship()
    if why == "late":
        await city.later(timedelta(minutes=10))
    else:
        await city.matcher_a.presses("Jag tar den")
    text = await city.maleri.presses("Ångra")
    assert text.startswith("Det går inte att ångra direkt längre, men ni kan ta tillbaka erbjudandet.")
    assert "Varför tar ni tillbaka erbjudandet?" in text
    await city.maleri.says("1")
    await city.maleri.says("1")
    assert (await city.slots())[0].status is SlotStatus.WITHDRAWN
    assert "Skäl: Vi har inte möjlighet längre" in city.matcher_b.last_text
    assert ("som du har tagit" in city.matcher_a.last_text) is (why == "claimed")


async def test_undo_pressed_after_the_withdrawal_shows_that_it_is_done(city: City) -> None:
    await city.maleri.reports_internship()
    undo, message_id = city.maleri.data("Ångra"), city.maleri.last.message_id
    await at_the_last_question_of_withdrawal(city.maleri)
    await city.maleri.presses("Skicka")
    await city.maleri.presses_forged(undo, message_id=message_id)
    shown = next(message for message in city.maleri.received if message.message_id == message_id)
    assert shown.text.startswith("Återkallat")
