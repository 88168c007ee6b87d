"""The city writes to many suppliers at once: chosen for whom, read before it goes, and nobody named without a yes."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.naming import Naming
from domain.role import Role
from domain.slot import SlotKind, Trade
from handlers.broadcasts import card
from handlers.handling.work import Work
from messages.button import data
from storage.broadcasts.broadcast import Broadcast
from storage.council import naming
from storage.ledger import LedgerRow
from tests.city import City
from tests.contracts import PARKER, has_contract
from tests.conversations.broadcasting import WORDS, begins, writes
from tests.council import enters
from tests.each import each

ENGLISH = "Thank you for the year that has been. Come and have coffee with us on Thursday."
NOT_FOUND = "Det finns inte längre, eller så hör det till någon annan."
NAMING_ONE = "Exempelmåleriet visar hur man gör."


async def sends(city: City, words: str = WORDS, *, english: str = "") -> None:
    """A broadcast to all, as far as its receivers."""
    await writes(city.coordinator, words, english=english)
    await city.coordinator.presses("Ingen nämns")
    await city.coordinator.presses("Skicka")
    await goes(city)


async def goes(city: City) -> None:
    """The clock comes by, and by again when what it queued has gone."""
    await city.later(timedelta(seconds=30))
    await city.later(timedelta(seconds=30))


async def broadcasts(city: City) -> list[Broadcast]:
    in_order = select(Broadcast).order_by(Broadcast.id)
    return list(await city.asks(lambda session: session.scalars(in_order)))


async def recorded(city: City, about: str) -> list[tuple[LedgerEvent, int | None]]:
    """What people have done with it."""
    by_people = select(LedgerRow.event, LedgerRow.actor_id).where(LedgerRow.actor_id.is_not(None))
    rows = await city.asks(lambda session: session.execute(by_people.where(LedgerRow.about == about)))
    return [(LedgerEvent(event), actor_id) for event, actor_id in rows]


def preview_in(shown: str) -> str:
    """What others will read, out of the card."""
    return shown.split("\n\n", maxsplit=1)[1].partition("\n\nPå engelska")[0]


async def says_of_naming(city: City, said: Naming, *, supplier_id: int = 1) -> None:
    """The supplier says whether it may be named."""

    async def act(work: Work) -> None:
        await naming.answer(work.session, supplier_id, said, by=1, now=work.now)

    await city.does_work(act)


async def checksum_of_draft(city: City) -> int:
    """What *Skicka* would carry, were it there."""
    found: list[int] = []

    async def act(work: Work) -> None:
        draft = await work.session.get_one(Broadcast, 1)
        found.append(card.checksum(await card.facts_of(work, draft)))

    await city.does_work(act)
    return found[0]


async def test_what_is_read_is_what_arrives_once_each_and_its_card_tells_how_it_went(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    with each(subtests, "before the first it says what it is for"):
        assert (await karin.says("/utskick")).startswith("Inga utskick än.")
    with each(subtests, "each step can be gone back from"):
        await karin.presses("Nytt utskick")
        await karin.presses("En inbjudan")
        assert "Steg 1 av 5" in await karin.presses("Tillbaka")
        await karin.presses("Ett tack")
        assert "Antal mottagare just nu: 2." in karin.last_text
        await karin.presses("Klart: till alla")
        assert "Steg 2 av 5" in await karin.presses("Tillbaka")
        await karin.presses("Klart: till alla")
        assert "Skriv inga namn på personer." in karin.last_text
        await karin.answers(WORDS, ENGLISH)
        assert "Steg 4 av 5" in await karin.presses("Tillbaka")
        await karin.says(ENGLISH)
    shown = await karin.presses("Ingen nämns")
    with each(subtests, "it is read as others will, in both languages, with to whom and when it goes"):
        assert shown.startswith("Så här ser utskicket ut för 2 mottagare\n\nTack!\n")
        assert preview_in(shown) == f"Tack!\n{WORDS}\n\nKarin Ek, CSR-samordnare, Exempelstad"
        assert f"På engelska\n{ENGLISH}" in shown
        assert "Till\nAlla leverantörer\nDet går direkt när du skickar." in shown
    with each(subtests, "nobody has got anything before Skicka is pressed"):
        await goes(city)
        assert city.maleri.received == []
        assert "utkast" in await karin.says("/utskick")
        await karin.presses("1. Ett tack")
    sent = await karin.presses("Skicka")
    with each(subtests, "then it goes, and what was read stays with nothing to press"):
        assert sent.startswith("Ett tack: på väg")
        assert "Väntar: 2" in sent
        assert [row for row in karin.received[-2].buttons if row] == []
        await karin.presses_forged(karin.data("Uppdatera").replace("brs", "bry") + ":1")
        await goes(city)
        assert preview_in(shown) in [message.words for message in city.maleri.received]
        assert city.park.last_text == f"Thank you!\n{ENGLISH}\n\nKarin Ek, CSR coordinator, Exempelstad"
        assert [len(chat.received) for chat in (city.maleri, city.park, city.matcher_a)] == [1, 1, 0]
    with each(subtests, "its card has followed"):
        assert "Ett tack: skickat" in karin.last_text
        assert "Framme hos Telegram: 2 av 2" in karin.last_text
        assert "Väntar" not in karin.last_text
    with each(subtests, "whoever comes in later gets nothing of it"):
        late = await city.person("Sen Senare", Role.SUPPLIER, company="Senare AB")
        await goes(city)
        assert late.received == []
    with each(subtests, "the words can be read again, and the list has it"):
        assert preview_in(shown) in await karin.presses("Visa texten")
        assert "1. Ett tack · 23 nov 2026 · skickat · till 2" in await karin.says("/utskick")
    with each(subtests, "the ledger has who let it go"):
        assert await recorded(city, "broadcast:1") == [(LedgerEvent.BROADCAST_ACCEPTED, 5)]


async def test_it_goes_to_those_who_fit_all_that_is_chosen(city: City, subtests: pytest.Subtests) -> None:
    karin = city.coordinator
    await city.person("Kim Golv", Role.SUPPLIER, company="Golvfirman AB", trade=Trade.FLOORING)
    await enters(city, SlotKind.LECTURE, 1, supplier_id=2)
    await has_contract(city, PARKER, number="2026/41")
    await has_contract(city, number="2026/42")
    await begins(karin)
    with each(subtests, "within a sort one is enough, and how many that makes is told at once"):
        assert "Antal mottagare just nu: 3." in karin.last_text
        await karin.presses("Bransch")
        assert "Antal mottagare just nu: 1." in await karin.presses("Måleri")
        assert "Antal mottagare just nu: 2." in await karin.presses("Golv")
        assert "Måleri (vald)" in " ".join(karin.buttons)
        await karin.presses("Klart")
        assert "Bransch · 2" in " ".join(karin.buttons)
    with each(subtests, "among several sorts all have to fit"):
        await karin.presses("Sorts bidrag")
        assert "Antal mottagare just nu: 0." in await karin.presses("Föreläsning")
        assert "Antal mottagare just nu: 2." in await karin.presses("Föreläsning")
    with each(subtests, "back leads to the ways to choose"):
        assert "Vilka ska få det?" in await karin.presses("Tillbaka")
    with each(subtests, "whether they have contributed at all"):
        assert "Antal mottagare just nu: 0." in await karin.presses("4. Har bidragit")
        assert "Antal mottagare just nu: 2." in await karin.presses("Har inte bidragit än")
        await karin.presses("Har inte bidragit än (vald)")
    with each(subtests, "a contract is found by what people know of it"):
        await karin.presses("Avtal")
        assert "Jag hittar inget sådant avtal." in await karin.says("Brobyggarna")
        assert "Antal mottagare just nu: 0." in await karin.says("påhittade")
        await karin.presses("Bransch")
        await karin.presses("Måleri (vald)")
        await karin.presses("Golv (vald)")
        assert "Antal mottagare just nu: 1." in await karin.presses("Klart")
    with each(subtests, "the card says to whom, in words"):
        await karin.answers("Klart", WORDS, "Hoppa över", "Ingen nämns")
        assert "för 1 mottagare" in karin.last_text
        assert "Till\nAvtal: 2026/41 Målning av skolor · Påhittade Parker AB" in karin.last_text
    with each(subtests, "and it goes to them alone"):
        await karin.presses("Skicka")
        await goes(city)
        assert city.maleri.received == []
        assert "It is written in Swedish only:" in city.park.last_text
        assert WORDS in city.park.last_text


async def test_nobody_is_named_without_a_yes(city: City, subtests: pytest.Subtests) -> None:
    karin = city.coordinator
    with each(subtests, "a name in the text is found without its legal form"):
        await writes(karin, NAMING_ONE)
        assert "Nämns någon mer leverantör?\nTexten nämner Exempelmåleriet AB." in karin.last_text
        assert "Exempelmåleriet AB: har inte svarat." in await karin.presses("Klart")
    with each(subtests, "and can't be sent, whatever a button claims"):
        assert not [label for label in karin.buttons if "Skicka" in label]
        await karin.presses_forged(data("bry", 1, await checksum_of_draft(city)))
        assert (await broadcasts(city))[0].accepted_at is None
    with each(subtests, "they are asked in one press, once, and the draft waits"):
        asked = await karin.presses("Fråga Exempelmåleriet AB")
        assert asked.startswith("Frågan är skickad till Exempelmåleriet AB.")
        assert city.maleri.last_text.startswith("Får Exempelstad nämna Exempelmåleriet AB?")
        assert "är redan frågade i år" in await karin.presses("Fråga Exempelmåleriet AB")
    with each(subtests, "a no is told, with the way on"):
        await city.maleri.presses("Nej")
        await karin.says("/utskick")
        assert "Exempelmåleriet AB: har sagt nej. Ändra orden" in await karin.presses("1. Ett tack")
        assert not [label for label in karin.buttons if "Skicka" in label or "Fråga" in label]
    with each(subtests, "a yes lets it go"):
        await city.maleri.presses("Ja, bara namnet")
        await karin.says("/utskick")
        assert "Exempelmåleriet AB: har sagt ja, men inte till antal." in await karin.presses("1. Ett tack")
    with each(subtests, "unless it is taken back before Skicka is pressed"):
        await says_of_naming(city, Naming.NOT)
        assert (await karin.presses("Skicka")).startswith("Något har ändrats sedan du läste det.")
        assert (await broadcasts(city))[0].accepted_at is None
    with each(subtests, "other words name nobody, and whose story it tells is said by name"):
        await karin.presses("Ändra orden")
        await karin.answers(WORDS, "Hoppa över")
        assert "Ingen nämns" in karin.buttons[-3]
        assert "Jag hittar ingen sådan leverantör." in await karin.says("Bagarna")
        await karin.says("påhittade")
        assert "Påhittade Parker AB (vald)" in karin.buttons[0]
        assert "Påhittade Parker AB: har inte svarat." in await karin.presses("Klart")
        await karin.presses("Ändra vilka som nämns")
        await karin.presses("Påhittade Parker AB (vald)")
        await karin.presses("Ingen nämns")
        assert "Nämns" not in karin.last_text
        assert (await karin.presses("Skicka")).startswith("Ett tack: på väg")
    with each(subtests, "a no that comes before it has gone stops it"):
        await goes(city)
        await says_of_naming(city, Naming.BY_NAME)
        await writes(karin, NAMING_ONE)
        await karin.presses("Klart")
        await karin.presses("Skicka")
        await says_of_naming(city, Naming.NOT)
        await goes(city)
        assert NAMING_ONE not in city.park.last_text
        assert "Gick inte iväg: 2. Någon som nämns har ändrat sitt svar" in karin.last_text


async def test_what_a_supplier_answers_is_told_to_those_whose_draft_waits_for_it(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    await writes(karin, NAMING_ONE)
    with each(subtests, "the name in the text is no button, for it stays"):
        assert karin.buttons[0] == "1. Klart"
        await karin.presses("Klart")
    assert "Jag säger till när de har svarat." in await karin.presses("Fråga Exempelmåleriet AB")
    with each(subtests, "a yes and a no, each with what to do next"):
        await city.maleri.presses("Ja, bara namnet")
        assert karin.last_text.startswith("Exempelmåleriet AB får nämnas, utan antal.\nLäs utkastet en gång till")
        await city.maleri.presses("Nej")
        assert karin.last_text.startswith("Exempelmåleriet AB vill inte nämnas.\nÄndra orden i utkastet")
    with each(subtests, "and nothing of a supplier that it doesn't name"):
        heard = len(karin.received)
        await city.park.says("/privacy")
        await city.park.presses("May the city name us?")
        await city.park.presses("Yes, the name alone")
        assert len(karin.received) == heard
    with each(subtests, "nobody hears of it for whom no draft waits"):
        await karin.says("/utskick")
        await karin.presses("1. Ett tack")
        await karin.presses("Kasta utkastet")
        heard = len(karin.received)
        await city.maleri.presses("Ja, bara namnet")
        assert len(karin.received) == heard


async def test_a_contact_turns_them_off_and_on_and_all_else_comes_as_before(
    city: City, subtests: pytest.Subtests
) -> None:
    mira, karin = city.maleri, city.coordinator
    await sends(city)
    with each(subtests, "under it one press leads on, counts once, and the words stay"):
        for _ in range(2):
            await mira.presses("Vi vill bidra")
        assert [WORDS in message.words for message in mira.received] == [True, False, False]
        assert "Vill bidra: 1" in await karin.presses("Uppdatera")
    with each(subtests, "and one turns them off, says what comes in any case, and the words stay"):
        told = await mira.presses("Inga fler sådana")
        assert told.startswith("Du får inga fler utskick.\nPåminnelser, frågor, svar och möten kommer som förut")
        assert "Stängde av utskick: 1" in await karin.presses("Uppdatera")
    with each(subtests, "so the next one does not come, and whoever writes it is told"):
        await writes(karin)
        assert "1 person vill inte ha utskick, och får det inte." in await karin.presses("Ingen nämns")
        await karin.presses("Skicka")
        await goes(city)
        assert len([message for message in mira.received if WORDS in message.words]) == 1
        assert len([message for message in city.park.received if WORDS in message.words]) == 2
    with each(subtests, "what is asked of her comes"):
        await karin.says("/utskick")
        await karin.presses_forged(data("cor", 1))
        assert mira.last_text.startswith("Får Exempelstad nämna")
    with each(subtests, "from /integritet she gets them again"):
        assert "om du vill ha utskick och vad du trycker på under dem" in await mira.says("/integritet")
        assert (await mira.presses("Utskick: på eller av")).startswith("Du får inga fler utskick.")
        assert (await mira.presses("Ta emot igen")).startswith("Du får utskick.")
        await sends(city)
        assert WORDS in mira.last_text
    with each(subtests, "the ledger has both, and the first report counts her no more"):
        assert await recorded(city, "broadcast:1") == [
            (LedgerEvent.BROADCAST_ACCEPTED, 5),
            (LedgerEvent.BROADCASTS_WANTED, 1),
        ]
        assert await recorded(city, "person:1") == [(LedgerEvent.BROADCASTS_WANTED, 1)]
        await karin.says("/utskick")
        await karin.presses("3. Ett tack")
        assert "Stängde av utskick: 0" in karin.last_text


async def test_it_goes_when_it_says_also_where_the_working_day_ends_meanwhile(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    await city.until(datetime(2026, 11, 23, 15, 59, 30, tzinfo=UTC))
    for _ in range(2):
        await writes(karin)
        assert "Det går direkt när du skickar." in await karin.presses("Ingen nämns")
    with each(subtests, "let go half a minute before five it goes at once, as was said, and no phone rings"):
        assert "när arbetsdagen börjar" not in await karin.presses("Skicka")
        await city.later(timedelta(seconds=45))
        assert WORDS in city.maleri.last_text
        assert city.maleri.last.silent
    with each(subtests, "let go after five it waits, and says until when"):
        await karin.says("/utskick")
        await karin.presses("2. Ett tack")
        assert "Det går tisdag 24 november kl. 08.00, när arbetsdagen börjar." in await karin.presses("Skicka")
        await city.later(timedelta(minutes=1))
        assert len(city.maleri.received) == 1


async def test_whatever_has_changed_is_read_again_and_what_goes_can_be_stopped(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    await city.until(datetime(2026, 11, 28, 9, tzinfo=UTC))
    with each(subtests, "on a Saturday it says when it goes"):
        await writes(karin)
        assert "Det går måndag 30 november kl. 08.00, när arbetsdagen börjar." in await karin.presses("Ingen nämns")
    with each(subtests, "where one more would get it, it is read again"):
        await city.person("Kim Golv", Role.SUPPLIER, company="Golvfirman AB")
        again = await karin.presses("Skicka")
        assert again.startswith("Något har ändrats sedan du läste det.")
        assert "för 3 mottagare" in again
    with each(subtests, "heading, receivers and words can be changed, each by itself"):
        await karin.presses("Ändra rubrik")
        assert "\n\nEn inbjudan\n" in await karin.presses("En inbjudan")
        await karin.presses("Ändra mottagare")
        await karin.presses("Bransch")
        await karin.presses("Måleri")
        await karin.presses("Klart")
        assert "Till\nBransch: Måleri" in await karin.presses("Klart")
        assert [each.sort.value for each in await broadcasts(city)] == ["invitation"]
    with each(subtests, "it waits for Monday, and is stopped only by who says so twice"):
        assert "Det går måndag 30 november kl. 08.00" in await karin.presses("Skicka")
        assert (await karin.presses("Stoppa")).startswith("Ska utskicket stoppas?")
        assert "Väntar: 1" in await karin.presses("Låt det gå")
        await karin.presses("Stoppa")
        stopped = await karin.presses("Ja, stoppa")
        assert stopped.startswith("En inbjudan: stoppat")
        assert "Gick inte iväg: 1. Utskicket stoppades." in stopped
        await city.until(datetime(2026, 11, 30, 8, tzinfo=UTC))
        assert city.maleri.received == []
    with each(subtests, "a draft can be thrown away, and what has gone can't"):
        await writes(karin)
        await karin.presses("Ingen nämns")
        assert (await karin.presses("Kasta utkastet")).startswith("Utkastet är borta.")
        await karin.presses_forged(data("brd", 1))
        assert [each.id for each in await broadcasts(city)] == [1]
    with each(subtests, "the ledger has who stopped it"):
        assert await recorded(city, "broadcast:1") == [
            (LedgerEvent.BROADCAST_ACCEPTED, 5),
            (LedgerEvent.BROADCAST_STOPPED, 5),
        ]


async def test_what_may_not_be_written_is_not_and_ready_texts_tell_no_small_number(
    city: City, subtests: pytest.Subtests
) -> None:
    karin = city.coordinator
    await enters(city, SlotKind.INTERNSHIP, 6)
    await enters(city, SlotKind.LECTURE, 2)
    with each(subtests, "somebody's address and number are stopped"):
        await begins(karin)
        await karin.presses("Klart: till alla")
        assert "mejl" in await karin.says("Skriv till amina@example.com om du undrar något.")
        assert (await broadcasts(city)) == []
        assert "för långt" in await karin.says("Tack. " * 200)
    with each(subtests, "of a quarter in which nothing has happened no text is ready, and it says why"):
        await karin.presses("Tillbaka")
        await karin.presses("Tillbaka")
        await karin.presses("Kvartalets resultat")
        assert "det finns inget från kvartalet i Steget" in await karin.presses("Klart: till alla")
        assert "förslag" not in " ".join(karin.buttons)
    with each(subtests, "results are told in ready words, and nothing small"):
        await city.maleri.reports_internship(places=5)
        await karin.presses("Tillbaka")
        await karin.presses("Tillbaka")
        await karin.presses("Kvartalets resultat")
        await karin.presses("Klart: till alla")
        await karin.presses("Använd ett färdigt förslag")
        shown = await karin.presses("Ingen nämns")
        assert "Hittills kvartal 4 2026:\n– 5 erbjudna platser\n– 0 personer har börjat hos en leverantör" in shown
        assert "So far in quarter 4 of 2026:" in shown
    with each(subtests, "a good example is there of nobody who hasn't said yes"):
        await begins(karin, "Ett gott exempel")
        await karin.presses("Klart: till alla")
        assert "Förslag om" not in " ".join(karin.buttons)
        await says_of_naming(city, Naming.WITH_COUNTS)
        await karin.presses("Tillbaka")
        await karin.presses("Klart: till alla")
        await karin.presses("Förslag om Exempelmåleriet AB")
        shown = await karin.presses("Klart")
        assert "2026 har de bidragit med 6 praktikplatser och föreläsningar. Tack!" in shown
        assert "Exempelmåleriet AB: har sagt ja." in shown
        assert "Skicka" in karin.buttons[0]


async def test_broadcasts_are_for_those_who_lead_and_their_receivers(city: City, subtests: pytest.Subtests) -> None:
    await writes(city.coordinator)
    await city.coordinator.presses("Ingen nämns")
    for name, chat in (("a matcher", city.matcher_a), ("a supplier", city.maleri)):
        with each(subtests, f"{name} finds nothing of them"):
            assert "utskick" not in (await chat.says("/hjalp")).casefold()
            await chat.says("/utskick")
            assert NOT_FOUND in await chat.presses_forged(data("brs", 1))
    with each(subtests, "whatever a button carries"):
        for code in ("brl", "brn", "brc", "bry", "brx", "brz", "brd", "brr"):
            assert NOT_FOUND in await city.maleri.presses_forged(data(code, 1, 0)), code
    with each(subtests, "and a matcher has nothing to turn off"):
        for code in ("bro", "brp", "brq", "brw"):
            assert NOT_FOUND in await city.matcher_a.presses_forged(data(code, 1)), code
    with each(subtests, "nor does a draft lead anywhere"):
        assert NOT_FOUND in await city.maleri.presses_forged(data("brw", 1))


async def test_a_form_about_a_draft_that_was_thrown_away_never_writes_over_another(city: City) -> None:
    karin, berit = city.coordinator, await city.person("Berit Å", Role.ADMINISTRATOR)
    await writes(karin)
    await karin.presses("Ingen nämns")
    await karin.presses("Ändra orden")
    await karin.says("Andra ord helt och hållet.")
    await berit.says("/utskick")
    await berit.presses("1. Ett tack")
    await berit.presses("Kasta")
    await writes(berit, "Berits egna ord till er.")
    await berit.presses("Ingen nämns")
    await karin.presses("Hoppa över")
    assert NOT_FOUND in await karin.presses("Ingen nämns")
    assert [each.words_sv for each in await broadcasts(city)] == ["Berits egna ord till er."]
