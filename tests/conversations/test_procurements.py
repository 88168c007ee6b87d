"""/upphandlingar: where it pays to ask, what people decide, and how that comes back with the contract."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from domain.language import Language
from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.slot import SlotKind, SlotStatus, Trade
from handlers.doorways import PROCUREMENT
from handlers.procurements import codes
from messages.button import data
from storage.procurements.decision import ProcurementDecision
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.contracts import MALERI, has_contract
from tests.conversations.results import recorded
from tests.documents import file_of, last_document, text_of
from tests.each import each
from tests.overview import has_offered
from tests.procurements import has_planned, has_presented

PAINTING, TRAINING, FLOWERS, FENCING = "Måleritjänster", "Ledarskapsutbildning", "Snittblommor", "Stängsel"
OF_ONE = (PROCUREMENT, codes.DECIDE, codes.PUT_AWAY, codes.BRING_BACK, codes.HISTORY, codes.JOIN)
NOT_FOUND = "Det finns inte längre, eller så hör det till någon annan."
WHY = "Målarna tar gärna emot lärlingar."


async def decides(chat: Chat) -> str:
    """On a card: the dialogue clause, with the kinds that suit."""
    await chat.presses("Besluta")
    await chat.answers("1", "Klart", WHY)
    return await chat.presses("Besluta")


async def decisions(city: City) -> list[ProcurementDecision]:
    return list(await city.asks(lambda session: session.scalars(select(ProcurementDecision))))


async def test_the_presentations_four_are_ranked_and_explained(city: City, subtests: pytest.Subtests) -> None:
    karin = city.coordinator
    assert "Lägg till en, eller skicka er upphandlingsplan" in await karin.says("/upphandlingar")
    await has_presented(city)
    with each(subtests, "where it gives most first, each with its reasons in short"):
        listed = await karin.says("/upphandlingar")
        assert "Det är ett råd: ni beslutar." in listed
        assert listed.partition("\n\n")[2] == (
            "Ger mest\n"
            "1. Måleritjänster · Måleri · 4\xa0000\xa0000 kr\nLång nog, fler än en behövs. Råd: dialogkrav\n\n"
            "Kan ge mycket, men uppgifter saknas\n"
            "2. Snittblommor · Annan bransch · 500\xa0000 kr\nLång nog, antalet personer saknas. Råd: dialogkrav\n\n"
            "Andra bidrag än platser passar\n"
            "3. Stängsel · Bygg · 1\xa0000\xa0000 kr\nFör kort, fler än en behövs. Råd: dialogkrav\n"
            "4. Ledarskapsutbildning · Kontor · 800\xa0000 kr\nLång nog, en räcker. Råd: dialogkrav"
        )
    explained = {
        PAINTING: (
            "Krav som redan är med: miljökrav",
            "sedan 2024: inga än.",
            "Sociala krav: inte med än.",
            "Passar: praktikplats eller lärlingsplats, eftersom yrket lärs på arbetsplatsen.",
            "Det är inte känt vilket antal som går att nå. Börja med dialogkrav.",
        ),
        TRAINING: (
            "Personer: en räcker",
            "Passar: yrkesmentor eller föreläsning, eftersom de som arbetar där har kunskap att dela.",
            "Dialogkravet räcker: bidraget behöver inte vara en plats i själva arbetet.",
        ),
        FLOWERS: (
            "Personer: det har ingen sagt än.",
            "Ta reda på\n• hur många som behöver arbeta samtidigt; fråga beställaren\n",
            "Arbetet kostar ungefär 6\xa0250 kr i månaden.",
        ),
        FENCING: (
            "Längd: högst fyra månader",
            "Sociala krav: redan med; beslutet säger hur långt de ska gå.",
            "Passar: studiebesök eller yrkesmentor, så att någon får se hur yrket är.",
        ),
    }
    for title, words in explained.items():
        with each(subtests, title):
            card = await karin.presses(title)
            assert [missing for missing in words if missing not in card] == []
            assert "Det är ett råd: ni beslutar.\n\nBeslut\nInget än." in card
        await karin.presses("Till listan")


async def test_the_citys_own_experience_is_told_with_its_n(city: City, subtests: pytest.Subtests) -> None:
    for _ in range(5):
        await has_offered(city, MALERI, begun=1)
    await has_offered(city, MALERI, begun=1, kind=SlotKind.MENTOR)
    await has_offered(city, MALERI, begun=1, offered_at=datetime(2023, 5, 2, tzinfo=UTC))
    for _ in range(4):
        await has_offered(city, MALERI, places=2)
    await city.asks(lambda session: session.scalars(select(Slot)))
    await has_planned(city, PAINTING, trade=Trade.PAINTING, months=24, headcount=4)
    karin = city.coordinator
    await karin.says("/upphandlingar")
    with each(subtests, "what waits still says nothing, nor do mentors and what is long ago"):
        assert "sedan 2024: 5, för få för att kunna säga något." in await karin.presses(PAINTING)
    async with city.database.write() as session:
        await session.execute(update(Slot).where(Slot.status == SlotStatus.OPEN).values(status=SlotStatus.EXPIRED))
    await has_offered(city, MALERI, places=1)
    for _ in range(2):
        await has_offered(city, MALERI, begun=0, places=1, kind=SlotKind.APPRENTICESHIP)
    async with city.database.write() as session:
        over = update(Slot).where(Slot.kind == SlotKind.APPRENTICESHIP).values(status=SlotStatus.EXPIRED)
        await session.execute(over)
    with each(subtests, "with enough of them a number can be asked for"):
        await karin.presses("Till listan")
        card = await karin.presses(PAINTING)
        assert "sedan 2024: 5 av 11 ledde till att någon började." in card
        assert "Ger mest. Råd: sysselsättningskrav" in card


async def test_people_decide_with_a_reason_and_may_decide_again(city: City, subtests: pytest.Subtests) -> None:
    await has_presented(city)
    karin = city.coordinator
    await karin.says("/upphandlingar")
    await karin.presses(PAINTING)
    with each(subtests, "what is advised is marked, and nothing about a person is kept"):
        assert "Hur långt ska de sociala kraven gå i Måleritjänster?" in await karin.presses("Besluta")
        assert "1. Dialogkrav (rådet)" in karin.buttons
        await karin.presses("Sysselsättningskrav")
        await karin.presses("Anställning")
        await karin.presses("Praktikplats")
        await karin.presses("Klart")
        assert "telefonnummer" in await karin.says("Ring 070-123 45 67 om det")
        checked = await karin.says(WHY)
        assert checked.startswith(
            "Ska det här beslutas för Måleritjänster?\n"
            f"Sysselsättningskrav: lärlingsplats eller anställning\nVarför: {WHY}\n\nRådet är: dialogkrav."
        )
    with each(subtests, "it stands on the card, and apart from those that wait"):
        card = await karin.presses("Besluta")
        assert card.startswith("Beslutat.")
        assert f"Varför: {WHY}\nBeslutat 23 nov 2026 av Karin Ek. Rådet var: dialogkrav." in card
        assert "Skriv diarienumret när det finns" in card
        assert (await karin.presses("Till listan")).startswith("Beslutade upphandlingar (1)\n1. Måleritjänster")
        assert (await karin.presses("Väntar på beslut: 3")).startswith("Planerade upphandlingar (3)")
        await karin.presses("Beslutade: 1")
    with each(subtests, "no requirement asks for no kinds, and what was decided before stays"):
        await karin.presses(PAINTING)
        await karin.presses("Ändra beslutet")
        await karin.presses("Dialogkrav")
        await karin.presses("Klart")
        assert "Det ersätter det ni beslutat tidigare" in await karin.says("Upphandlingen blir mindre.")
        await karin.presses("Ändra nivå")
        assert "\nInga sociala krav\nVarför: " in await karin.presses("Inga sociala krav")
        assert "Beslut\nInga sociala krav\nVarför: Upphandlingen blir mindre." in await karin.presses("Besluta")
        history = await karin.presses("Tidigare beslut")
        assert history.index("blir mindre") < history.index(WHY) < history.index("Gällde till 23 nov 2026.")
        assert (await karin.presses(PAINTING)).startswith(PAINTING)
    with each(subtests, "the ledger has both, with what was advised"):
        first, again = [json.loads(told) for told in await recorded(city, LedgerEvent.PROCUREMENT_DECIDED)]
        assert (first["level"], first["kinds"], first["reason"]) == ("numbers", ["apprenticeship", "employment"], WHY)
        assert first["advice"]["level"] == "dialogue"
        assert (again["level"], again["kinds"]) == ("none", [])
        assert [each.replaced_at is None for each in await decisions(city)] == [False, True]


async def test_nobody_replaces_a_decision_unread(city: City) -> None:
    await has_presented(city)
    karin, berit = city.coordinator, await city.person("Berit Å", Role.ADMINISTRATOR)
    for chat in (karin, berit):
        await chat.says("/upphandlingar")
        await chat.presses(PAINTING)
    for label in ("Besluta", "Bonus", "Klart"):
        await karin.presses(label)
    await karin.says("Vi vill prova.")
    await decides(berit)
    asked = await karin.presses("Besluta")
    assert asked.startswith("Någon annan har beslutat om den medan du skrev.")
    assert "Det ersätter det ni beslutat tidigare" in asked
    assert f"Varför: {WHY}\nBeslutat 23 nov 2026 av Berit Å." in asked
    assert len(await decisions(city)) == 1
    assert (await karin.presses("Besluta")).startswith("Beslutat.")
    assert [each.replaced_at is None for each in await decisions(city)] == [False, True]


async def test_what_is_not_bought_leaves_the_plan_and_comes_back(city: City, subtests: pytest.Subtests) -> None:
    await has_presented(city)
    karin, berit = city.coordinator, await city.person("Berit Å", Role.ADMINISTRATOR)
    await karin.says("/upphandlingar")
    await karin.presses(FLOWERS)
    with each(subtests, "it is gone from the list, and undone by one press"):
        assert "Ni har sagt att den inte blir av." in await karin.presses("Blir inte av")
        assert FLOWERS not in await berit.says("/upphandlingar")
        assert (await karin.presses("Ångra: den blir av")).startswith("Tillbaka i planen.")
        assert FLOWERS in await berit.says("/upphandlingar")
    with each(subtests, "who was deciding meanwhile is told, and nothing is decided"):
        await karin.presses("Besluta")
        await karin.presses("Dialogkrav")
        await karin.presses("Klart")
        await karin.says("Vi vill prova.")
        await berit.presses(FLOWERS)
        await berit.presses("Blir inte av")
        assert (await karin.presses("Besluta")).startswith("Det har ändrats under tiden.")
        assert await decisions(city) == []
    with each(subtests, "nor are its facts changed, by an old button or a form that was open"):
        await berit.presses("Ångra: den blir av")
        await karin.presses("Ändra uppgifter")
        await karin.presses("Ändra värde")
        await karin.says("600 tkr")
        await berit.presses("Blir inte av")
        assert (await karin.presses("Spara i planen")).startswith("Det har ändrats under tiden.")
        assert "Värde: 500\N{NO-BREAK SPACE}000 kr" in await karin.presses_forged(data(codes.CHANGE, 3))
        assert karin.last_text.startswith("Det har ändrats under tiden.")
    with each(subtests, "and a form that waited below another does not come back"):
        await karin.says("/upphandlingar")
        await karin.presses(FENCING)
        await karin.presses("Besluta")
        await karin.presses_forged(codes.ADD)
        await berit.says("/upphandlingar")
        await berit.presses(FENCING)
        await berit.presses("Blir inte av")
        assert "Men upphandlingen är inte kvar i planen." in await karin.presses("Avbryt")
    with each(subtests, "the ledger has each"):
        assert len(await recorded(city, LedgerEvent.PROCUREMENT_PUT_AWAY)) == 4
        assert len(await recorded(city, LedgerEvent.PROCUREMENT_BROUGHT_BACK)) == 2


async def test_it_is_for_those_who_lead_alone(city: City, subtests: pytest.Subtests) -> None:
    one = await has_planned(city, PAINTING)
    for chat in (city.matcher_a, city.maleri, await city.person("Lena Läser", Role.READER)):
        with each(subtests, chat.phone.first_name):
            assert PAINTING not in await chat.says("/upphandlingar")
            assert NOT_FOUND in await chat.presses_forged(data(PROCUREMENT, one))
    with each(subtests, "whatever a button carries"):
        for code in (*OF_ONE, codes.LIST, codes.DECIDED, codes.ADD, codes.CHANGE, codes.SEND_FILE):
            assert NOT_FOUND in await city.matcher_a.presses_forged(data(code, one, 0)), code
    with each(subtests, "and what isn't planned is found by nobody"):
        await has_contract(city)
        await city.coordinator.says("/upphandlingar")
        for code in OF_ONE:
            assert NOT_FOUND in await city.coordinator.presses_forged(data(code, one + 1, 0)), code


async def test_the_decision_comes_back_with_the_contract(city: City, subtests: pytest.Subtests) -> None:
    await has_planned(
        city, "Måleritjänster 2027", trade=Trade.PAINTING, months=24, headcount=4, registry_number="KS 2026/17"
    )
    karin = city.coordinator
    await karin.says("/upphandlingar")
    await karin.presses("Måleritjänster 2027")
    await decides(karin)
    decided = f"Dialogkrav: praktikplats eller lärlingsplats\nVarför: {WHY}\nBeslutat 23 nov 2026 av Karin Ek."
    await has_contract(city, number="KS 2026/17", people=("Mira Holm",))
    with each(subtests, "the procurement is planned no more, and its card leads to the contract"):
        card = await karin.presses_forged(data(PROCUREMENT, 1))
        assert "Det blev avtal\nKS 2026/17 Målning av skolor, Exempelmåleriet AB" in card
        assert decided in card
        assert "Besluta" not in " ".join(karin.buttons)
        assert "inga planerade upphandlingar" in await karin.says("/upphandlingar")
        assert (await karin.presses_forged(data(codes.DECIDE, 1))).startswith("Det har ändrats under tiden.")
    with each(subtests, "so does the contract's card tell it, to those who lead"):
        contract = await karin.presses("KS 2026/17")
        assert f"Beslut om sociala krav\n{decided}" in contract
        assert "Beslut om sociala krav" not in await city.maleri.says("/avtal")
    with each(subtests, "and its dossier"):
        await karin.presses("Akt och dokument")
        await karin.presses("Gör en akt")
        said = text_of(file_of(city, last_document(karin)))
        for words in ("Beslut om sociala krav", WHY, "Beslutat 23 november 2026 av Karin Ek", "Stegets råd då"):
            assert words in said
        assert "Upphandlingen · beslut om sociala krav: Karin Ek" in said


async def test_a_contract_that_came_before_the_number_was_written_is_joined_by_a_leader(
    city: City, subtests: pytest.Subtests
) -> None:
    await has_planned(city, FENCING, months=24, headcount=3)
    await has_contract(city, number="KS 2026/17", people=("Mira Holm",))
    await has_contract(city, number="KS 2026/18", title="Golv")
    karin = city.coordinator
    await karin.says("/upphandlingar")
    await karin.presses(FENCING)
    await decides(karin)
    with each(subtests, "the contracts that nobody planned are offered, and found by their number"):
        assert "Vilket avtal blev det av Stängsel?" in await karin.presses("Avtalet finns redan")
        assert karin.buttons[0] == "1. KS 2026/18 Golv"
        assert "Jag hittar inget sådant avtal" in await karin.says("KS 2026/99")
        assert "Avtal: KS 2026/17 Målning av skolor" in await karin.says("ks2026/17")
    with each(subtests, "then they are one, with the decision, and nothing else is moved"):
        card = await karin.presses("De hör ihop")
        assert "Diarienummer: KS 2026/17\n\nDet blev avtal\nKS 2026/17 Målning av skolor, Exempelmåleriet AB" in card
        assert f"Varför: {WHY}" in await karin.presses("KS 2026/17 Målning av skolor")
        listed = await karin.says("/avtal")
        assert "KS 2026/17" in listed
        assert "KS 2026/18" in listed
        assert await recorded(city, LedgerEvent.PROCUREMENT_JOINED) == ["KS 2026/17"]


async def test_ten_stand_on_a_page_and_the_way_back_leads_there(city: City) -> None:
    for number in range(11):
        await has_planned(city, f"Upphandling {number}", months=number, headcount=3)
    ingrid = await city.person("Ingrid Berg", Role.COORDINATOR, language=Language.ENGLISH)
    first = await ingrid.says("/procurements")
    assert first.startswith("Planned procurements (11)\nFirst come those where social requirements give most.")
    assert "1. Upphandling 10\nLong enough, more than one is needed. Advice: dialogue clause" in first
    assert "Page 1 of 2" in first
    assert "11" not in " ".join(ingrid.buttons[:10])
    assert "1. Upphandling 0" in await ingrid.presses("Next page")
    assert "Other contributions than places suit. Advice: dialogue clause" in await ingrid.presses("Upphandling 0")
    assert "Page 2 of 2" in await ingrid.presses("To the list")
