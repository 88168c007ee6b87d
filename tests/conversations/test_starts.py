"""Somebody has begun: the matcher says so, the supplier confirms, and what both say counts. Nobody is named."""

from datetime import date, timedelta

from sqlalchemy import select, update

from domain.hold import HoldReason
from domain.obligation import ObligationKind, ObligationStatus
from domain.placement import PlacementStatus
from domain.slot import SlotKind, SlotStatus
from handlers.placements.starts.codes import NEW_RESIDENT, REPORT_EARLY, STARTED_ON
from messages.button import base36
from storage.contracts.contract import Contract
from storage.contracts.hold import Hold
from storage.obligations import nudge_time
from storage.obligations.obligation import Obligation
from storage.placements.placement import Placement
from tests.chat import Chat
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.conversations.people import is_out_of_reach
from tests.domain.hours import at
from tests.obligations import an_obligation, as_it_is
from tests.record import recorded


async def card_of(chat: Chat, area: str = "Centrum") -> str:
    """The slot's card."""
    await chat.says("/platser")
    return await chat.presses(area)


async def has_a_slot(city: City, *, places: int = 2) -> None:
    """A matcher has taken a slot."""
    await city.maleri.reports_internship(places=places)
    await city.matcher_a.presses("Jag tar den")


async def begins(city: City) -> str:
    """The matcher says so; what their card shows."""
    await card_of(city.matcher_a)
    return await city.matcher_a.says_begun()


async def a_number(
    city: City, places: int, *, contract: Contract | None = None, due_on: date = TODAY + timedelta(days=30)
) -> Obligation:
    """What a contract asks for."""
    return await an_obligation(
        city,
        contract or await a_contract(city),
        ObligationKind.PLACES,
        slot_kind=SlotKind.INTERNSHIP,
        places=places,
        due_on=due_on,
    )


async def placements(city: City) -> list[Placement]:
    """Every placement, in order."""
    return list(await city.asks(lambda session: session.scalars(select(Placement).order_by(Placement.id))))


async def test_a_start_that_both_have_said_counts_and_both_are_told(city: City) -> None:
    number = await a_number(city, 2)
    await has_a_slot(city)
    text = await begins(city)
    assert text.startswith("Noterat. Leverantören får frågan om det stämmer.")
    assert "Har börjat: 0 av 2 · inte bekräftat än: 1" in text
    (placement,) = await placements(city)
    assert f"Koder: {placement.code}" in text
    assert city.maleri.last_text.startswith(
        "Stämmer det att någon har börjat hos er?\nAnna Lind på kommunen säger det.\nKommunens kod för personen: "
    )
    assert (await city.maleri.presses("Ja")).startswith("Tack! Då är starten bekräftad.")
    assert city.matcher_a.last_text.startswith("Mira Holm bekräftar: någon har börjat\n1 av 2 har börjat.")
    assert "1 av 2 har börjat" in await city.maleri.says("/avtal")
    assert "Har börjat: 1 av 2" in await card_of(city.matcher_a)
    assert (await as_it_is(city, number)).status is ObligationStatus.OPEN


async def test_with_a_start_in_every_place_the_slot_is_filled_and_the_number_reached(city: City) -> None:
    number = await a_number(city, 2)
    await has_a_slot(city)
    for _ in range(2):
        await begins(city)
        await city.maleri.presses("Ja")
    assert "Därmed är ett åtagande i avtalet UH-2026-17 klart." in city.maleri.last_text
    now = await as_it_is(city, number)
    assert (now.status, now.fulfilled_by) == (ObligationStatus.FULFILLED, "placement:2")
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.FILLED
    assert (await card_of(city.matcher_a)).startswith("Tillsatt")


async def test_a_start_that_the_supplier_denies_counts_for_nothing_and_the_matcher_hears_it(city: City) -> None:
    await a_number(city, 1)
    await has_a_slot(city, places=1)
    await begins(city)
    assert (await city.maleri.presses("Nej")).startswith("Tack för svaret. Ingen har börjat.")
    assert city.matcher_a.last_text.startswith("Mira Holm säger att ingen har börjat")
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.RESERVED
    await card_of(city.matcher_a)
    assert "4. Någon har börjat" in city.matcher_a.buttons


async def test_the_matcher_takes_a_confirmed_start_back_and_everything_that_came_of_it(city: City) -> None:
    number = await a_number(city, 1)
    await has_a_slot(city, places=1)
    await begins(city)
    await city.maleri.presses("Ja")
    assert (await as_it_is(city, number)).status is ObligationStatus.FULFILLED
    await card_of(city.matcher_a)
    text = await city.matcher_a.presses("Ångra senaste starten")
    assert text.startswith("Exempelmåleriet AB har bekräftat starten. Ska den ändå tas bort?")
    assert (await as_it_is(city, number)).status is ObligationStatus.FULFILLED
    assert (await city.matcher_a.presses("Ja, ta bort starten")).startswith("Starten är borttagen.")
    assert (await as_it_is(city, number)).status is ObligationStatus.OPEN
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.RESERVED
    assert city.maleri.last_text.startswith("Anna Lind har ångrat sig: ingen har börjat.")


async def test_a_question_about_a_start_that_is_taken_back_needs_no_answer(city: City) -> None:
    await has_a_slot(city)
    await begins(city)
    carried = city.maleri.data("Ja")
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Ångra senaste starten")
    assert city.maleri.last_text.startswith("Anna Lind har ångrat sig: ingen har börjat.")
    assert city.maleri.buttons == []
    assert (await city.maleri.presses_forged(carried)).startswith("Anna Lind har ångrat sig")
    assert await recorded(city, "placement_confirmed") == []


async def test_starts_fill_the_number_that_is_due_first_and_then_the_next(city: City) -> None:
    contract = await a_contract(city)
    later = await a_number(city, 1, contract=contract, due_on=TODAY + timedelta(days=90))
    sooner = await a_number(city, 1, contract=contract, due_on=TODAY + timedelta(days=30))
    await has_a_slot(city)
    await begins(city)
    await city.maleri.presses("Ja")
    assert (await as_it_is(city, sooner)).status is ObligationStatus.FULFILLED
    assert (await as_it_is(city, later)).status is ObligationStatus.OPEN
    await begins(city)
    await city.maleri.presses("Ja")
    assert (await as_it_is(city, later)).fulfilled_by == "placement:2"


async def test_only_starts_of_that_kind_under_that_contract_count(city: City) -> None:
    contract = await a_contract(city)
    other_kind = await an_obligation(city, contract, ObligationKind.PLACES, slot_kind=SlotKind.APPRENTICESHIP, places=1)
    other_contract = await a_contract(city, "UH-2020-1", ends_on=TODAY - timedelta(days=1))
    other = await a_number(city, 1, contract=other_contract)
    await has_a_slot(city, places=1)
    await begins(city)
    await city.maleri.presses("Ja")
    for each in (other_kind, other):
        assert (await as_it_is(city, each)).status is ObligationStatus.OPEN


async def test_no_more_begin_than_there_are_places_and_a_second_tap_is_no_second_start(city: City) -> None:
    await has_a_slot(city, places=2)
    await card_of(city.matcher_a)
    carried = city.matcher_a.data("Någon har börjat")
    await city.matcher_a.presses("Någon har börjat")
    today = city.matcher_a.data("I dag")
    await city.matcher_a.presses("I dag")
    surely = city.matcher_a.data("Ny person i år")
    await city.matcher_a.presses("Ny person i år")
    for late in (carried, today, surely):
        assert (await city.matcher_a.presses_forged(late)).startswith("Det har redan hänt något annat.")
    assert len(await placements(city)) == 1
    await begins(city)
    assert not any("Någon har börjat" in label for label in city.matcher_a.buttons)
    assert len(await placements(city)) == 2


async def test_only_the_matcher_who_has_the_slot_says_so_and_only_its_supplier_answers(city: City) -> None:
    await has_a_slot(city)
    await card_of(city.matcher_a)
    report = city.matcher_a.data("Någon har börjat")
    await city.matcher_b.says("/hjalp")
    assert "finns inte längre" in await city.matcher_b.presses_forged(report)
    await city.matcher_a.says_begun()
    yes = city.maleri.data("Ja")
    await city.park.says("/help")
    assert "no longer there" in await city.park.presses_forged(yes)
    (placement,) = await placements(city)
    assert placement.status is PlacementStatus.STARTED


async def test_a_slot_in_which_somebody_has_begun_was_more_than_an_offer(city: City) -> None:
    contract = await a_contract(city)
    plan = await an_obligation(city, contract)
    await has_a_slot(city)
    await begins(city)
    await city.maleri.presses("Ja")
    await card_of(city.maleri)
    await city.maleri.presses("Ta tillbaka")
    await city.maleri.says("1")
    await city.maleri.presses("Skicka")
    assert (await as_it_is(city, plan)).status is ObligationStatus.FULFILLED


async def test_the_ledger_and_the_table_hold_a_code_and_no_name(city: City) -> None:
    await a_contract(city)
    await has_a_slot(city)
    await begins(city)
    await city.maleri.presses("Ja")
    (placement,) = await placements(city)
    assert len(placement.code) == 8
    (row,) = await recorded(city, "placement_confirmed")
    assert (row.about, row.actor_id, row.supplier_id) == (f"placement:{placement.id}", 1, 1)


async def test_a_start_before_the_first_day_is_asked_about(city: City) -> None:
    await has_a_slot(city)
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Någon har börjat")
    text = await city.matcher_a.presses("I dag")
    assert text.startswith("Första dagen är 30 november 2026. Har någon redan börjat?")
    assert city.matcher_a.buttons == ["1. Ny person i år", "2. Räknad redan i år", "3. Nej, inte än"]
    assert "Du har tagit den" in await city.matcher_a.presses("Nej, inte än")
    assert await placements(city) == []
    await city.later(timedelta(days=7))
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Någon har börjat")
    assert (await city.matcher_a.presses("I dag")).startswith("Har personen räknats förut i år?")
    assert (await city.matcher_a.presses("Räknad redan i år")).startswith("Noterat. Leverantören får frågan")


async def test_somebody_began_on_any_day_of_the_last_month_and_a_button_that_carries_no_such_day_does_nothing(
    city: City,
) -> None:
    await has_a_slot(city)
    await city.later(timedelta(days=21))
    await card_of(city.matcher_a)
    early = city.matcher_a.data("Någon har börjat")
    assert (await city.matcher_a.presses("Någon har börjat")).startswith("Vilken dag började personen?")
    assert [each[3:] for each in city.matcher_a.buttons][:2] == ["I dag", "I går"]
    today = city.matcher_a.data("I dag")
    await city.matcher_a.presses("Tidigare dagar")
    await city.matcher_a.presses("1 dec")
    await city.matcher_a.presses("Ny person i år")
    (placement,) = await placements(city)
    assert placement.begun_on == date(2026, 12, 1)
    assert (await city.matcher_a.presses_forged(today)).startswith("Det har redan hänt något annat.")
    await card_of(city.matcher_a)
    slot_id, revision = city.matcher_a.data("Någon har börjat").split(":")[1:3]
    assert early != city.matcher_a.data("Någon har börjat")
    ahead, long_ago = (date.toordinal(city.clock.now().date() + timedelta(days=by)) for by in (1, -31))
    await city.matcher_a.presses_forged(f"{REPORT_EARLY}:{slot_id}:{revision}:{today.split(':')[3]}")
    assert len(await placements(city)) == 1, "whether they count already is not left open"
    for number in (ahead, long_ago, 0):
        for code in (NEW_RESIDENT, REPORT_EARLY, STARTED_ON):
            await city.matcher_a.presses_forged(f"{code}:{slot_id}:{revision}:{base36(number)}")
    assert len(await placements(city)) == 1


async def test_of_two_starts_one_that_is_taken_back_or_denied_leaves_the_other_true(city: City) -> None:
    await has_a_slot(city)
    await begins(city)
    await city.maleri.presses("Ja")
    await begins(city)
    assert (await city.maleri.presses("Nej")).startswith("Tack för svaret. Den här starten räknas inte.")
    assert "Ingen har börjat" not in city.maleri.last_text
    assert "säger att en start inte stämmer\nHar börjat: 1 av 2, som förut." in city.matcher_a.last_text
    await begins(city)
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Ångra senaste starten")
    assert city.maleri.last_text.startswith("Anna Lind har tagit bort en start.\nAndra starter i erbjudandet räknas")
    assert [each.status for each in await placements(city)] == [
        PlacementStatus.CONFIRMED,
        PlacementStatus.DENIED,
        PlacementStatus.UNDONE,
    ]


async def test_a_start_is_taken_back_only_as_it_was_asked_about(city: City) -> None:
    await has_a_slot(city)
    await begins(city)
    await city.maleri.presses("Ja")
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Ångra senaste starten")
    surely = city.matcher_a.data("Ja, ta bort starten")
    assert "Har börjat: 1 av 2" in await city.matcher_a.presses("Nej, låt den stå")
    await begins(city)
    assert (await city.matcher_a.presses_forged(surely)).startswith("Det har redan hänt något annat.")
    assert [each.status for each in await placements(city)] == [PlacementStatus.CONFIRMED, PlacementStatus.STARTED]


async def test_where_nobody_at_the_supplier_can_be_asked_a_coordinator_is(city: City) -> None:
    await has_a_slot(city)
    await is_out_of_reach(city.maleri)
    text = await begins(city)
    assert text.startswith("Noterat. Ingen hos leverantören går att nå i Steget, så CSR-samordnaren ringer")
    assert city.coordinator.last_text.startswith("Fråga Exempelmåleriet AB: har någon börjat hos dem?")
    assert "Ett uteblivet svar räknas inte mot leverantören." in city.coordinator.last_text
    assert city.coordinator.buttons == ["1. Ange vad leverantören sagt"]
    for day in ("2026-11-30 09:00", "2026-12-07 09:30"):
        await city.until(at(day))
    assert city.coordinator.last_text.startswith("Exempelmåleriet AB har inte svarat: har någon börjat?")


async def test_a_start_that_nobody_confirms_is_reminded_of_once_and_then_the_coordinators_hear_whom_to_call(
    city: City,
) -> None:
    await a_contract(city)
    await has_a_slot(city, places=1)
    await begins(city)
    first = city.maleri.last
    await city.until(at("2026-11-27 07:30"))
    assert city.maleri.last.message_id == first.message_id, "no phone rings before the working day"
    await city.until(at("2026-11-30 09:00"))
    assert city.maleri.last_text.startswith("Påminnelse: stämmer det att någon har börjat hos er?")
    reminded = city.maleri.last
    await city.until(at("2026-12-07 09:30"))
    assert city.maleri.last.message_id == reminded.message_id, "the supplier is reminded once"
    assert city.coordinator.last_text.startswith("Exempelmåleriet AB har inte svarat: har någon börjat?")
    for told in ("Anna Lind säger det.", "040-123 45", "räknas inte mot leverantören"):
        assert told in city.coordinator.last_text
    assert city.coordinator.buttons[0] == "1. Ange vad leverantören sagt"
    await city.until(at("2026-12-21 10:00"))
    said = [each.words for each in city.coordinator.received if "har inte svarat: har någon börjat?" in each.words]
    assert len(said) == 1, "whoever lets it be is left alone"
    await city.maleri.presses("Ja")
    assert city.maleri.last_text.startswith("Tack! Då är starten bekräftad.")
    assert "har inte svarat" not in city.coordinator.last_text, "what was said shows how it stands"


async def test_whoever_was_nudged_within_a_week_is_reminded_of_a_start_after_it_and_nobody_while_reminders_rest(
    city: City,
) -> None:
    contract = await a_contract(city)
    await has_a_slot(city)
    await begins(city)
    async with city.database.write() as session:
        (await nudge_time.of_people(session, [1]))[1].sent_at = city.clock.now()
    first = city.maleri.last
    await city.until(at("2026-11-27 10:00"))
    assert city.maleri.last.message_id == first.message_id
    async with city.database.write() as session:
        session.add(Hold(contract_id=contract.id, reason=HoldReason.PILOT, begun_at=city.clock.now(), begun_by=5))
    await city.until(at("2026-12-04 10:00"))
    assert city.maleri.last.message_id == first.message_id
    async with city.database.write() as session:
        await session.execute(update(Hold).values(ended_at=city.clock.now(), ended_by=5))
    await city.until(at("2026-12-04 10:10"))
    assert city.maleri.last_text.startswith("Påminnelse: stämmer det att någon har börjat hos er?")


async def test_an_offer_in_which_somebody_has_begun_is_taken_back_only_after_that_is_said(city: City) -> None:
    await has_a_slot(city)
    await begins(city)
    await city.maleri.presses("Ja")
    await card_of(city.maleri)
    assert (await city.maleri.presses("Ta tillbaka")).startswith("Någon har redan börjat hos er.")
    assert "Någon har börjat: 1 av 2. Det påverkas inte." in await city.maleri.says("1")
