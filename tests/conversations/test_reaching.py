"""Whoever has an offer and its contact can call and write to each other, and nobody else sees how."""

import json
from collections.abc import Sequence

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import inviting
from domain.contact import ContactDetails
from domain.ledger_event import LedgerEvent
from domain.role import Role
from storage.base import Base
from storage.ledger import LedgerRow, LedgerText
from storage.people import contact_details
from storage.people.person import by_telegram_id
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.contracts import a_contract
from tests.conversations.people import ends_access, is_away

PHONE, EMAIL = "040-123 45", "mira@exempel.se"
"""Mira's, as the city's register has them."""
ANNAS_PHONE, ANNAS_EMAIL = "042-10 50 00", "anna.lind@staden.example"
CITY = "040-628 04 00"


async def tells(chat: Chat, phone: str = ANNAS_PHONE, email: str = ANNAS_EMAIL) -> str:
    """One's own details, by the command that everybody has."""
    await chat.says("/integritet")
    await chat.presses("telefon och mejl")
    await chat.says(phone)
    return await chat.says(email)


async def takes(city: City, matcher: Chat | None = None) -> None:
    """An offer of Mira's is taken."""
    await city.maleri.reports_internship()
    await (matcher or city.matcher_a).presses("Jag tar den")


async def looks_at_it(city: City, chat: Chat) -> str:
    """The card, by a button that may be forged."""
    (slot,) = await city.slots()
    await chat.says("/hjalp")
    return await chat.presses_forged(f"pk:{slot.id}:{slot.revision}")


def newest(chat: Chat, about: str) -> str:
    return [message.words for message in chat.received if about in message.words][-1]


def seen_by(*chats: Chat) -> str:
    return "\n".join(message.words for chat in chats for message in chat.received)


async def everything_but(session: AsyncSession, left_out: Sequence[str]) -> str:
    """All that the database holds, in words."""
    tables = [table for table in Base.metadata.sorted_tables if table.name not in left_out]
    rows = [row for table in tables for row in (await session.execute(select(table))).mappings()]
    return "\n".join(json.dumps(dict(row), default=str, ensure_ascii=False) for row in rows)


async def test_whoever_claims_sees_the_contact_in_the_alert_and_on_the_card_and_nobody_else_does(city: City) -> None:
    await a_contract(city)
    await city.maleri.reports_internship()
    async with city.database.write() as session:
        at_a_subcontractor = {"workplace_company": "Underlaget AB", "site_contact": "Bo Plats, 040-55 66 77"}
        await session.execute(
            update(Slot).values(details={"supervisor": "Ali Sand, 040-33 44 55"} | at_a_subcontractor)
        )
    assert "040-33 44 55" not in await city.matcher_b.presses("Visa allt")
    await city.matcher_a.presses("Jag tar den")
    assert f"Kontaktperson: Mira Holm\nTelefon: {PHONE}\nMejl: {EMAIL}" in newest(city.matcher_a, "Du har tagit den")
    for chat in (city.matcher_b, city.coordinator, city.park, city.matcher_a):
        await looks_at_it(city, chat)
    assert f"Telefon: {PHONE}\nMejl: {EMAIL}" in city.matcher_a.last_text
    assert "Handledare: Ali Sand, 040-33 44 55" in city.matcher_a.last_text
    assert "Arbetsplats hos: Underlaget AB\nKontakt på plats: Bo Plats, 040-55 66 77" in city.matcher_a.last_text
    others = seen_by(city.matcher_b, city.park)
    assert "040-55 66 77" not in others
    assert "Taget av Anna Lind" in others
    assert "040-33 44 55" not in others
    others += seen_by(city.coordinator)
    assert PHONE not in others
    assert EMAIL not in others


async def test_the_contact_is_told_once_who_sees_what_and_how_to_reach_that_one(city: City) -> None:
    await a_contract(city)
    await tells(city.matcher_a)
    await takes(city)
    told = [message.words for message in city.maleri.received if "ser nu ditt namn" in message.words]
    assert len(told) == 1
    assert "Anna Lind (matchare) ser nu ditt namn, din telefon och din mejl." in told[0]
    assert f"Telefon: {ANNAS_PHONE}\nMejl: {ANNAS_EMAIL}" in told[0]
    assert CITY not in told[0]
    assert city.maleri.buttons == ["1. Skriv till Anna Lind"]
    await city.maleri.says("/platser")
    await city.maleri.presses("Praktikplats")
    assert f"Telefon: {ANNAS_PHONE}" in city.maleri.last_text


async def test_where_the_matcher_has_told_nothing_the_citys_contact_stands_there(city: City) -> None:
    await a_contract(city)
    await takes(city)
    assert f"Ring eller mejla {CITY}" in newest(city.maleri, "hör av sig till dig")


async def test_a_number_is_kept_in_its_own_row_and_in_no_message_and_no_ledger(city: City) -> None:
    await a_contract(city)
    await tells(city.matcher_a)
    await takes(city)
    assert PHONE in seen_by(city.matcher_a)
    assert ANNAS_PHONE in seen_by(city.maleri)
    kept = await city.asks(lambda session: everything_but(session, ("contact", "contact_details")))
    assert "Anna Lind tar hand om ert erbjudande" in kept
    for written in (PHONE, EMAIL, ANNAS_PHONE, ANNAS_EMAIL):
        assert written not in kept


async def test_a_contact_of_whom_nothing_is_known_is_asked_once_and_the_answer_is_edited_in(city: City) -> None:
    await takes(city)
    assert "Telefon och mejl är inte kända än" in newest(city.matcher_a, "Du har tagit den")
    asked = city.maleri.last_text
    assert "ser nu ditt namn, men ingen telefon eller mejl. Vill du lämna det?" in asked
    assert city.maleri.buttons == ["1. Skriv till Anna Lind", "2. Ange telefon och mejl", "3. Inte nu"]
    await city.maleri.presses("Ange telefon och mejl")
    await city.maleri.says(PHONE)
    await city.maleri.says(EMAIL)
    assert "Så här nås du nu" in city.maleri.last_text
    assert PHONE in city.maleri.last_text
    assert f"Telefon: {PHONE}\nMejl: {EMAIL}" in newest(city.matcher_a, "Du har tagit den")
    assert "ser nu ditt namn, din telefon och din mejl." in newest(city.maleri, "hör av sig till dig")
    assert PHONE not in seen_by(city.matcher_b)
    kept = await city.asks(lambda session: everything_but(session, ("contact", "contact_details")))
    assert PHONE not in kept
    assert EMAIL not in kept


async def test_nobody_is_asked_twice(city: City) -> None:
    await takes(city)
    await city.maleri.presses("Inte nu")
    told = [message for message in city.maleri.received if "ser nu ditt namn" in message.words]
    assert [[each.text for row in message.buttons for each in row] for message in told] == [["1. Skriv till Anna Lind"]]
    await takes(city, city.matcher_b)
    assert "Bashir Nur (matchare) ser nu ditt namn, men ingen telefon eller mejl." in city.maleri.last_text
    assert "Vill du lämna det?" not in city.maleri.last_text
    assert city.maleri.buttons == ["1. Skriv till Bashir Nur"]


async def test_a_matcher_is_asked_at_the_first_claim_and_what_is_told_is_edited_in(city: City) -> None:
    await a_contract(city)
    await takes(city)
    assert "Hur når Mira Holm dig?" in newest(city.matcher_a, "Du har tagit den")
    await takes(city)
    first, second = [message for message in city.matcher_a.received if "Du har tagit den" in message.words]
    assert "Hur når Mira Holm dig?" not in second.words
    city.matcher_a.phone.presses(first.message_id, city.matcher_a.data("Ange telefon och mejl"))
    await city.settled()
    await city.matcher_a.says(ANNAS_PHONE)
    await city.matcher_a.presses("Ingen mejl")
    assert "Hur når Mira Holm dig?" not in seen_by(city.matcher_a)
    told = [message.words for message in city.maleri.received if "hör av sig till dig" in message.words]
    assert len(told) == 2
    assert all(f"Telefon: {ANNAS_PHONE}" in each and CITY not in each for each in told)


async def test_matchers_and_coordinators_are_asked_as_they_come_in_and_may_leave_it(city: City) -> None:
    for role, is_asked in ((Role.MATCHER, True), (Role.COORDINATOR, True), (Role.SUPPLIER, False)):
        newcomer = await comes_in(city, role)
        assert "Vad som sparas om dig: /integritet" in newcomer.last_text
        assert ("Ange gärna telefon och mejl" in newcomer.last_text) is is_asked
        assert newcomer.buttons == (["1. Ange telefon och mejl", "2. Inte nu"] if is_asked else [])
        if is_asked:
            await newcomer.presses("Inte nu")
            assert newcomer.buttons == []
        if role is Role.MATCHER:
            await takes(city, newcomer)
            assert "Hur når Mira Holm dig?" not in seen_by(newcomer)


async def comes_in(city: City, role: Role) -> Chat:
    company = "Nya Firman AB" if role is Role.SUPPLIER else None
    invited = await inviting.invite(city.database, role, name="Nya Namnet", supplier_name=company, now=city.clock.now())
    newcomer = city.stranger()
    await newcomer.says(f"/start {invited.code}")
    return newcomer


async def test_what_is_written_is_read_as_in_a_file_and_a_personal_number_is_none(city: City) -> None:
    await city.matcher_a.says("/integritet")
    await city.matcher_a.presses("Ange telefon och mejl")
    assert "ser inte ut som ett telefonnummer" in await city.matcher_a.says("ring växeln")
    assert "personnummer" in await city.matcher_a.says("811228-9874")
    await city.matcher_a.says("Tel. +46 42 10 50 00")
    assert "ser inte ut som en mejladress" in await city.matcher_a.says("anna snabel-a staden")
    await city.matcher_a.says("mailto:anna.lind@staden.example")
    assert "Telefon: +46 42 10 50 00\nMejl: anna.lind@staden.example" in city.matcher_a.last_text


async def test_after_a_release_no_message_holds_a_number_any_more(city: City) -> None:
    await a_contract(city)
    await tells(city.matcher_a)
    await takes(city)
    await city.matcher_a.says("/platser")
    await city.matcher_a.presses("Praktikplats")
    await city.matcher_a.presses("Lämna tillbaka")
    alerts = [message.words for message in city.matcher_a.received if "Jag tar den" in str(message.buttons)]
    assert alerts
    assert PHONE not in seen_by(city.matcher_a)
    assert ANNAS_PHONE not in seen_by(city.maleri)
    assert "Anna Lind tog hand om ert erbjudande." in seen_by(city.maleri)
    await city.matcher_b.presses("Jag tar den")
    assert f"Telefon: {PHONE}" in newest(city.matcher_b, "Du har tagit den")
    assert "Bashir Nur (matchare) ser nu ditt namn, din telefon och din mejl." in city.maleri.last_text


async def test_the_heir_of_a_claim_sees_the_contact_who_is_told_so(city: City) -> None:
    await a_contract(city)
    await tells(city.matcher_a)
    await tells(city.matcher_b, "040-11 22 33", "bashir@staden.example")
    await takes(city)
    await ends_access(city.coordinator, "Anna Lind", "Bashir Nur")
    assert "Telefon: 040-11 22 33" in city.maleri.last_text
    assert "Bashir Nur (matchare) ser nu ditt namn, din telefon och din mejl." in city.maleri.last_text
    assert ANNAS_PHONE not in seen_by(city.maleri)
    assert f"Telefon: {PHONE}" in newest(city.matcher_b, "Du har tagit den")
    gone = await city.asks(lambda session: details_of(session, city.matcher_a))
    assert gone == ContactDetails()


async def test_the_heir_of_an_offer_is_shown_instead_and_told_who_sees_them(city: City) -> None:
    await a_contract(city)
    petra = await city.person("Petra Sund", Role.SUPPLIER, company="Exempelmåleriet AB")
    await tells(petra, "040-77 88 99", "petra@exempel.se")
    await takes(city)
    await ends_access(city.coordinator, "Mira Holm", "Petra Sund")
    alert = newest(city.matcher_a, "Du har tagit den")
    assert "Kontaktperson: Petra Sund\nTelefon: 040-77 88 99" in alert
    assert PHONE not in alert
    assert "Anna Lind (matchare) ser nu ditt namn, din telefon och din mejl." in newest(petra, "hör av sig till dig")


async def test_while_the_contact_is_away_the_deputy_is_shown_and_back_again(city: City) -> None:
    await a_contract(city)
    petra = await city.person("Petra Sund", Role.SUPPLIER, company="Exempelmåleriet AB")
    await tells(petra, "040-77 88 99", "petra@exempel.se")
    await takes(city)
    await is_away(city.maleri, deputy="Petra Sund")
    alert = newest(city.matcher_a, "Du har tagit den")
    assert "Nås genom: Petra Sund\nTelefon: 040-77 88 99" in alert
    assert PHONE not in alert
    await city.maleri.says("/borta")
    await city.maleri.presses("Jag är tillbaka")
    assert f"Telefon: {PHONE}" in newest(city.matcher_a, "Du har tagit den")


async def test_while_the_matcher_is_away_the_supplier_reads_how_to_reach_the_deputy(city: City) -> None:
    await a_contract(city)
    await tells(city.matcher_a)
    await tells(city.matcher_b, "040-11 22 33", "bashir@staden.example")
    await takes(city)
    await is_away(city.matcher_a, deputy="Bashir Nur")
    assert "Telefon: 040-11 22 33" in newest(city.maleri, "hör av sig till dig")
    assert ANNAS_PHONE not in seen_by(city.maleri)
    await looks_at_it(city, city.matcher_b)
    assert f"Telefon: {PHONE}" in city.matcher_b.last_text


async def test_a_registers_contact_changes_the_register_and_the_ledger_says_what_but_not_to_what(city: City) -> None:
    await a_contract(city)
    await tells(city.maleri, "070-174 06 35", EMAIL)
    row = await city.asks(lambda session: session.scalar(text("SELECT phone FROM contact")))
    assert row == "070-174 06 35"
    noted = await city.asks(changes_of)
    assert noted == ["phone"]
    await city.maleri.says("/integritet")
    await city.maleri.presses("Ändra telefon och mejl")
    await city.maleri.presses("Ingen telefon")
    await city.maleri.presses("Samma som förut")
    assert await city.asks(lambda session: details_of(session, city.maleri)) == ContactDetails(None, EMAIL)


async def changes_of(session: AsyncSession) -> list[str]:
    changed = select(LedgerText.content).join(LedgerRow, LedgerRow.id == LedgerText.ledger_id)
    return list(await session.scalars(changed.where(LedgerRow.event == LedgerEvent.DETAILS_CHANGED)))


async def details_of(session: AsyncSession, chat: Chat) -> ContactDetails:
    found = await by_telegram_id(session, chat.phone.user_id)
    assert found is not None
    return await contact_details.of_person(session, found.id)
