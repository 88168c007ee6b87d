"""A supplier proposes a time for a meeting that is due: that waits for the coordinator, and for nobody else."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from domain.language import Language
from domain.role import Role
from storage.ledger import LedgerRow
from storage.obligations.obligation import Obligation
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.conversations.people import is_away
from tests.each import each
from tests.meetings import at, contract_of, meetings_of

PROPOSAL = "Torsdag 10/12 kl. 10"


async def is_proposed(city: City, words: str = PROPOSAL, *, due_on: date = date(2026, 12, 18)) -> str:
    """Mira proposes a time for the start-up meeting; what she reads."""
    await contract_of(city, city.maleri, due_on=due_on)
    return await proposes(city.maleri, words)


async def proposes(chat: Chat, words: str) -> str:
    await chat.says("/hjalp")
    await chat.presses_forged("mt:1")
    return await chat.says(words)


async def due(city: City) -> Obligation:
    return await city.asks(lambda session: session.get_one(Obligation, 1))


def labels(chat: Chat) -> list[str]:
    return [label[3:] for label in chat.buttons]


async def books_the_rest(chat: Chat) -> str:
    """All that the proposal does not say."""
    for answer in ("2", "Stadshuset", "Klart", "1"):
        await chat.says(answer)
    return chat.last_text


async def test_the_supplier_hears_that_it_need_do_nothing_and_the_coordinator_books_with_it(city: City) -> None:
    assert await is_proposed(city) == (
        "Du har föreslagit torsdag 10 december 2026 kl. 10.00.\nStartmöte: ”Torsdag 10/12 kl. 10”\n"
        "CSR-samordnaren bokar mötet. Du behöver inte göra något. Jag skriver till dig när inbjudan kommer."
    )
    told = city.coordinator.last_text
    assert told.startswith("Startmöte: Exempelmåleriet AB föreslår en tid\nMira Holm skriver: ”Torsdag 10/12 kl. 10”")
    assert "Jag läser det som torsdag 10 december 2026 kl. 10.00." in told
    assert "Mötet ska vara senast 18 december 2026." in told
    assert labels(city.coordinator) == ["Boka möte", "Föreslå annan tid"]
    text = await city.coordinator.presses("Boka möte")
    assert text.startswith("Förslag från Mira Holm: ”Torsdag 10/12 kl. 10”")
    assert "Hur länge håller det på?" in text
    for answer in ("2", "Stadshuset", "Klart"):
        await city.coordinator.says(answer)
    assert "När: torsdag 10 december 2026 kl. 10.00" in city.coordinator.last_text
    assert "Förslag från Mira Holm: ”Torsdag 10/12 kl. 10”" in city.coordinator.last_text
    await city.coordinator.says("1")
    assert city.maleri.last_text.startswith("Inbjudan: Startmöte")
    assert (await due(city)).proposed is None
    was_told = next(one for one in city.coordinator.received if "Leverantörens förslag" in one.words)
    assert was_told.words.startswith("Karin Ek har bokat startmötet med Exempelmåleriet AB\ntorsdag 10 december 2026")
    assert not was_told.buttons


async def test_what_may_be_several_times_is_left_to_the_coordinator(city: City) -> None:
    text = await is_proposed(city, "tisdag kl 10 eller onsdag kl 14")
    assert text.startswith("Tack! Ditt förslag är skickat.\nStartmöte: ”tisdag kl 10 eller onsdag kl 14”")
    assert "Jag läser det som" not in city.coordinator.last_text
    text = await city.coordinator.presses("Boka möte")
    assert text.startswith("Förslag från Mira Holm: ”tisdag kl 10 eller onsdag kl 14”")
    assert "Vilken dag är mötet?" in text


async def test_the_coordinator_is_reminded_after_two_working_days_and_then_each_five_until_it_is_booked(
    city: City,
) -> None:
    await is_proposed(city, "Torsdag 3/12 kl. 10", due_on=date(2026, 12, 1))
    came: list[datetime] = []
    for day in range(1, 16):
        said = len(city.coordinator.received)
        await city.until(at("2026-11-23T07:00") + timedelta(days=day))
        if len(city.coordinator.received) > said:
            came.append(city.clock.now())
    assert came == [at("2026-11-25T07:00"), at("2026-12-02T07:00")]
    again = city.coordinator.last_text
    assert again.startswith(
        "Exempelmåleriet AB väntar på svar: Startmöte\nMira Holm skrev 23 november 2026: ”Torsdag 3/12 kl. 10”"
    )
    assert "Jag läser det som torsdag 3 december 2026 kl. 10.00." in again
    assert "Mötet skulle ha varit senast 1 december 2026." in again
    with_buttons = [one for one in city.coordinator.received if one.buttons]
    assert [one.words for one in with_buttons] == [again]
    await city.until(at("2026-12-09T07:00"))
    assert "Den tiden har passerat." in city.coordinator.last_text
    assert "Vilken dag är mötet?" in await city.coordinator.presses("Boka möte")
    for answer in ("17/12", "10"):
        await city.coordinator.says(answer)
    await books_the_rest(city.coordinator)
    said = len(city.coordinator.received)
    await city.until(at("2026-12-16T06:59"))
    assert len(city.coordinator.received) == said
    assert not any("klart" in one.words for one in city.maleri.received), "nobody has nudged the supplier"


async def test_a_day_that_is_said_from_today_is_still_that_day_when_it_is_brought_to_mind(city: City) -> None:
    await is_proposed(city, "torsdag nästa vecka kl. 10")
    await city.until(at("2026-11-25T07:00"))
    await city.until(at("2026-12-02T07:00"))
    assert "Jag läser det som torsdag 3 december 2026 kl. 10.00." in city.coordinator.last_text


async def test_where_a_coordinator_is_away_whoever_is_here_is_reminded(city: City) -> None:
    lena = await city.person("Lena Rask", Role.COORDINATOR)
    await is_proposed(city)
    await is_away(city.coordinator, deputy="Lena Rask")
    said = len(city.coordinator.received)
    await city.until(at("2026-11-25T07:00"))
    assert lena.last_text.startswith("Exempelmåleriet AB väntar på svar: Startmöte")
    assert len(city.coordinator.received) == said


async def test_a_newer_proposal_takes_the_place_of_the_older(city: City) -> None:
    await is_proposed(city)
    await proposes(city.maleri, "Fredag 11/12 kl. 13")
    assert [one.words.splitlines()[1] for one in city.coordinator.received if one.buttons] == [
        "Mira Holm skriver: ”Fredag 11/12 kl. 13”"
    ]
    await city.coordinator.presses("Boka möte")
    await books_the_rest(city.coordinator)
    (meeting,) = await meetings_of(city)
    assert meeting.starts_at == datetime(2026, 12, 11, 12, tzinfo=UTC)


async def test_a_coordinator_who_cannot_proposes_another_time_and_the_supplier_takes_it_in_one_press(
    city: City,
) -> None:
    await is_proposed(city)
    assert "Vilken tid passar i stället?" in await city.coordinator.presses("Föreslå annan tid")
    assert "Mira Holm: ”Torsdag 10/12 kl. 10”" in city.coordinator.last_text
    text = await city.coordinator.says("Måndag 14/12 kl. 9")
    assert text.startswith("Ditt förslag är skickat till Mira Holm.")
    told = city.maleri.last_text
    assert told.startswith("Startmöte: Karin Ek föreslår en annan tid\nKarin Ek skriver: ”Måndag 14/12 kl. 9”")
    assert "Du föreslog: ”Torsdag 10/12 kl. 10”" in told
    assert labels(city.maleri) == ["Ja, det passar", "Föreslå annan tid"]
    was_told = next(one for one in city.coordinator.received if "har föreslagit Exempelmåleriet" in one.words)
    assert not was_told.buttons
    said = len(city.coordinator.received)
    await city.until(at("2026-11-26T07:00"))
    assert len(city.coordinator.received) == said, "it waits for the supplier now"
    text = await city.maleri.presses("Ja, det passar")
    assert text.startswith("Tack! CSR-samordnaren vet nu att tiden passar er.\nStartmöte: ”Måndag 14/12 kl. 9”")
    assert "CSR-samordnaren bokar mötet. Du behöver inte göra något." in text
    assert city.coordinator.last_text.startswith(
        "Startmöte: tiden passar Exempelmåleriet AB\nMira Holm säger ja till: ”Måndag 14/12 kl. 9”"
    )
    assert "Hur länge håller det på?" in await city.coordinator.presses("Boka möte")
    events = await city.asks(lambda session: session.scalars(select(LedgerRow.event)))
    assert "obligation_time_suggested" in list(events)


async def test_only_the_time_that_was_proposed_last_can_be_taken(city: City) -> None:
    await is_proposed(city)
    await city.coordinator.presses("Föreslå annan tid")
    await city.coordinator.says("Måndag 14/12 kl. 9")
    first = city.maleri.data("Ja, det passar")
    await city.maleri.presses("Föreslå annan tid")
    await city.maleri.says("Tisdag 15/12 kl. 9")
    await city.coordinator.presses("Föreslå annan tid")
    await city.coordinator.says("Onsdag 16/12 kl. 9")
    assert [bool(one.buttons) for one in city.maleri.received if "föreslår en annan tid" in one.words] == [False, True]
    await city.maleri.presses_forged(first)
    assert (await due(city)).city_proposed == "Onsdag 16/12 kl. 9", "it is not taken by a button of another"
    await city.maleri.says("/avbryt")
    await city.maleri.presses("Ja, det passar")
    assert (await due(city)).proposed == "Onsdag 16/12 kl. 9"


async def test_where_nobody_at_the_supplier_is_in_reach_the_coordinator_is_told_so(city: City) -> None:
    await is_proposed(city)
    async with city.database.write() as session:
        mira = Person.telegram_id == city.maleri.phone.user_id
        await session.execute(update(Person).where(mira).values(unreachable_at=city.clock.now()))
    await city.coordinator.presses("Föreslå annan tid")
    text = await city.coordinator.says("Måndag 14/12 kl. 9")
    assert text.startswith("Ingen hos Exempelmåleriet AB går att nå i Steget just nu.")


async def test_only_a_coordinator_proposes_another_time_and_only_the_supplier_takes_it(
    city: City, subtests: pytest.Subtests
) -> None:
    await is_proposed(city)
    for who, forged in (("maleri", "mu:1"), ("matcher_a", "mu:1"), ("park", "mv:1"), ("matcher_a", "mv:1")):
        with each(subtests, f"{who} {forged}"):
            chat = getattr(city, who)
            await chat.says("/hjalp")
            await chat.presses_forged(forged)
            assert (await due(city)).proposed == PROPOSAL
            assert "Vilken tid passar i stället?" not in chat.last_text


async def test_in_english_too(city: City) -> None:
    ben = await city.person("Ben Fox", Role.SUPPLIER, company="Exempelmåleriet AB", language=Language.ENGLISH)
    await contract_of(city, ben)
    text = await proposes(ben, "Thursday 10 December at 10")
    assert text.startswith("You have suggested Thursday 10 December 2026 10:00.")
    assert "The CSR coordinator books the meeting. You don't need to do anything." in text
