from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import PlacementStatus
from domain.role import Role
from domain.slot import EmptyReason, SlotStatus, Trade
from storage.people.person import Person
from storage.placements import placement as placements
from storage.slots.slot import Slot
from tests.city import City
from tests.contracts import add_contract
from tests.conversations.slots import at_the_last_question_of_withdrawal, card_of, events
from tests.domain.hours import at
from tests.placements import has_somebody


async def test_who_has_offered_nothing_is_told_how_to(city: City) -> None:
    assert (await city.maleri.says("/platser")).startswith("Ni har inte erbjudit något här än.")
    assert "/rapportera" in city.maleri.last_text
    assert city.maleri.buttons == []


async def test_the_list_shows_the_newest_first_with_what_is_happening(city: City) -> None:
    await city.maleri.reports_internship(area="Centrum")
    await city.maleri.reports_internship(area="Råå")
    await city.matcher_a.presses("2. Jag tar den")
    text = await city.maleri.says("/platser")
    assert city.maleri.buttons == ["1. Praktikplats · Måleri · Råå", "2. Praktikplats · Måleri · Centrum"]
    assert "1. Praktikplats · Måleri · 2 platser · Råå · från 30 november 2026\nTaget av Anna Lind" in text
    assert "2. Praktikplats · Måleri · 2 platser · Centrum · från 30 november 2026\nÖppet\n" in f"{text}\n"


async def test_the_list_tells_what_became_of_everything_that_was_ever_offered(city: City) -> None:
    await city.maleri.reports_internship(area="Råå")
    await city.maleri.reports_visit(area="Hamnen")
    await city.matcher_a.presses("2. Jag tar den")
    await city.until(at("2026-11-26 08:30"))
    await city.matcher_a.presses("Ja, det blev av")
    await city.matcher_a.says("12")
    await city.maleri.reports_internship(area="Centrum")
    async with city.database.write() as session:
        empty, _visit, filled = await session.scalars(select(Slot).order_by(Slot.id))
        empty.status, empty.empty_reason = SlotStatus.EXPIRED, EmptyReason.LANGUAGE
        filled.status, filled.claimed_by = SlotStatus.FILLED, await matcher_id(session)
        for status in (PlacementStatus.COMPLETED, PlacementStatus.ENDED_EARLY, PlacementStatus.CONFIRMED):
            begun = await placements.start(
                session,
                filled.id,
                started_by=filled.claimed_by,
                begun_on=date(2026, 11, 23),
                is_new_resident=True,
                next_at=None,
                now=city.clock.now(),
            )
            begun.status = status
    text = await city.maleri.says("/platser")
    assert "från 30 november 2026\nTillsatt\nTack! Har börjat hos er: 3 · avslutade: 2" in text, text
    assert "den 25 november 2026\nAvslutat\nTack! 12 personer kom." in text, text
    assert "Har gått ut\nSpråkkraven passade inte dem vi frågade.\nTack för att ni erbjöd det." in text, text
    assert "Har börjat: 2 av 2 · avslutade: 2" in await city.maleri.presses("Centrum")


async def test_the_list_tells_of_each_offer_who_has_begun_there(city: City) -> None:
    await has_somebody(city)
    await has_somebody(city)
    assert (await city.maleri.says("/platser")).count("Har börjat hos er: 1") == 2


async def matcher_id(session: AsyncSession) -> int:
    """One of the matchers."""
    return (await session.scalars(select(Person.id).where(Person.role == Role.MATCHER))).first() or 0


async def test_a_long_list_has_pages_and_keeps_its_place_behind_a_card(city: City) -> None:
    for number in range(8):
        await city.maleri.reports_internship(area=f"Område {chr(65 + number)}")
    await city.maleri.says("/platser")
    assert city.maleri.buttons[5:] == ["6. Praktikplats · Måleri · Område C", "7. Nästa sida"]
    assert "Sida 1 av 2" in city.maleri.last_text
    await city.maleri.says("7")
    assert city.maleri.buttons == [
        "1. Praktikplats · Måleri · Område B",
        "2. Praktikplats · Måleri · Område A",
        "3. Förra sidan",
    ]
    await city.maleri.says("2")
    assert "Område: Område A" in city.maleri.last_text
    await city.maleri.presses("Till listan")
    assert "Sida 2 av 2" in city.maleri.last_text
    await city.maleri.presses("Förra sidan")
    assert "Sida 1 av 2" in city.maleri.last_text


async def test_a_card_shows_all_facts_and_only_what_can_be_done_now(city: City) -> None:
    await city.maleri.reports_internship()
    text = await card_of(city.maleri)
    assert text.startswith("Öppet")
    for fact in ("Antal: 2 platser", "Slut: söndag 24 januari 2027", "Erbjuds av: Mira Holm"):
        assert fact in text
    assert city.maleri.buttons == ["1. Ändra", "2. Pausa", "3. Ta tillbaka", "4. Vad kan anpassas?", "5. Till listan"]
    await city.matcher_a.presses("Jag tar den")
    text = await card_of(city.maleri)
    assert text.startswith("Taget av Anna Lind\nAnna Lind är matchare på kommunen och hör av sig till Mira Holm.")
    assert city.maleri.buttons == [
        "1. Skriv till Anna Lind",
        "2. Ändra",
        "3. Ta tillbaka",
        "4. Vad kan anpassas?",
        "5. Till listan",
    ]


async def test_a_colleague_at_the_same_company_sees_and_changes_it_too(city: City) -> None:
    colleague = await city.person("Jon Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    assert "Erbjuds av: Mira Holm" in await card_of(colleague)
    assert (await colleague.presses("Pausa")).startswith("Pausat")


async def test_another_companys_slot_is_not_there_at_any_press(city: City) -> None:
    await city.maleri.reports_internship()
    (slot,) = await city.slots()
    await city.park.says("/slots")
    assert city.park.last_text.startswith("You have not offered anything here yet.")
    for action in ("pk", "pj", "pr", "px", "pp", "po", "pt", "un"):
        await city.park.presses_forged(f"{action}:{slot.id}:{slot.revision}:0:0:0:0")
        assert city.park.last_text.startswith("It is no longer there, or not yours to change."), action
    assert (await city.slots())[0].revision == slot.revision


async def test_a_forged_filter_tells_nothing_of_another_companys_area(city: City) -> None:
    await city.maleri.reports_internship(area="Hemliga viken")
    await city.park.says("/slots")
    for data in ("pl:0:0:0:1", "pf:2:0:0:0:1", "pl", "pf", "pl:zzz:zz:zz:zz", "pf:9"):
        await city.park.presses_forged(data)
        assert not any("Hemliga" in label for label in [city.park.last_text, *city.park.buttons])


async def test_a_change_goes_through_the_same_form_and_reaches_every_alert(city: City) -> None:
    await city.maleri.reports_internship(places=2)
    await card_of(city.maleri)
    text = await city.maleri.presses("1. Ändra")
    assert text.startswith("Stämmer det?")
    assert not any("Ändra typ" in label for label in city.maleri.buttons)
    await city.maleri.presses("Ändra antal")
    await city.maleri.says("4")
    await city.maleri.presses("Berätta mer")
    await city.maleri.presses("Arbetsuppgifter")
    await city.maleri.says("Måla fönster")
    await city.maleri.presses("Klart")
    await city.maleri.presses("Skicka")
    assert city.maleri.last_text.startswith("Ändringen är skickad.")
    assert "Arbetsuppgifter: Måla fönster" in city.maleri.last_text
    (slot,) = await city.slots()
    assert (slot.places, slot.details, slot.revision) == (4, {"tasks": "Måla fönster"}, 2)
    for matcher in (city.matcher_a, city.matcher_b):
        assert "4 platser" in matcher.last_text
        assert len(matcher.received) == 1
    await city.matcher_a.presses("Jag tar den")
    assert city.matcher_a.last_text.startswith("Du har tagit den.")
    assert "slot_changed" in await events(city)


async def test_whoever_has_the_slot_is_told_what_is_new(city: City) -> None:
    await city.maleri.reports_internship(places=2)
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.maleri)
    for label in ("Ändra", "Ändra start", "Från 1 dec", "Ändra slut", "Inte bestämt", "Skicka"):
        await city.maleri.presses(label)
    told = city.matcher_a.last_text
    assert told.startswith("Exempelmåleriet AB har ändrat ett erbjudande som du har tagit.")
    assert "Första dagen: 1 december 2026 (förut 30 november 2026)" in told
    assert "Slut: inte bestämt (förut 24 januari 2027)" in told
    assert "Antal" not in told
    assert len(city.matcher_b.received) == 1


async def test_a_form_that_is_sent_unchanged_changes_nothing(city: City) -> None:
    await city.maleri.reports_internship()
    await card_of(city.maleri)
    await city.maleri.presses("Ändra")
    assert (await city.maleri.presses("Skicka")).startswith("Inget är ändrat.")
    assert (await city.slots())[0].revision == 1


async def test_a_slot_that_was_claimed_meanwhile_can_still_be_changed_knowingly(city: City) -> None:
    await city.maleri.reports_internship(places=2)
    await card_of(city.maleri)
    for label in ("Ändra", "Ändra antal", "3"):
        await city.maleri.presses(label)
    await city.matcher_a.presses("Jag tar den")
    await city.maleri.presses("Skicka")
    assert city.maleri.last_text.startswith("En matchare har tagit hand om erbjudandet medan du skrev.")
    assert (await city.slots())[0].places == 2
    assert (await city.maleri.presses("Skicka")).startswith("Ändringen är skickad.")
    assert "Antal: 3 (förut 2)" in city.matcher_a.last_text


async def test_a_slot_that_a_colleague_changed_meanwhile_is_not_overwritten_unseen(city: City) -> None:
    colleague = await city.person("Jon Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship(places=2)
    for chat, places in ((city.maleri, "3"), (colleague, "5")):
        await card_of(chat)
        for label in ("Ändra", "Ändra antal", places):
            await chat.presses(label)
    await city.maleri.presses("Skicka")
    await colleague.presses("Skicka")
    assert colleague.last_text.startswith("Det har hänt något med erbjudandet medan du skrev.")
    assert (await city.slots())[0].places == 3


async def test_a_slot_that_is_gone_meanwhile_is_shown_as_it_is(city: City) -> None:
    colleague = await city.person("Jon Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    await card_of(city.maleri)
    for label in ("Ändra", "Ändra antal", "3"):
        await city.maleri.presses(label)
    await at_the_last_question_of_withdrawal(colleague)
    await colleague.presses("Skicka")
    await city.maleri.presses("Skicka")
    assert city.maleri.last_text.startswith("Det har redan hänt något annat. Så här är det nu:\n\nÅterkallat")
    assert city.maleri.buttons == ["1. Till listan"]


async def test_a_slot_that_has_begun_can_be_changed_without_a_new_start(city: City) -> None:
    await city.maleri.reports_internship()
    await city.later(timedelta(days=14))
    await card_of(city.maleri)
    for label in ("Ändra", "Ändra antal", "3", "Skicka"):
        await city.maleri.presses(label)
    assert city.maleri.last_text.startswith("Ändringen är skickad.")


async def test_a_contract_that_has_ended_since_stays_with_the_slot(city: City) -> None:
    async with city.database.write() as session:
        for number, ends_on in (("2026/1", date(2026, 12, 1)), ("2026/2", None)):
            await add_contract(
                session, 1, number, at=city.clock.now(), title="Måleri", starts_on=date(2026, 1, 1), ends_on=ends_on
            )
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "1", "2", "Centrum", "2", "2", "1")
    assert "Avtal: 2026/1 Måleri" in city.maleri.last_text
    await city.later(timedelta(days=14))
    await card_of(city.maleri)
    for label in ("Ändra", "Ändra antal", "3", "Skicka"):
        await city.maleri.presses(label)
    assert "Avtal: 2026/1 Måleri" in city.maleri.last_text


async def test_a_change_that_is_cancelled_leaves_the_offer_as_it_was(city: City) -> None:
    await city.maleri.reports_internship()
    await card_of(city.maleri)
    await city.maleri.presses("Ändra")
    text = await city.maleri.says("/avbryt")
    assert "Erbjudandet är som det var. Här finns det: /platser" in text


async def test_a_pause_takes_it_from_the_matchers_and_resuming_asks_them_anew(city: City) -> None:
    await city.maleri.reports_internship()
    stale = city.matcher_a.data("Jag tar den")
    await card_of(city.maleri)
    text = await city.maleri.presses("Pausa")
    assert text.startswith("Pausat")
    assert city.maleri.buttons == [
        "1. Ändra",
        "2. Öppna igen",
        "3. Ta tillbaka",
        "4. Vad kan anpassas?",
        "5. Till listan",
    ]
    assert city.matcher_a.last_text.startswith("Pausat.")
    await city.matcher_a.presses_forged(stale)
    assert (await city.slots())[0].status is SlotStatus.PAUSED
    await city.later(timedelta(days=3))
    assert len(city.matcher_a.received) == 1
    assert (await city.maleri.presses("Öppna igen")).startswith("Öppet")
    first, second = city.matcher_a.received
    assert "Erbjudandet är ledigt igen." in second.text
    assert first.buttons
    await city.later(timedelta(days=1))
    assert "Ingen har tagit erbjudandet än" in city.matcher_a.last_text
    await city.matcher_a.presses("Jag tar den")
    assert all(message.text.startswith("Du har tagit den.") for message in city.matcher_a.received)
    assert [event for event in await events(city) if event in {"slot_paused", "slot_resumed"}] == [
        "slot_paused",
        "slot_resumed",
    ]


async def test_it_can_be_paused_and_asked_about_again_more_than_once(city: City) -> None:
    await city.maleri.reports_internship()
    await city.later(timedelta(days=1))
    for _ in range(2):
        await card_of(city.maleri)
        await city.maleri.presses("Pausa")
        await city.maleri.presses("Öppna igen")
        before = len(city.matcher_a.received)
        await city.later(timedelta(days=1))
        assert len(city.matcher_a.received) == before + 1


@pytest.mark.parametrize("label", ["1. Ändra", "2. Pausa", "3. Ta tillbaka"])
async def test_a_stale_button_shows_what_is_true_now(city: City, label: str) -> None:
    colleague = await city.person("Jon Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    await card_of(city.maleri)
    stale = city.maleri.data(label)
    await at_the_last_question_of_withdrawal(colleague)
    await colleague.presses("Skicka")
    await city.maleri.presses_forged(stale)
    assert city.maleri.last_text.startswith("Det har redan hänt något annat. Så här är det nu:\n\nÅterkallat")
    assert (await city.slots())[0].revision == 2


async def test_the_list_in_the_middle_of_a_report_leaves_the_question_last(city: City) -> None:
    await city.maleri.reports_internship()
    await city.maleri.says("/rapportera")
    await city.maleri.says("/platser")
    assert "Steg 1\n" in city.maleri.last_text
    await city.maleri.presses("1. Praktikplats · Måleri")
    assert "Steg 1\n" in city.maleri.last_text
    await city.maleri.presses("3. Ta tillbaka")
    await city.maleri.says("2")
    await city.maleri.says("1")
    assert "Steg 1\n" in city.maleri.last_text
    assert (await city.slots())[0].status is SlotStatus.WITHDRAWN


async def test_in_english_too(city: City) -> None:
    ann = await city.person("Ann Bell", Role.SUPPLIER, company="Made-up Garages AB", trade=Trade.VEHICLES)
    await ann.says("/sprak en")
    await ann.reports_internship()
    await ann.says("/slots")
    assert ann.last_text.startswith("Your offers")
    assert "1. Internship · Vehicles · 2 places · Centrum · from 30 November 2026\nOpen" in ann.last_text
    await ann.says("1")
    assert ann.buttons == ["1. Change", "2. Pause", "3. Withdraw", "4. What can be adapted?", "5. To the list"]
    assert (await ann.says("2")).startswith("Paused")
    assert (await ann.says("2")).startswith("Open")
    await ann.says("3")
    await ann.says("1")
    assert "Reason: We are no longer able to" in ann.last_text
    assert (await ann.says("1")).startswith("The offer is recalled.")
