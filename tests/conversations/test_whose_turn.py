"""What waits for the city is never counted against a supplier; what is said is true for whom it is said to."""

from datetime import UTC, date, datetime, timedelta

from domain.meeting import MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.role import Role
from domain.slot import SlotKind, SlotStatus
from storage.people import person
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.contracts import has_contract
from tests.conversations.nudges import IN_TEN_WORKING_DAYS, MIRA, nudges, opens
from tests.conversations.unmet import DUE, TOP, asked, unmet
from tests.meetings import has_meeting
from tests.obligations import has_obligation, obligation
from tests.record import times

NEXT_YEAR = datetime(2027, 2, 1, 12, tzinfo=UTC)
"""Long after every rung of the ladder."""

BOOKS = "Du har föreslagit torsdag 26 november kl. 10.00. CSR-samordnaren bokar mötet. Du behöver inte göra något."
SEEKS = "Ni har erbjudit 2 av 2 platser. Nu söker kommunen rätt personer."


async def proposes(chat: Chat, words: str = "torsdag 26 november kl 10") -> None:
    """Under the latest reminder."""
    await chat.presses("Föreslå en tid")
    await chat.says(words)


async def offers(chat: Chat, places: int) -> None:
    """An internship under the contract of the latest reminder."""
    await chat.presses("Erbjud en plats")
    await chat.answers("1", str(places), "Centrum", "2", "2", "1")


async def asks_for_two(city: City, due_on: date = IN_TEN_WORKING_DAYS) -> int:
    contract = await has_contract(city, people=MIRA)
    return await has_obligation(
        city, contract, ObligationKind.PLACES, due_on, places=2, slot_kind=SlotKind.INTERNSHIP.value
    )


async def card_of(chat: Chat, obligation_id: int) -> str:
    await chat.says("/avtal")
    return await chat.presses_forged(f"ao:{obligation_id}")


async def test_a_proposed_time_waits_for_the_coordinator_and_never_counts_against_the_supplier(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    start_up = await has_obligation(city, contract, ObligationKind.START_UP, IN_TEN_WORKING_DAYS)
    await opens(city)
    await proposes(city.maleri)
    (nudge,) = nudges(city.maleri)
    assert BOOKS in nudge.words
    assert [button.text for row in nudge.buttons for button in row] == ["1. Föreslå en annan tid"]
    assert BOOKS in await card_of(city.maleri, start_up)
    assert "en tid är föreslagen" in await city.maleri.presses("Till avtalet")
    await city.until(NEXT_YEAR)
    assert (len(nudges(city.maleri)), asked(city.coordinator)) == (1, [])
    assert await times(city, "obligation_escalated") == 0
    text = await card_of(city.maleri, start_up)
    assert "Tiden har passerat. CSR-samordnaren hör av sig om en ny tid. Du behöver inte göra något." in text
    assert "Sista dagen var: måndag 7 december 2026" in text
    assert "Nu är det: CSR-samordnarens tur" in await card_of(city.coordinator, start_up)


async def test_words_that_are_no_day_and_time_are_quoted_and_a_colleague_reads_who_proposed(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    contract = await has_contract(city, people=MIRA)
    start_up = await has_obligation(city, contract, ObligationKind.START_UP, IN_TEN_WORKING_DAYS)
    await opens(city)
    await proposes(city.maleri, "Torsdagar passar oss bra.")
    assert "Du har föreslagit ”Torsdagar passar oss bra”. CSR-samordnaren bokar" in nudges(city.maleri)[0].words
    assert "Mira Holm har föreslagit ”Torsdagar passar oss bra”." in await card_of(nils, start_up)
    history = await card_of(city.coordinator, start_up)
    assert "svarade med förslaget ”Torsdagar passar oss bra.”: Mira Holm" in history
    assert "time_proposed" not in history


async def test_a_time_that_is_proposed_after_the_top_is_shown_to_the_coordinators_with_the_way_to_book_it(
    city: City,
) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.START_UP, DUE)
    await opens(city)
    await city.until(TOP)
    (question,) = asked(city.coordinator)
    assert "Boka möte" not in str(question.buttons)
    said = len(city.maleri.received)
    await proposes(city.maleri, "torsdag 10 december kl 10")
    (question,) = asked(city.coordinator)
    assert "Mira Holm har föreslagit torsdag 10 december kl. 10.00." in question.words
    assert "7 december 2026: Mira Holm föreslog en tid: ”torsdag 10 december kl 10”" in question.words
    assert question.buttons[0][0].text == "1. Boka möte"
    await city.until(NEXT_YEAR)
    assert not any(each.words.startswith("Skulle") for each in city.maleri.received[said:])


async def test_places_that_are_offered_give_the_turn_to_the_city_also_when_it_lets_the_offer_go(city: City) -> None:
    promise = await asks_for_two(city)
    await opens(city)
    await offers(city.maleri, 2)
    assert SEEKS in nudges(city.maleri)[0].words
    assert nudges(city.maleri)[0].buttons == []
    async with city.database.write() as session:
        (await session.get_one(Slot, 1)).status = SlotStatus.CLOSED
    await city.until(NEXT_YEAR)
    assert (len(nudges(city.maleri)), asked(city.coordinator)) == (1, [])
    assert await times(city, "obligation_escalated") == 0
    assert SEEKS in await card_of(city.maleri, promise)
    assert "2 av 2 erbjudna" in await city.maleri.presses("Till avtalet")
    text = await card_of(city.coordinator, promise)
    assert "Nu är det: matcharnas tur\nLeverantören har erbjudit 2 av 2 platser." in text
    assert "2 praktikplatser · platser erbjudna: Mira Holm · 2" in text


async def test_of_places_that_are_offered_in_part_the_rest_is_asked_for(city: City) -> None:
    await asks_for_two(city)
    await opens(city)
    await offers(city.maleri, 1)
    await city.until(datetime(2026, 12, 7, 7, 5, tzinfo=UTC))
    assert "Ni har erbjudit 1 av 2 platser. Erbjud gärna resten, en eller flera i taget." in city.maleri.last_text
    assert city.maleri.last_text.startswith("I dag är sista dagen: 2 praktikplatser")
    await offers(city.maleri, 1)
    await city.until(NEXT_YEAR)
    assert asked(city.coordinator) == []


async def test_what_the_supplier_takes_back_is_its_turn_again_and_counts_from_then_on(city: City) -> None:
    promise = await asks_for_two(city)
    await opens(city)
    await offers(city.maleri, 2)
    await city.until(datetime(2027, 1, 18, 9, tzinfo=UTC))
    await city.maleri.says("/platser")
    await city.maleri.presses("Centrum")
    await city.maleri.presses("Ta tillbaka")
    await city.maleri.presses("Vi har inte möjlighet längre")
    await city.maleri.presses("Skicka")
    await city.until(datetime(2027, 1, 19, 7, 5, tzinfo=UTC))
    assert city.maleri.last_text.startswith("Skulle ha varit klart 7 december: 2 praktikplatser")
    await city.until(datetime(2027, 2, 1, 12, tzinfo=UTC))
    assert asked(city.coordinator) == []
    await city.until(datetime(2027, 2, 2, 12, tzinfo=UTC))
    assert len(asked(city.coordinator)) == 1
    assert "Mira Holm erbjöd platser: 2" in city.coordinator.last_text
    assert "Mira Holm tog tillbaka platser: 2" in city.coordinator.last_text
    assert (await obligation(city, promise)).status is ObligationStatus.ESCALATED


async def test_time_that_the_city_was_waited_for_counts_for_nothing_however_the_wait_ends(city: City) -> None:
    await asks_for_two(city)
    await opens(city)
    await offers(city.maleri, 2)
    await city.until(datetime(2027, 1, 18, 9, tzinfo=UTC))
    async with city.database.write() as session:
        (await session.get_one(Slot, 1)).contract_id = None
    await city.until(datetime(2027, 1, 19, 7, 5, tzinfo=UTC))
    assert city.maleri.last_text.startswith("Skulle ha varit klart 7 december: 2 praktikplatser")
    assert asked(city.coordinator) == []


async def test_places_that_are_offered_after_the_top_are_the_citys_turn_too(city: City) -> None:
    await asks_for_two(city, DUE)
    await opens(city)
    await city.until(TOP)
    said = len(city.maleri.received)
    await offers(city.maleri, 2)
    (question,) = asked(city.coordinator)
    assert "Leverantören har erbjudit 2 av 2 platser." in question.words
    assert "7 december 2026: Mira Holm erbjöd platser: 2" in question.words
    await city.until(NEXT_YEAR)
    assert not any(each.words.startswith("Skulle") for each in city.maleri.received[said:])


async def test_a_meeting_that_the_city_calls_off_late_counts_from_then_on(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    start_up = await has_obligation(city, contract, ObligationKind.START_UP, date(2026, 11, 24))
    await opens(city)
    await city.coordinator.schedules_meeting(contract, on="2026-12-21")
    await city.until(datetime(2026, 12, 18, 9, tzinfo=UTC))
    await city.coordinator.says("/moten")
    await city.coordinator.presses("Startmöte")
    await city.coordinator.presses("Ställ in")
    await city.coordinator.answers("1", "1")
    await city.until(datetime(2026, 12, 23, 12, tzinfo=UTC))
    assert asked(city.coordinator) == []
    assert (await obligation(city, start_up)).status is ObligationStatus.OPEN
    assert city.maleri.last_text.startswith("Skulle ha varit klart 24 november: Startmöte")


async def test_each_row_says_its_own_standing_and_day(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.START_UP, date(2026, 11, 20), rung=Rung.NUDGE.value)
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 11, 30))
    await opens(city)
    assert city.maleri.last_text.startswith(
        "2 saker i era avtal väntar på er\n\n"
        "1. Startmöte · skulle ha varit klart 20 november 2026\n2026/1 Målning av skolor\n\n"
        "2. Plan för erbjudanden · senast 30 november 2026\n"
    )
    assert "inte klart än" not in city.maleri.last_text


async def test_nobody_who_never_answered_is_thanked_for_an_answer(city: City) -> None:
    await unmet(city)
    await opens(city)
    await city.until(TOP)
    await city.coordinator.presses("Behövs inte")
    await city.coordinator.says("1")
    reminder = nudges(city.maleri)[-1].words
    assert reminder.startswith(
        "Så här ser det ut nu\n\nPlan för erbjudanden\n2026/1 Målning av skolor\nDet behövs inte"
    )
    assert "Tack" not in reminder


async def test_a_new_date_is_not_nudged_about_before_its_day(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.START_UP, DUE)
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 22))
    await opens(city)
    await city.until(TOP)
    await city.coordinator.presses("Nytt datum")
    await city.coordinator.says("14/12")
    assert city.maleri.last_text.startswith(
        "Nytt datum: måndag 14 december 2026\n"
        "Karin Ek på kommunen har flyttat ”Startmöte” i avtalet 2026/1. Jag påminner er om det behövs."
    )
    await city.until(datetime(2026, 12, 8, 7, 5, tzinfo=UTC))
    assert nudges(city.maleri)[-1].words.startswith("Snart dags: Plan för erbjudanden, senast 22 december")
    assert "Startmöte" not in nudges(city.maleri)[-1].words
    await city.until(datetime(2026, 12, 15, 7, 5, tzinfo=UTC))
    assert "Startmöte" in nudges(city.maleri)[-1].words


async def test_after_a_formal_follow_up_nothing_friendly_comes_for_a_week(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await has_obligation(city, contract, ObligationKind.FOLLOW_UP, date(2026, 12, 22))
    await opens(city)
    await city.until(TOP)
    await city.coordinator.presses("Formell uppföljning")
    await city.coordinator.presses("Ja, jag följer upp det själv")
    await city.until(datetime(2026, 12, 11, 12, tzinfo=UTC))
    assert not any("Avstämning" in each.words for each in nudges(city.maleri))
    await city.until(datetime(2026, 12, 14, 7, 5, tzinfo=UTC))
    assert city.maleri.last_text.startswith("Snart dags: Avstämning, senast 22 december")


async def test_the_second_contact_hears_why_it_hears(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    contract = await has_contract(city, people=("Mira Holm", "Nils Ask"))
    await has_obligation(city, contract, ObligationKind.START_UP, DUE)
    await opens(city)
    await city.until(datetime(2026, 11, 30, 7, 5, tzinfo=UTC))
    why = "Du får det här som andra kontaktperson, eftersom det skulle ha varit klart 23 november."
    assert (why in nils.last_text, why in city.maleri.last_text) == (True, False)
    assert city.maleri.last_text.startswith("Skulle ha varit klart 23 november: Startmöte")


async def test_nobody_is_said_to_hear_where_nobody_there_uses_steget(city: City) -> None:
    contract = await has_contract(city, "Nya Firman AB", people=("Rut Sten",))
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await city.until(TOP)
    await city.coordinator.presses("Behövs inte")
    text = await city.coordinator.says("1")
    assert text.startswith(
        "Åtagandet är borttaget. Ingen hos leverantören går att nå i Steget. Ring eller mejla i stället."
    )


async def test_a_decision_that_only_colleagues_get_is_not_said_to_be_told(city: City) -> None:
    await unmet(city)
    await opens(city)
    await city.until(TOP)
    async with city.database.write() as session:
        mira = await person.by_telegram_id(session, city.maleri.phone.user_id)
        assert mira is not None
        mira.unreachable_at = city.clock.now()
    await city.coordinator.presses("Behövs inte")
    await city.coordinator.says("1")
    assert any("Ingen hos leverantören går att nå i Steget." in each.words for each in city.coordinator.received)
    assert not any("Jag skriver det till" in each.words for each in city.coordinator.received)


async def test_who_hears_of_a_decision_is_named(city: City) -> None:
    await unmet(city)
    await opens(city)
    await city.until(TOP)
    await city.coordinator.presses("Behövs inte")
    assert (await city.coordinator.says("1")).startswith("Åtagandet är borttaget. Jag skriver det till Mira Holm.")


async def test_while_the_coordinators_find_the_right_person_no_day_counts(city: City) -> None:
    await unmet(city)
    await opens(city)
    await city.later(timedelta(days=8))
    await city.maleri.presses("Fel person")
    await city.maleri.presses("Vet inte")
    await city.until(datetime(2026, 12, 14, 12, tzinfo=UTC))
    assert asked(city.coordinator) == []


async def test_a_meeting_of_which_nobody_has_told_is_the_coordinators_turn(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    start_up = await has_obligation(city, contract, ObligationKind.START_UP, DUE)
    held_at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    await has_meeting(city, contract, MeetingKind.START_UP, held_at, status=MeetingStatus.PLANNED)
    text = await card_of(city.maleri, start_up)
    assert "Mötestiden den 20 november 2026 har passerat. CSR-samordnaren skriver hur det gick." in text
    assert "Nu är det: CSR-samordnarens tur" in await card_of(city.coordinator, start_up)
