"""What was agreed goes to the supplier, who confirms it or says what does not hold."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.demo.local_telegram import Message
from domain.language import Language
from domain.role import Role
from storage.people import contact
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.contracts import add_contact
from tests.meetings import OVER_AT, Held, a_meeting, adds, tells

FIVE_WORKING_DAYS_LATER = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)
TEN_WORKING_DAYS_LATER = datetime(2026, 12, 7, 7, 0, tzinfo=UTC)


async def is_told(city: City, *asked: Chat, who: str = "Mira Holm", agreed: str = "Vi provar i vår.") -> Held:
    """A meeting of which Karin has told who came and what was agreed."""
    meeting = await a_meeting(city, *asked)
    await city.until(OVER_AT)
    await tells(city.coordinator, who=who, agreed=agreed)
    return meeting


def of_summary(chat: Chat) -> list[Message]:
    """What they have got about it: not the question on the next day whether the meeting was worth the time."""
    return [message for message in chat.received if not message.text.startswith("Var mötet värt tiden?")]


async def colleague(city: City, name: str = "Nils Ask") -> Chat:
    return await city.person(name, Role.SUPPLIER, company="Exempelmåleriet AB")


async def is_first_contact(city: City, meeting: Held, name: str) -> None:
    async with city.database.write() as session:
        person = (await session.scalars(select(Person).where(Person.name == name))).one()
        entry = await add_contact(session, meeting.supplier_id, name, at=city.clock.now(), person_id=person.id)
        await contact.place(session, meeting.contract_id, [entry.id])


async def test_the_supplier_reads_what_was_agreed_and_confirms_it(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", agreed="Vi provar i vår.", send=False)
    await city.coordinator.presses("Ändra det som ska göras")
    await adds(city.coordinator, "Föreslå en handledare")
    await adds(city.coordinator, "Skicka information", whose="Kommunen")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Skicka")
    assert "Sammanfattningen har gått till Mira Holm" in city.coordinator.last_text
    assert city.maleri.last_text.startswith("Tack för mötet! Stämmer det här?")
    for line in (
        "Vi provar i vår.",
        "– Föreslå en handledare (ni, senast 30 november 2026)",
        "– Skicka information (kommunen, senast 30 november 2026)",
        "Har ni frågor svarar Karin Ek gärna.",
    ):
        assert line in city.maleri.last_text.split("\n")
    assert city.maleri.buttons == ["1. Bekräfta", "2. Det stämmer inte riktigt"]
    await city.maleri.says("1")
    assert city.maleri.last_text.startswith("Tack! Bekräftat av Mira Holm den 23 november 2026.")
    assert city.maleri.last.buttons == []
    assert city.coordinator.last_text.startswith("Mira Holm har bekräftat det ni kom överens om.")
    confirmed = await meeting.row()
    assert (confirmed.confirmed_at, confirmed.confirm_at) == (OVER_AT, None)
    assert (await meeting.events())[-3:] == ["meeting_confirmed", "document_asked", "document_made"]
    await city.until(TEN_WORKING_DAYS_LATER)
    assert not any("Stämmer det" in message.text for message in city.maleri.received)


async def test_the_first_confirmation_wins_and_colleagues_see_it(city: City) -> None:
    nils = await colleague(city)
    meeting = await is_told(city, city.maleri, nils)
    button = nils.data("Bekräfta")
    await city.maleri.presses("Bekräfta")
    assert nils.last_text.startswith("Tack! Bekräftat av Mira Holm")
    await nils.presses_forged(button)
    assert nils.last_text.startswith("Tack! Bekräftat av Mira Holm")
    await city.maleri.presses_forged(button)
    assert (await meeting.events()).count("meeting_confirmed") == 1


async def test_only_the_supplier_confirms(city: City) -> None:
    meeting = await is_told(city, city.maleri)
    for chat in (city.park, city.matcher_a, city.coordinator):
        await chat.says("hej")
        for action in ("mk", "mj"):
            await chat.presses_forged(f"{action}:{meeting.meeting_id}:{(await meeting.row()).revision}")
            assert chat.last_text.startswith(("Det finns inte längre", "It is no longer there"))
    assert (await meeting.row()).confirmed_at is None


async def test_what_does_not_hold_goes_to_the_organiser_and_a_corrected_summary_comes_back(city: City) -> None:
    meeting = await is_told(city, city.maleri)
    old = city.maleri.data("Bekräfta")
    await city.maleri.presses("Det stämmer inte riktigt")
    await city.maleri.says("Vi sa hösten.")
    assert city.maleri.last_text.startswith("Tack! Jag har skickat det till Karin Ek, som kan rätta sammanfattningen.")
    assert city.coordinator.last_text.startswith("Mira Holm skriver att något i sammanfattningen inte stämmer:")
    assert "Vi sa hösten." in city.coordinator.last_text
    await city.coordinator.presses("Rätta")
    await city.coordinator.presses("Ändra text")
    await city.coordinator.says("Vi provar i höst.")
    await city.coordinator.presses("Skicka")
    assert city.coordinator.last_text.startswith("Ändringen är noterad.")
    assert city.maleri.last_text.startswith("Sammanfattningen är rättad. Stämmer det nu?")
    assert "Vi provar i höst." in city.maleri.last_text
    first = city.maleri.received[0]
    assert first.words.startswith("Den här sammanfattningen gäller inte längre.")
    await city.maleri.presses_forged(old, message_id=first.message_id)
    assert (await meeting.row()).confirmed_at is None, "nobody confirms what they have not read"
    await city.maleri.presses("Bekräfta")
    assert (await meeting.row()).confirmed_at is not None
    assert [each for each in await meeting.events() if each.startswith("meeting")] == [
        "meeting_held",
        "meeting_agreed",
        "meeting_summarised",
        "meeting_disputed",
        "meeting_agreed",
        "meeting_summarised",
        "meeting_confirmed",
    ]


async def test_a_correction_asks_for_a_new_confirmation_and_follows_the_list(city: City) -> None:
    meeting = await a_meeting(city, city.maleri, city.matcher_a)
    await city.until(OVER_AT)
    await tells(city.coordinator, send=False)
    await city.coordinator.presses("Ändra det som ska göras")
    await adds(city.coordinator, "Föreslå en handledare")
    await adds(city.coordinator, "Visa lokalerna")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Skicka")
    await city.maleri.presses("Bekräfta")
    await city.coordinator.presses("Rätta")
    await city.coordinator.presses("Ändra vilka som kom")
    await city.coordinator.presses("Anna Lind")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Ändra det som ska göras")
    await city.coordinator.presses("Ta bort: Föreslå")
    await adds(city.coordinator, "Möta gruppen")
    await city.coordinator.presses("Klart")
    await city.coordinator.presses("Skicka")
    assert (await meeting.row()).confirmed_at is None
    assert await meeting.came() == {"Mira Holm": True, "Anna Lind": False}
    by_key = {each.key.rpartition(":")[2]: (each.title, each.status.value) for each in await meeting.obligations()}
    assert by_key == {
        "1": ("Föreslå en handledare", "dropped"),
        "2": ("Visa lokalerna", "open"),
        "3": ("Möta gruppen", "open"),
    }
    assert city.maleri.buttons == ["1. Bekräfta", "2. Det stämmer inte riktigt"]


async def test_nobody_hears_the_guard_s_secrets_in_what_does_not_hold(city: City) -> None:
    await is_told(city, city.maleri)
    await city.maleri.presses("Det stämmer inte riktigt")
    await city.maleri.says("Fråga 811218-9876")
    assert "såg ut som ett personnummer" in city.maleri.last_text
    assert "811218" not in "".join(message.words for message in city.coordinator.received)


async def test_who_was_not_asked_to_the_meeting_gets_it_as_the_contract_s_first_contact(city: City) -> None:
    nils = await colleague(city)
    meeting = await a_meeting(city, city.matcher_a)
    await is_first_contact(city, meeting, "Nils Ask")
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Någon annan därifrån")
    assert nils.last_text.startswith("Tack för mötet!")
    assert city.maleri.received == []


async def test_where_the_one_who_came_is_away_a_colleague_confirms(city: City) -> None:
    nils = await colleague(city)
    await city.maleri.says("/borta")
    await city.maleri.says("3")
    await city.maleri.says("Nils Ask")
    await is_told(city, city.maleri)
    assert nils.last_text.startswith("Till Mira Holm, som är borta.")
    await nils.presses("Bekräfta")
    assert "Bekräftat av Nils Ask" in nils.last_text


async def test_where_nobody_at_the_supplier_is_in_the_organiser_is_told_so(city: City) -> None:
    city.maleri.phone.blocks_bot()
    await city.settled()
    await is_told(city, city.maleri)
    assert "Ingen hos leverantören går att nå" in city.coordinator.last_text
    said = len(city.coordinator.received)
    await city.until(FIVE_WORKING_DAYS_LATER)
    assert len(city.coordinator.received) == said + 1
    assert "Ring eller mejla gärna." in city.coordinator.last_text


async def test_a_matcher_who_was_there_reads_it_without_being_asked_to_confirm(city: City) -> None:
    await is_told(city, city.maleri, city.matcher_a, city.matcher_b, who="Anna Lind")
    assert city.matcher_a.last_text.startswith("Här är sammanfattningen av mötet.")
    assert city.matcher_a.buttons == []
    assert city.matcher_b.received == []


async def test_the_supplier_is_reminded_once_and_then_the_organiser_hears(city: City) -> None:
    await is_told(city, city.maleri)
    said = len(city.coordinator.received)
    await city.until(FIVE_WORKING_DAYS_LATER - timedelta(minutes=1))
    assert len(of_summary(city.maleri)) == 1
    await city.until(FIVE_WORKING_DAYS_LATER)
    assert of_summary(city.maleri)[-1].text.startswith("Påminnelse: stämmer sammanfattningen av startmötet?")
    assert [bool(message.buttons) for message in of_summary(city.maleri)] == [False, True]
    assert len(city.coordinator.received) == said
    await city.until(TEN_WORKING_DAYS_LATER)
    assert city.coordinator.last_text.startswith("Exempelmåleriet AB har inte bekräftat sammanfattningen än.")
    await city.later(timedelta(days=60))
    assert (len(of_summary(city.maleri)), len(city.coordinator.received)) == (2, said + 1)
    await city.maleri.presses("Bekräfta")
    assert city.coordinator.last_text.startswith("Mira Holm har bekräftat")


async def test_who_has_said_what_does_not_hold_is_not_reminded_but_the_organiser_is_each_week(city: City) -> None:
    meeting = await is_told(city, city.maleri)
    await city.maleri.presses("Det stämmer inte riktigt")
    await city.maleri.says("Vi sa hösten.")
    said = len(of_summary(city.maleri))
    for weeks in (1, 2):
        before = len(city.coordinator.received)
        await city.until(FIVE_WORKING_DAYS_LATER + timedelta(weeks=weeks - 1))
        assert len(city.coordinator.received) == before + 1
        assert city.coordinator.last_text.startswith("Exempelmåleriet AB väntar på en rättad sammanfattning.")
        assert "inte bekräftat" not in city.coordinator.last_text
    assert len(of_summary(city.maleri)) == said
    await city.coordinator.presses("Visa vad som är antecknat")
    assert "Leverantören har skrivit att något inte stämmer." in city.coordinator.last_text
    assert "har inte bekräftat" not in city.coordinator.last_text
    await city.coordinator.presses("Rätta")
    await city.coordinator.presses("Skicka")
    assert (await meeting.row()).disputed_at is None
    before = len(city.coordinator.received)
    await city.until(TEN_WORKING_DAYS_LATER + timedelta(weeks=1))
    assert city.maleri.last_text.startswith("Påminnelse: stämmer sammanfattningen av startmötet?")
    assert len(city.coordinator.received) == before


async def test_a_summary_that_nobody_can_read_is_never_counted_against_the_supplier(city: City) -> None:
    await is_told(city, city.maleri)
    async with city.database.write() as session:
        mira = Person.telegram_id == city.maleri.phone.user_id
        await session.execute(update(Person).where(mira).values(unreachable_at=city.clock.now()))
    await city.until(FIVE_WORKING_DAYS_LATER)
    told = city.coordinator.last_text
    assert told.startswith("Sammanfattningen till Exempelmåleriet AB kan inte bekräftas i Steget.")
    assert "Det räknas inte som uteblivet svar." in told
    await city.coordinator.presses("Visa vad som är antecknat")
    assert "har inte bekräftat" not in city.coordinator.last_text
    assert "Ingen hos leverantören går att nå i Steget just nu." in city.coordinator.last_text


async def test_a_summary_waits_for_no_form(city: City) -> None:
    meeting = await a_meeting(city, city.maleri)
    await city.maleri.says("/rapportera")
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm")
    assert "Här är du nu" in city.maleri.last_text
    await city.maleri.presses("Bekräfta")
    assert (await meeting.row()).confirmed_at is not None


async def test_in_english_too(city: City) -> None:
    ben = await city.person("Ben Fox", Role.SUPPLIER, company="Exempelmåleriet AB", language=Language.ENGLISH)
    await is_told(city, ben, who="Ben Fox")
    assert ben.last_text.startswith("Thank you for the meeting! Is this right?")
    await ben.presses("Confirm")
    assert ben.last_text.startswith("Thank you! Confirmed by Ben Fox on 23 November 2026.")
