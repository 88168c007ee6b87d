"""A coordinator invites every contact who is not in yet, in one go."""

import asyncio
import io
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select, update

from domain.language import Language
from domain.role import Role
from storage.ledger import LedgerRow
from storage.outbox import OutboxRow
from storage.people.contact import Contact
from storage.people.invitation import Invitation
from storage.people.supplier import found_or_created
from tests.chat import Chat
from tests.city import City
from tests.contracts import add_contact, add_contract
from tests.conversations.people import code_in
from tests.delivery.outside import with_long_leases
from tests.documents import file_of, pages_of
from tests.each import each

pytestmark = pytest.mark.usefixtures("_contacts")

NORA, OLE, PIA = "Nora Berg", "Ole Dahl", "Pia Ek"


async def has_contacts(city: City, *names: str, company: str = "Exempelmåleriet AB", days_left: int = 100) -> None:
    """A contract of the company's, with these contacts; each has an e-mail address, and no phone."""
    async with city.database.write() as session:
        firm = await found_or_created(session, company, now=city.clock.now())
        now = city.clock.now()
        people = [
            await add_contact(session, firm.id, name, at=now, email=f"{number}@x.example")
            for number, name in enumerate(names)
        ]
        runs = {"starts_on": now.date() - timedelta(days=400), "ends_on": now.date() + timedelta(days=days_left)}
        await add_contract(session, firm.id, f"UH-{names[0]}", at=now, people=people, title="Måleritjänster", **runs)


@pytest.fixture
async def _contacts(city: City) -> None:
    """Three at two companies; one contract more has ended, and nobody needs its contact."""
    await has_contacts(city, NORA, OLE)
    await has_contacts(city, PIA, company="Påhittade Parker AB")
    await has_contacts(city, "Quist Gammal", company="Påhittade Parker AB", days_left=-1)


async def opens_list(chat: Chat) -> str:
    await chat.says("/personer")
    return await chat.presses("Kontakter som saknas")


async def invites_everyone(chat: Chat) -> None:
    await opens_list(chat)
    if "Vilka ska jag bjuda in?" in await chat.presses("Bjud in alla"):
        await chat.presses("Bara utan länk")
    await chat.presses("1. Bjud in")


def sheet_of(city: City, chat: Chat) -> list[list[str]]:
    """The rows of the newest sheet of e-mails."""
    message = next(message for message in reversed(chat.received) if (message.file_name or "").endswith(".xlsx"))
    file = city.telegram.shelf.find(message.file_id)
    assert file is not None
    rows = CalamineWorkbook.from_filelike(io.BytesIO(file.content)).get_sheet_by_index(0).to_python()
    return [[str(value) for value in row] for row in rows]


def links_of(city: City, chat: Chat) -> dict[str, str]:
    """The code of each person's link."""
    return {row[0]: code_in(row[-1]) for row in sheet_of(city, chat)[1:]}


def letters_of(city: City, chat: Chat) -> list[str]:
    """The words of each page of the newest letters."""
    message = next(message for message in reversed(chat.received) if (message.file_name or "").endswith(".pdf"))
    return pages_of(file_of(city, message))


async def contact_named(city: City, name: str) -> Contact:
    return (await city.asks(lambda session: session.scalars(select(Contact).where(Contact.name == name)))).one()


async def invitations(city: City) -> list[Invitation]:
    return list((await city.asks(lambda session: session.scalars(select(Invitation).order_by(Invitation.id)))).all())


async def comes_in(city: City, code: str) -> Chat:
    newcomer = city.stranger()
    await newcomer.says(f"/start {code}")
    return newcomer


async def test_the_list_shows_who_is_not_in_yet_for_which_contract_and_how_to_reach_them(city: City) -> None:
    text = await opens_list(city.coordinator)
    assert text.startswith("Kontaktpersoner som inte är med än (3)")
    assert "1. Nora Berg, Exempelmåleriet AB\n Avtal: UH-Nora Berg\n 0@x.example\n Inte inbjuden än" in text
    assert "Quist" not in text
    assert city.coordinator.buttons == [
        *(f"{number}. Bjud in {name}" for number, name in enumerate((NORA, OLE, PIA), start=1)),
        "4. Bjud in alla (3)",
        "5. Till listan",
    ]


async def test_one_is_invited_in_one_press_and_the_list_says_so_and_when(city: City) -> None:
    await opens_list(city.coordinator)
    await city.coordinator.presses(f"Bjud in {NORA}")
    listed = next(each for each in reversed(city.coordinator.received) if each.words.startswith("Kontaktpersoner"))
    assert "Inbjuden 23 nov, länken fungerar till och med" in listed.words
    assert any(f"Bjud in {NORA} igen" in button.text for row in listed.buttons for button in row)
    (first,) = await invitations(city)
    assert first.contact_id == (await contact_named(city, NORA)).id
    await city.coordinator.presses(f"Bjud in {NORA} igen")
    earlier, later = await invitations(city)
    assert (earlier.undone_at is None, later.undone_at) == (False, None)


async def test_whoever_is_not_told_what_is_kept_of_them_has_a_day_and_days_left(city: City) -> None:
    text = await opens_list(city.coordinator)
    assert "Inte inbjuden än. Ska få besked om sina uppgifter senast 22 dec (29 dagar kvar)" in text
    await city.later(timedelta(days=30))
    assert "Skulle ha fått besked om sina uppgifter 22 dec" in await opens_list(city.coordinator)
    await city.coordinator.presses(f"Bjud in {NORA}")
    listed = next(each for each in reversed(city.coordinator.received) if each.words.startswith("Kontaktpersoner"))
    assert listed.words.count("Skulle ha fått besked") == 2


async def test_the_list_is_paged(city: City) -> None:
    await has_contacts(city, *(f"Person {number}" for number in range(10)), company="Stora Firman AB")
    text = await opens_list(city.coordinator)
    assert "Sida 1 av 2" in text
    await city.coordinator.presses("Nästa sida")
    assert "Sida 2 av 2" in city.coordinator.last_text
    assert city.coordinator.last_text.count("Inte inbjuden än") == 5


async def test_everyone_gets_a_letter_and_an_email_with_a_link_that_works(city: City) -> None:
    await opens_list(city.coordinator)
    question = await city.coordinator.presses("Bjud in alla (3)")
    assert question.startswith("Ska jag bjuda in 3 kontaktpersoner?")
    await city.coordinator.presses("1. Bjud in")
    closing, letters, emails = [message.words for message in city.coordinator.received][-3:]
    assert closing.startswith("Klart! 3 inbjudningar är skapade.")
    assert letters.startswith("Brev till 3 kontaktpersoner")
    assert emails.startswith("Mejl till 3 kontaktpersoner")
    names = [row[:3] for row in sheet_of(city, city.coordinator)]
    assert names == [
        ["Namn", "Företag", "E-post"],
        [NORA, "Exempelmåleriet AB", "0@x.example"],
        [OLE, "Exempelmåleriet AB", "1@x.example"],
        [PIA, "Påhittade Parker AB", "0@x.example"],
    ]
    codes = links_of(city, city.coordinator)
    pages = letters_of(city, city.coordinator)
    for page, row in zip(pages, sheet_of(city, city.coordinator)[1:], strict=True):
        name, subject, text = row[0], row[4], row[5]
        assert f"Hej {name}!" in page
        assert codes[name] in page.replace("\n", "")
        assert subject == "Inbjudan till Steget"
        assert text.startswith(f"Hej {name}!\n")
        assert codes[name] in text
    for name, code in codes.items():
        newcomer = await comes_in(city, code)
        assert newcomer.last_text.startswith(f"Välkommen, {name}!")
        assert (await contact_named(city, name)).person_id is not None
    assert "Kontakter som saknas" not in " ".join(await _people_buttons(city))


async def _people_buttons(city: City) -> list[str]:
    await city.coordinator.says("/personer")
    return city.coordinator.buttons


async def test_the_codes_are_kept_nowhere(city: City) -> None:
    await invites_everyone(city.coordinator)
    rows = (await city.asks(lambda session: session.scalars(select(OutboxRow)))).all()
    kept = " ".join(f"{row.rendered}{row.content}{row.secret}" for row in rows)
    assert len(links_of(city, city.coordinator)) == 3
    assert not any(code in kept for code in links_of(city, city.coordinator).values())


async def test_pressing_again_makes_nothing_for_those_whose_link_still_works(city: City) -> None:
    await invites_everyone(city.coordinator)
    before = links_of(city, city.coordinator)
    await has_contacts(city, "Rut Ny", company="Nya Firman AB")
    text = await opens_list(city.coordinator)
    assert "Inbjuden 23 nov, länken fungerar till och med 3 jan" in text
    question = await city.coordinator.presses("Bjud in alla (1)")
    assert "Vilka ska jag bjuda in?" in question
    assert city.coordinator.buttons[:2] == ["1. Bara utan länk (1)", "2. Nya länkar till alla (4)"]
    await city.coordinator.presses("Bara utan länk")
    await city.coordinator.presses("1. Bjud in")
    assert list(links_of(city, city.coordinator)) == ["Rut Ny"]
    assert (await comes_in(city, before[NORA])).last_text.startswith("Välkommen, Nora Berg!")


async def test_new_links_to_all_end_the_old_ones(city: City) -> None:
    await invites_everyone(city.coordinator)
    before = links_of(city, city.coordinator)
    await opens_list(city.coordinator)
    await city.coordinator.presses("Nya länkar till alla (3)")
    await city.coordinator.presses("1. Nya länkar till alla (3)")
    assert "Den gamla slutar att fungera." in city.coordinator.last_text
    await city.coordinator.presses("1. Bjud in")
    after = links_of(city, city.coordinator)
    assert set(before.values()).isdisjoint(after.values())
    assert (await comes_in(city, before[NORA])).last_text.startswith("Den inbjudan går inte att använda.")
    assert (await comes_in(city, after[NORA])).last_text.startswith("Välkommen, Nora Berg!")


async def test_a_link_that_is_too_old_is_none(city: City) -> None:
    await invites_everyone(city.coordinator)
    await city.later(timedelta(days=43))
    text = await opens_list(city.coordinator)
    assert "Inbjuden 23 nov, länken fungerar inte längre" in text
    assert "4. Bjud in alla (3)" in city.coordinator.buttons


async def test_undone_together_they_work_no_more_and_the_files_leave_the_chat(city: City) -> None:
    await invites_everyone(city.coordinator)
    codes = links_of(city, city.coordinator)
    await comes_in(city, codes[NORA])
    await city.coordinator.presses("Ångra inbjudningarna")
    assert city.coordinator.last_text.startswith("2 inbjudningar är borttagna.")
    assert "1 inbjudan var redan använd" in city.coordinator.last_text
    assert not any(message.kind == "document" for message in city.coordinator.received)
    assert (await comes_in(city, codes[OLE])).last_text.startswith("Den inbjudan går inte att använda.")
    events = [row.event for row in (await city.asks(lambda session: session.scalars(select(LedgerRow)))).all()]
    assert events.count("person_invited") == 3
    assert events.count("invitation_undone") == 2


async def test_whoever_was_invited_alone_before_keeps_that_link(city: City) -> None:
    await city.coordinator.says("/bjudin")
    for answer in ("1", "Exempelmåleriet AB", "nora  berg", "1"):
        await city.coordinator.says(answer)
    (alone,) = await invitations(city)
    assert alone.contact_id == (await contact_named(city, NORA)).id
    await opens_list(city.coordinator)
    assert "4. Bjud in alla (2)" in city.coordinator.buttons


async def test_an_invitation_that_is_older_than_its_contact_is_recognised(city: City) -> None:
    await city.coordinator.says("/bjudin")
    for answer in ("1", "Exempelmåleriet AB", NORA, "1"):
        await city.coordinator.says(answer)
    async with city.database.write() as session:
        await session.execute(update(Invitation).values(contact_id=None))
    await opens_list(city.coordinator)
    assert "4. Bjud in alla (2)" in city.coordinator.buttons


async def test_a_fresh_link_is_for_the_same_contact(city: City) -> None:
    await invites_everyone(city.coordinator)
    await city.coordinator.says("/personer")
    await city.coordinator.presses("Inbjudna (3)")
    await city.coordinator.presses(NORA)
    await city.coordinator.presses("Ny länk")
    latest = (await invitations(city))[-1]
    assert latest.contact_id == (await contact_named(city, NORA)).id


async def test_whose_access_ends_is_not_in_any_more(city: City) -> None:
    await invites_everyone(city.coordinator)
    await comes_in(city, links_of(city, city.coordinator)[NORA])
    await city.coordinator.says("/personer")
    await city.coordinator.presses(NORA)
    await city.coordinator.presses("Avsluta tillgång")
    await city.coordinator.presses("Avsluta tillgång")
    assert (await contact_named(city, NORA)).person_id is None
    assert "Nora Berg" in await opens_list(city.coordinator)


async def test_who_comes_back_is_the_contact_again(city: City) -> None:
    await invites_everyone(city.coordinator)
    nora = await comes_in(city, links_of(city, city.coordinator)[NORA])
    await city.coordinator.says("/personer")
    await city.coordinator.presses(NORA)
    await city.coordinator.presses("Avsluta tillgång")
    await city.coordinator.presses("Avsluta tillgång")
    await invites_everyone(city.coordinator)
    await nora.says(f"/start {links_of(city, city.coordinator)[NORA]}")
    assert nora.last_text.startswith("Välkommen, Nora Berg!")
    assert (await contact_named(city, NORA)).person_id is not None


async def test_who_is_in_under_another_name_is_recognised_by_the_letter(city: City) -> None:
    await invites_everyone(city.coordinator)
    greeting = await city.maleri.says(f"/start {links_of(city, city.coordinator)[NORA]}")
    assert greeting.startswith("Hej igen, Mira Holm!")
    assert (await contact_named(city, NORA)).person_id is not None
    other = await city.park.says(f"/start {links_of(city, city.coordinator)[OLE]}")
    assert other.startswith("Hello again")
    assert (await contact_named(city, OLE)).person_id is None


async def test_of_two_who_invite_at_once_one_does(city: City) -> None:
    other = await city.person("Kim Sand", Role.COORDINATOR)
    for chat in (city.coordinator, other):
        await opens_list(chat)
        await chat.presses("Bjud in alla")
    for chat in (city.coordinator, other):
        chat.phone.presses_button("1. Bjud in")
    await city.settled()
    assert len(await invitations(city)) == 3


async def test_a_name_that_looks_like_a_formula_is_written_as_a_text(city: City) -> None:
    await has_contacts(city, '=HYPERLINK("http://x.example")', "+Plus", "@At", company="-Minus AB")
    await invites_everyone(city.coordinator)
    rows = [row for row in sheet_of(city, city.coordinator) if row[1] == "-Minus AB"]
    assert sorted(row[0] for row in rows) == ["+Plus", '=HYPERLINK("http://x.example")', "@At"]


async def test_nobody_else_invites_everyone(city: City, subtests: pytest.Subtests) -> None:
    await invites_everyone(city.coordinator)
    for chat in (city.maleri, city.matcher_a):
        await chat.says("/hjalp")
        for action in ("ia", "ib", "id"):
            with each(subtests, f"{action} by {chat.phone.first_name}"):
                said = len(chat.received)
                await chat.presses_forged(f"{action}:1")
                assert len(chat.received) == said + 1
                assert chat.last_text.startswith("Det finns inte längre")
                assert not any(invited.undone_at for invited in await invitations(city))


async def test_with_everyone_in_there_is_nobody_to_invite(city: City) -> None:
    async with city.database.write() as session:
        await session.execute(update(Contact).values(person_id=1))
    await city.coordinator.says("/hjalp")
    await city.coordinator.presses_forged("ia")
    assert city.coordinator.last_text.startswith("Alla kontaktpersoner är med.")


async def test_in_english_too(city: City) -> None:
    erin = await city.person("Erin Coe", Role.COORDINATOR, language=Language.ENGLISH)
    await erin.says("/people")
    await erin.presses("Contacts not in yet (3)")
    await erin.presses("Invite all (3)")
    await erin.presses("1. Invite")
    assert sheet_of(city, erin)[0] == ["Name", "Company", "E-mail", "Phone", "Subject", "Text", "Link"]
    assert sheet_of(city, erin)[1][4] == "Invitation to Steget"


async def test_three_hundred_at_once_and_the_rest_by_pressing_again(city: City, figure: Callable[[str], None]) -> None:
    await with_long_leases(city)
    await has_contacts(city, *(f"Person {number}" for number in range(302)), company="Stora Firman AB")
    await opens_list(city.coordinator)
    question = await city.coordinator.presses("Bjud in alla (305)")
    assert question.startswith("Ska jag bjuda in 300 kontaktpersoner?")
    assert "Sedan är det 5 kvar." in question
    began = time.monotonic()
    city.coordinator.phone.presses_button("1. Bjud in")
    while len(await invitations(city)) < 300:
        await asyncio.sleep(0.05)
    made = time.monotonic()
    await city.settled()
    figure(f"300 invitations made in {made - began:.1f} s, all files sent {time.monotonic() - made:.1f} s later")
    assert "Brev till 100 kontaktpersoner, fil 3 av 3" in city.coordinator.received[-2].words
    assert len(letters_of(city, city.coordinator)) == 100
    assert len(links_of(city, city.coordinator)) == 300
    await invites_everyone(city.coordinator)
    assert len(links_of(city, city.coordinator)) == 5
    assert len({each.contact_id for each in await invitations(city)}) == 305
