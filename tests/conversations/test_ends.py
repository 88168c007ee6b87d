"""A placement ends: both sides say so, and then it counts. Nobody is named, and nobody is blamed."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, update

from domain.contract import Counting
from domain.obligation import ObligationKind, ObligationStatus
from domain.placement import EndReason, PlacementStatus
from domain.slot import SlotKind, SlotStatus
from storage.contracts.hold import Hold
from storage.people.person import Person
from storage.slots.slot import Slot
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.conversations.people import is_out_of_reach
from tests.obligations import an_obligation, as_it_is
from tests.placements import (
    ON_LAST_DAY,
    asked_of,
    evaluations,
    has_begun,
    has_somebody,
    morning,
    opens_card,
    outcomes,
    placement_of,
)
from tests.record import recorded, times

BEGINS = "Är praktiken slut?"


async def test_on_the_last_day_both_say_that_it_has_ended_and_the_supplier_has_had_three_questions(city: City) -> None:
    await city.maleri.reports_internship(places=1)
    await city.matcher_a.presses("Jag tar den")
    before = await asked_of(city, city.maleri)
    await city.matcher_a.says("/platser")
    await city.matcher_a.presses("Centrum")
    await city.matcher_a.says_begun()
    await city.maleri.presses("Ja")
    assert await times(city, "placement_confirmed") == 1
    await city.until(datetime(2027, 1, 24, 12, 0, tzinfo=UTC))
    assert city.maleri.last_text.startswith("Tack! Då är starten bekräftad.")
    await city.until(ON_LAST_DAY)  # the last day was a Sunday
    assert city.maleri.last_text.startswith(f"{BEGINS}\nDen planerade sista dagen har kommit.\nPlanerad sista dag: 24 ")
    assert [each[3:] for each in city.maleri.buttons] == [
        "Ja, som planerat",
        "Ja, tidigare",
        "Vi har anställt personen",
        "Nej, fortsätter",
        "Till erbjudandet",
    ]
    said = await city.maleri.presses("Ja, som planerat")
    assert said.startswith("Tack. Praktiken är slut, säger Mira Holm.\nJag frågar Anna Lind om det stämmer.")
    assert (await placement_of(city, 1)).status is PlacementStatus.ENDING
    assert city.matcher_a.last_text.startswith("Praktiken hos Exempelmåleriet AB är slut. Stämmer det?\nMira Holm")
    asked = await city.matcher_a.presses("Ja, det stämmer")
    assert asked.startswith("Praktiken hos Exempelmåleriet AB är avslutad. Var platsen som den beskrevs?")
    now = await placement_of(city, 1)
    assert (now.status, now.end_reason, now.ended_on) == (
        PlacementStatus.COMPLETED,
        EndReason.AS_PLANNED,
        date(2027, 1, 24),
    )
    assert (await city.slots())[0].status is SlotStatus.CLOSED
    await city.later(timedelta(minutes=1))
    assert city.maleri.last_text.startswith("Tack för att ni tog emot! Skulle ni göra det igen?")
    await city.maleri.presses("Ja")
    await city.until(datetime(2027, 9, 1, 8, 0, tzinfo=UTC))
    told = (await asked_of(city, city.maleri))[len(before) :]
    assert told == ["supplier_start_asked", "supplier_end_asked", "supplier_evaluation_asked"]
    assert await times(city, "placement_end_said") == await times(city, "placement_completed") == 1


async def test_a_place_that_was_left_early_is_free_again_and_both_sides_are_thanked(city: City) -> None:
    begun = await has_somebody(city)
    await city.until(morning("2026-12-08"))
    await opens_card(city.matcher_a, begun)
    await city.matcher_a.presses("Avsluta placering")
    assert city.matcher_a.last_text.startswith("Är praktiken hos Exempelmåleriet AB slut?")
    assert not any("som planerat" in each for each in city.matcher_a.buttons)
    assert (await city.matcher_a.presses("Ja, tidigare")).startswith("Vilken var sista dagen?")
    assert [each[3:] for each in city.matcher_a.buttons][:3] == ["I dag", "I går", "6 dec"]
    await city.matcher_a.presses("Tidigare dagar")
    await city.matcher_a.presses("Senare dagar")
    assert (await city.matcher_a.presses("I går")).startswith("Varför slutade praktiken 7 december?")
    said = await city.matcher_a.presses("Personens egen önskan")
    assert said.startswith("Tack. Praktiken är slut, säger Anna Lind.\nJag frågar Mira Holm om det stämmer.")
    assert city.maleri.last_text.startswith("Stämmer det att praktiken är slut?\nAnna Lind på kommunen säger det.")
    assert "Sista dag: 7 december 2026\nHur: tidigare än planerat" in city.maleri.last_text
    await opens_card(city.maleri, begun)
    assert "Sista dag: måndag 7 december 2026\nHur: tidigare än planerat" in city.maleri.last_text
    await city.maleri.presses("Är det slut? Svara här")
    thanked = await city.maleri.presses("Ja, det stämmer")
    assert thanked.startswith("Tack för att ni tog emot! Skulle ni göra det igen?")
    assert not any("egen önskan" in each.words for each in city.maleri.received), (
        "why is between the person and the city"
    )
    await opens_card(city.matcher_a, begun)
    assert "Hur: tidigare, personens egen önskan" in city.matcher_a.last_text
    now = await placement_of(city, begun.id)
    assert (now.status, now.end_reason, now.ended_on) == (
        PlacementStatus.ENDED_EARLY,
        EndReason.OWN_WISH,
        date(2026, 12, 7),
    )
    assert (await city.slots())[0].status is SlotStatus.RESERVED
    await city.matcher_a.says("/platser")
    await city.matcher_a.presses("Centrum")
    await city.matcher_a.says_begun()
    assert city.maleri.last_text.startswith("Stämmer det att någon har börjat hos er?")
    assert begun.code not in city.maleri.last_text
    await city.maleri.presses("Ja")
    assert (await city.slots())[0].status is SlotStatus.FILLED


async def test_what_the_two_do_not_agree_on_a_coordinator_settles_with_one_press_and_nobody_is_blamed(
    city: City,
) -> None:
    first = await has_somebody(city, places=2)
    second = await has_begun(city, first.slot_id)
    await city.until(ON_LAST_DAY)
    for placement in (first, second):
        await opens_card(city.maleri, placement)
        await city.maleri.presses("Avsluta placering")
        await city.maleri.presses("Ja, som planerat")
        answer = await city.matcher_a.presses("Nej, det stämmer inte")
        assert answer.startswith("Tack. CSR-samordnaren hör av sig och frågar hur det är.\nUppgifterna skiljer sig åt")
        waits = city.coordinator.last_text
        assert waits.startswith("Är praktiken hos Exempelmåleriet AB slut? Ditt besked behövs\nMira Holm säger att")
        assert "Anna Lind säger att det inte stämmer." in waits
        assert "Att uppgifterna skiljer sig åt räknas inte mot någon." in waits
        if placement is first:
            assert (await city.coordinator.presses("Ja, den är slut")).startswith("Praktiken är avslutad.")
        else:
            asked = await city.coordinator.presses("Nej, den fortsätter")
            assert asked.startswith("Till och med vilken dag fortsätter praktiken?")
            assert city.maleri.last_text.startswith("Praktiken fortsätter.\nKarin Ek säger det.")
            await city.later(timedelta(minutes=1))
            assert not any(each.text.startswith(BEGINS) for each in city.maleri.received)  # the day is over
            assert (await city.coordinator.presses("En månad till")).startswith("Praktiken fortsätter till och med 25 ")
            assert city.matcher_a.last_text.startswith("Praktiken fortsätter till och med 25 februari.")
    assert (await placement_of(city, first.id)).status is PlacementStatus.COMPLETED
    going_on = await placement_of(city, second.id)
    assert (going_on.status, going_on.ends_on) == (PlacementStatus.CONFIRMED, date(2027, 2, 25))
    assert await times(city, "placement_end_disputed") == 2
    assert await times(city, "placement_goes_on") == 2


async def test_it_goes_on_until_another_day_and_is_asked_about_then(city: City) -> None:
    begun = await has_somebody(city)
    await city.until(ON_LAST_DAY)
    await city.maleri.presses("Nej, fortsätter")
    assert city.maleri.buttons[-1] == "5. Sex månader till: 25 juli"
    doubt = await city.maleri.presses("Sex månader till")
    assert doubt.startswith(
        "Då blir praktiken längre än sex månader.\nNy sista dag: 25 juli 2027\nPraktik genom Arbets"
    )
    await city.maleri.presses("Välj en annan dag")
    assert (await city.maleri.presses("En månad till")).startswith("Praktiken fortsätter till och med 25 februari.")
    assert city.matcher_a.last_text.startswith("Praktiken fortsätter till och med 25 februari.\nMira Holm säger det.")
    heard = len(city.maleri.received)
    await city.until(datetime(2027, 2, 24, 8, 0, tzinfo=UTC))
    assert len(city.maleri.received) == heard
    await city.until(datetime(2027, 2, 25, 8, 0, tzinfo=UTC))
    assert city.maleri.last_text.startswith(BEGINS)
    await city.maleri.presses("Nej, fortsätter")
    await city.maleri.presses("Sex månader till")
    assert (await city.maleri.presses("Ja, förläng ändå")).startswith("Praktiken fortsätter till och med 25 augusti.")
    assert (await placement_of(city, begun.id)).ends_on == date(2027, 8, 25)


async def test_silence_is_reminded_of_once_after_three_working_days_and_the_coordinators_hear_after_eight(
    city: City,
) -> None:
    begun = await has_somebody(city)
    heard = {}
    for day in ("2027-01-25", "2027-01-27", "2027-01-28", "2027-02-03", "2027-02-04", "2027-03-04"):
        await city.until(morning(day))
        heard[day] = (
            sum("är praktiken slut?" in each.text or each.text.startswith(BEGINS) for each in city.maleri.received),
            sum("Inget svar än" in each.text for each in city.coordinator.received),
        )
    assert heard == {
        "2027-01-25": (1, 0),
        "2027-01-27": (1, 0),
        "2027-01-28": (2, 0),
        "2027-02-03": (2, 0),
        "2027-02-04": (2, 1),
        "2027-03-04": (2, 1),
    }
    assert city.maleri.last_text.startswith("Påminnelse: är praktiken slut?")
    assert [bool(each.buttons) for each in city.maleri.received][-2:] == [False, True]
    assert "Mira Holm har fått frågan och inte svarat på åtta arbetsdagar." in city.coordinator.last_text
    assert (await city.coordinator.presses("Säg att den är slut")).startswith("Är praktiken hos Exempelmåleriet AB")
    await city.coordinator.presses("Ja, som planerat")
    assert (await placement_of(city, begun.id)).asked is None
    assert (await city.maleri.presses("Vi har anställt personen")).startswith("Tack för att ni tog emot!")
    assert (await placement_of(city, begun.id)).end_reason is EndReason.HIRED


async def test_where_nobody_of_the_supplier_is_in_reach_the_coordinators_call_and_what_they_hear_counts(
    city: City,
) -> None:
    begun = await has_somebody(city)
    await is_out_of_reach(city.maleri)
    await city.until(ON_LAST_DAY)
    assert city.coordinator.last_text.startswith("Fråga Exempelmåleriet AB: är praktiken slut?")
    await city.coordinator.presses("Ange vad leverantören sagt")
    await city.coordinator.presses("Nej, den fortsätter")
    await city.coordinator.answers("1", "Mira Holm", "1", "1")
    await city.coordinator.presses("Anteckna")
    assert (await placement_of(city, begun.id)).ends_on == date(2027, 2, 25)
    await city.until(datetime(2027, 2, 25, 8, 0, tzinfo=UTC))
    await city.coordinator.presses("Ange vad leverantören sagt")
    await city.coordinator.presses("Den är slut")
    await city.coordinator.answers("De har anställt personen", "Mira Holm", "1", "1")
    text = await city.coordinator.presses("Anteckna")
    assert "Hur: leverantören har anställt personen" in text
    now = await placement_of(city, begun.id)
    assert (now.status, now.is_end_suppliers_word) == (PlacementStatus.ENDING, True)
    assert "och att de har anställt personen" in city.matcher_a.last_text
    await city.matcher_a.presses("Ja, det stämmer")
    assert (await placement_of(city, begun.id)).status is PlacementStatus.COMPLETED


async def test_while_reminders_rest_nobody_is_asked_whether_it_has_ended(city: City) -> None:
    contract = await a_contract(city)
    begun = await has_somebody(city)
    async with city.database.write() as session:
        await session.execute(update(Slot).where(Slot.id == begun.slot_id).values(contract_id=contract.id))
        karin = (await session.scalars(select(Person).where(Person.name == "Karin Ek"))).one()
        session.add(
            Hold(contract_id=contract.id, reason="summer", begun_at=city.clock.now(), begun_by=karin.id, until_on=None)
        )
    heard = len(city.maleri.received)
    await city.until(ON_LAST_DAY)
    assert len(city.maleri.received) == heard
    async with city.database.write() as session:
        await session.execute(update(Hold).values(ended_at=city.clock.now()))
    await city.later(timedelta(minutes=1))
    assert city.maleri.last_text.startswith(BEGINS)


async def test_what_a_contract_asks_for_in_months_is_counted_once_both_have_said_that_it_has_ended(city: City) -> None:
    asks = {"slot_kind": SlotKind.INTERNSHIP, "places": 1, "counting": Counting.MONTHS}
    contract, due_on = await a_contract(city), TODAY + timedelta(days=120)
    number = await an_obligation(city, contract, ObligationKind.PLACES, due_on=due_on, **asks)
    await has_somebody(city, extent=100)
    await city.until(ON_LAST_DAY)
    for chat, answer, status in (
        (city.maleri, "Ja, som planerat", ObligationStatus.OPEN),
        (city.matcher_a, "Ja, det stämmer", ObligationStatus.FULFILLED),
    ):
        await chat.presses(answer)
        assert (await as_it_is(city, number)).status is status


async def test_nobody_is_asked_for_two_evaluations_on_one_day(city: City) -> None:
    first = await has_somebody(city, places=2)
    await has_begun(city, first.slot_id)
    await city.until(ON_LAST_DAY)
    for _ in range(2):
        await city.maleri.presses("Ja, som planerat")
    for _ in range(2):
        await city.matcher_a.presses("Ja, det stämmer")
    asked = {}
    for day in ("2027-01-25", "2027-01-26", "2027-01-27"):
        await city.until(morning(day) + timedelta(hours=1))
        asked[day] = (
            sum(each.text.startswith("Tack för att ni tog emot!") for each in city.maleri.received),
            sum("Var platsen som den beskrevs?" in each.text for each in city.matcher_a.received),
        )
    assert asked == {"2027-01-25": (1, 1), "2027-01-26": (2, 2), "2027-01-27": (2, 2)}


async def test_an_evaluation_is_two_presses_and_the_rest_is_offered_and_all_can_be_changed_for_a_week(
    city: City,
) -> None:
    await has_somebody(city)
    await city.until(ON_LAST_DAY)
    await city.maleri.presses("Ja, som planerat")
    await city.matcher_a.presses("Ja, det stämmer")
    assert (await city.matcher_a.presses("Delvis")).startswith("Svarade leverantören tillräckligt snabbt?")
    done = await city.matcher_a.presses("Ja")
    assert done.startswith(
        "Tack för svaren!\nSom den beskrevs: delvis\nSnabba svar: ja\nSvaret kan ändras till och med 31 "
    )
    await city.later(timedelta(minutes=1))
    thanked = await city.maleri.presses("Kanske")
    assert thanked.startswith("Tack för svaret!\nTa emot igen: kanske\nSvaret kan ändras till och med 31 januari.")
    again = city.maleri.data("Ja")
    assert (await city.maleri.presses("Ja")).startswith("Tack för svaret!\nTa emot igen: ja")
    assert (await city.maleri.presses("Svara på fyra till")).startswith("Blev det rätt matchning?")
    for _ in range(4):
        await city.maleri.presses("Nej")
    assert city.maleri.buttons == ["1. Ändra svaren"]
    theirs = {each.person_id: each.verdicts for each in await evaluations(city)}
    assert theirs == {
        1: {"again": "yes", **dict.fromkeys(("right_match", "prepared", "support", "leads_to_job"), "no")},
        3: {"brief": "partly", "response": "yes"},
    }
    await city.later(timedelta(days=7))
    assert "Ta emot igen: ja" in await city.maleri.presses_forged(again.replace(":0:0", ":0:2"))
    assert {each.person_id: each.verdicts for each in await evaluations(city)} == theirs
    assert (await city.matcher_b.presses_forged(again)).startswith("Det finns inte")


async def test_what_became_of_somebody_is_asked_of_the_city_alone_and_after_two_times_it_is_not_known(
    city: City,
) -> None:
    begun = await has_somebody(city)
    await city.until(ON_LAST_DAY)
    await city.maleri.presses("Vi har anställt personen")
    await city.matcher_a.presses("Ja, det stämmer")
    assert [each.due_on for each in await outcomes(city)] == [date(2027, 4, 26), date(2027, 7, 26)]
    said = len(city.maleri.received) + 1
    await city.until(morning("2027-04-26"))
    asked = city.matcher_a.last_text
    assert asked.startswith(f"Hur gick det för {begun.code}?\n90 dagar efter praktiken hos Exempelmåleriet AB, som slu")
    assert "Leverantören sa vid slutet att den har anställt personen." in asked
    assert "som har varat i minst en månad i följd" in asked
    assert [each[3:] for each in city.matcher_a.buttons] == [
        "Arbete",
        "Studier",
        "Förlängd",
        "Åter hos oss",
        "Vet inte",
    ]
    assert (await city.matcher_a.presses("Studier")).startswith(f"Noterat om {begun.code}: Studier")
    await city.later(timedelta(days=6))
    assert (await city.matcher_a.presses("Arbete")).startswith(f"Noterat om {begun.code}: Arbete")
    await city.later(timedelta(days=1))
    await city.matcher_a.presses("Studier")
    assert city.matcher_a.buttons == []
    last = {}
    for day in ("2027-07-26", "2027-08-02", "2027-08-09", "2027-08-16"):
        await city.until(morning(day))
        last[day] = (len(city.matcher_a.received), city.matcher_a.last_text.partition(begun.code)[0])
    told = last["2027-07-26"][0]
    assert last == {
        "2027-07-26": (told, "Hur gick det för "),
        "2027-08-02": (told + 1, "Påminnelse: hur gick det för "),
        "2027-08-09": (told + 1, "Noterat om "),
        "2027-08-16": (told + 1, "Noterat om "),
    }
    first, second = await outcomes(city)
    assert (first.outcome, second.outcome, second.said_by) == ("work", "unknown", None)
    assert len(city.maleri.received) == said
    await opens_card(city.matcher_a, begun)
    assert "Efter 90 dagar: arbete\nEfter sex månader: vet inte" in city.matcher_a.last_text
    await opens_card(city.maleri, begun)
    assert "Efter" not in city.maleri.last_text
    rows = await recorded(city, "outcome_said")
    assert len(rows) == 3
    assert {(row.supplier_id, row.contract_id) for row in rows} == {(None, None)}


async def test_a_supplier_where_several_end_is_reminded_once_a_week_whatever_it_is_about(city: City) -> None:
    first = await has_somebody(city, places=2, ends_on=date(2026, 12, 7))
    await has_begun(city, first.slot_id, ends_on=date(2026, 12, 8))
    for day in (7, 8):
        await city.until(morning(f"2026-12-0{day}"))
    reminded = []
    for day in (10, 11, 16, 17):
        said = len(city.maleri.received)
        await city.until(morning(f"2026-12-{day}"))
        reminded += [day for each in city.maleri.received[said:] if each.words.startswith("Påminnelse")]
    assert reminded == [10, 17]
