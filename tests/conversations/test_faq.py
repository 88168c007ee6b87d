"""What is asked often: found by whatever people write, told with its day, and worded by those who lead."""

import pytest
from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.role import Role
from handlers.faq.codes import ADD, CHANGE, ENTRY, HIDE, HISTORY
from messages.button import data
from storage.ledger import LedgerRow
from tests.city import City
from tests.conversations.wording import worded
from tests.each import each

INSURANCE = "Är praktikanten försäkrad?"
PAID = "Vem betalar praktikanten?"


async def test_everybody_finds_an_answer_in_the_list(city: City, subtests: pytest.Subtests) -> None:
    for who, chat in (("supplier", city.maleri), ("matcher", city.matcher_a), ("coordinator", city.coordinator)):
        with each(subtests, who):
            listed = await chat.says("/fragor")
            assert listed.startswith("Det här frågar många\n\n1. Måste vi anställa någon?\n2. Vad räknas")
            assert "15. Det fungerar inte. Får vi avsluta?" in listed
            answer = await chat.says("6")
            assert answer.startswith(f"{INSURANCE}\nJa, i arbetspraktik genom Arbetsförmedlingen")
            assert "Stäm av med er handläggare eller CSR-samordnaren" in answer
            assert answer.endswith("Så här är det i november 2026.")
            assert "14. Varför får vi veta så lite" in await chat.presses("Alla frågor")
    with each(subtests, "what holds for everybody is not to be confirmed"):
        assert "Stäm av" not in await city.maleri.presses("OSA")
    with each(subtests, "who only reads asks nobody, and changes nothing"):
        stina = await city.person("Stina Strid", Role.READER)
        assert PAID in await stina.says("vem betalar praktikanten?")
        assert stina.buttons == ["1. Alla frågor"]
    with each(subtests, "in the reader's language"):
        await city.matcher_a.says("/sprak")
        await city.matcher_a.presses("English")
        assert (await city.matcher_a.says("/faq")).startswith("This is what many ask\n\n1. Must we hire somebody?")
        assert "This is how it is in November 2026." in await city.matcher_a.presses("Insurance")


async def test_what_is_looked_for_is_answered_at_once(city: City, subtests: pytest.Subtests) -> None:
    mira = city.maleri
    with each(subtests, "behind the command, however it is put"):
        assert (await mira.says("/fragor lön")).startswith(PAID)
        assert (await mira.says("/faq försekring")).startswith(INSURANCE)
    with each(subtests, "the second best is a press away"):
        await mira.says("vilken försäkring betalar vi?")
        assert mira.last_text.startswith(INSURANCE)
        assert (await mira.presses("Vem betalar?")).startswith(PAID)
    with each(subtests, "what isn't there leads to a person"):
        said = await mira.says("/fragor blaj")
        assert said.startswith("Det hittar jag inget svar på.")
        assert "Exempelstad: 040-628 04 00" in said
        assert mira.buttons == ["1. Skicka frågan till kommunen", "2. Alla frågor"]
        assert "Fråga gärna en människa" in await city.matcher_a.says("/fragor blaj")
        assert city.matcher_a.buttons == ["1. Alla frågor"]


async def test_a_text_that_asks_it_is_answered_without_a_command(city: City, subtests: pytest.Subtests) -> None:
    mira = city.maleri
    for text, answer in (
        ("lön?", PAID),
        ("va blire om man int kommer på möte", "Vad händer om vi missar ett möte?"),
        ("kan vi anställa på osa", "Kan vi anställa på OSA?"),
        ("facket", "Behöver facket vara med?"),
        ("Hej! Is the trainee insured?", INSURANCE),
    ):
        with each(subtests, text):
            assert (await mira.says(text)).startswith(answer)
    for text, answer in (
        ("hej", "Hej!"),
        ("tack så mycket", "Varsågod!"),
        ("Vi kan ta emot en praktikant under 18 år", "Så bra!\nTryck på knappen"),
        ("var ställer man bilen?", "Det kan jag tyvärr inte svara på."),
        ("blaj", "Jag förstod tyvärr inte."),
    ):
        with each(subtests, f"not for {text}"):
            assert (await mira.says(text)).startswith(answer)
    with each(subtests, "what it is no answer to can be sent to the city"):
        await mira.says("var ställer man bilen?")
        assert mira.buttons == ["1. Skicka frågan till kommunen"]


async def test_an_open_form_keeps_what_can_be_its_answer(city: City, subtests: pytest.Subtests) -> None:
    mira = city.maleri
    await mira.says("/rapportera")
    await mira.answers("1", "1", "2")
    with each(subtests, "an area may be called so"):
        assert "Steg 5 av 6" in await mira.says("Facket")
    with each(subtests, "where a day is asked for, a question is answered, and asked again below"):
        await mira.says("hur länge får en praktik vara?")
        assert mira.received[-2].words.startswith("Hur länge får en praktik vara?")
        assert "Steg 5 av 6" in mira.last_text


async def test_those_who_lead_word_it_and_what_it_said_before_stays(city: City, subtests: pytest.Subtests) -> None:
    karin, mira = city.coordinator, city.maleri
    await karin.says("/fragor försäkring")
    preview = await worded(karin, "Ja, alltid.\nFråga oss om du undrar.")
    with each(subtests, "it is read once more before everybody reads it"):
        assert preview.startswith("Ska det stå så här på svenska?\nAlla kan läsa det. Det som stod förut finns kvar")
        assert f"{INSURANCE}\nJa, alltid.\nFråga oss om du undrar." in preview
        assert "Ja, i arbetspraktik" in await mira.says("försäkring?")
    assert (await karin.presses("Spara")).startswith("Sparat. Så här läser alla det nu:")
    with each(subtests, "from then on everybody reads it"):
        assert (await mira.says("försäkring?")).startswith(f"{INSURANCE}\nJa, alltid.\nFråga oss")
    with each(subtests, "the other language is as it was"):
        await mira.says("/sprak")
        await mira.presses("English")
        assert "Yes, in a work placement" in await mira.says("insurance?")
    with each(subtests, "worded in English, it is shown in English, whatever its writer reads"):
        await karin.presses("Ändra")
        await karin.answers("På engelska", "Låt stå", "Yes, always.", "Nej, det gäller alla")
        assert karin.last_text.startswith("Ska det stå så här på engelska?")
        saved = await karin.presses("Spara")
        assert saved.startswith(
            "Sparat. Så här läser de som har valt engelska:\n\nIs the intern insured?\nYes, always."
        )
        assert "Yes, always." in await mira.says("insurance?")
    with each(subtests, "a new question is found by its own words, and shows in the list"):
        await karin.says("/fragor försäkring")
        await worded(karin, "Nej.", "Gäller stadens rekvisitor?")
        await karin.presses("Spara")
        assert "6. Gäller stadens rekvisitor?" in await karin.presses("Alla frågor")
        assert (await karin.says("rekvisitor?")).startswith("Gäller stadens rekvisitor?")
    with each(subtests, "who, when and what"):
        history = await karin.presses("Tidigare lydelser")
        assert "På svenska, 23 nov 2026, Karin Ek (gäller nu)\nGäller stadens rekvisitor?\nNej." in history
        assert "På svenska, 23 nov 2026, Karin Ek (gällde till 23 nov 2026)\nÄr praktikanten försäkrad?" in history
        assert "Ja, alltid." in history
        assert (await karin.presses("Till frågan")).startswith("Gäller stadens")
    with each(subtests, "the ledger has all three"):
        assert len(await recorded(city, LedgerEvent.FAQ_WRITTEN)) == 3


async def test_what_is_put_away_is_shown_to_nobody_until_it_is_back(city: City, subtests: pytest.Subtests) -> None:
    karin, mira = city.coordinator, city.maleri
    shown = await city.maleri.says("/fragor osa")
    await karin.says("/fragor osa")
    assert (await karin.presses("Dölj")).startswith("Dold: bara ni som kan ändra ser den.")
    with each(subtests, "neither in the list, nor by a search, nor by an old button"):
        assert "OSA" not in await mira.says("/fragor")
        assert "OSA" not in await mira.says("osa?")
        await mira.presses_forged(data(ENTRY, 13, 0))
        assert "OSA" not in mira.last_text
    with each(subtests, "but those who lead see it, and bring it back"):
        assert "13. Kan vi anställa på OSA? (dold)" in await karin.says("/fragor")
        await karin.presses("OSA")
        await karin.presses("Visa igen")
        assert await mira.says("/fragor osa") == shown
    with each(subtests, "pressed twice, it is told once"):
        await karin.presses("Dölj")
        assert len(await recorded(city, LedgerEvent.FAQ_HIDDEN)) == 2
        assert len(await recorded(city, LedgerEvent.FAQ_SHOWN)) == 1


async def test_the_city_adds_a_question_of_its_own(city: City, subtests: pytest.Subtests) -> None:
    karin, mira = city.coordinator, city.maleri
    await karin.says("/fragor")
    await karin.presses("Lägg till en fråga")
    with each(subtests, "too long is told, and what doesn't belong is not kept"):
        assert "Det blev för långt." in await karin.says("Var " * 60)
        assert "040" not in await karin.says("Ring 040-628 04 00?")
    await karin.says("Var kan våra\nlastbilar stå?")
    await karin.says("På gården bakom förrådet.")
    await karin.presses("Inte på engelska")
    await karin.presses("Nej, det gäller alla")
    await karin.presses("Spara")
    with each(subtests, "it is found, and stands last in the list"):
        assert (await mira.says("lastbilar?")).startswith("Var kan våra lastbilar stå?\nPå gården bakom förrådet.")
        assert "16. Var kan våra lastbilar stå?" in await mira.says("/fragor")
        assert (await mira.presses("Var kan våra lastbilar stå?")).startswith("Var kan våra lastbilar")
    with each(subtests, "who reads English gets it in Swedish, and is told so"):
        await mira.says("/sprak")
        await mira.presses("English")
        said = await mira.says("lastbilar?")
        assert "På gården bakom förrådet.\n\nThe answer is there in Swedish only.\nThis is how it is in Nov" in said
    with each(subtests, "until there is English too"):
        await karin.says("/fragor lastbilar")
        await karin.presses("Ändra")
        await karin.presses("På engelska")
        assert karin.buttons == ["Tillbaka", "Avbryt"]
        await karin.says("Where can our lorries stand?")
        await karin.says("In the yard.")
        await karin.presses("Nej, det gäller alla")
        await karin.presses("Spara")
        assert (await mira.says("lorries?")).startswith("Where can our lorries stand?\nIn the yard.\n\nThis is how")


async def test_in_both_languages_at_once(city: City) -> None:
    karin = city.coordinator
    await karin.says("/fragor")
    await karin.presses("Lägg till en fråga")
    for words in ("Var står lastbilen?", "På gården.", "Where does the lorry stand?", "In the yard."):
        await karin.says(words)
    preview = await karin.presses("Ja, det ska stämmas av")
    assert "På gården.\nStäm av med er handläggare" in preview
    assert "Where does the lorry stand?\nIn the yard.\nStäm av" in preview
    await karin.presses("Spara")
    assert "Stäm av" in await city.maleri.says("lastbilen?")


async def test_nobody_else_changes_anything(city: City, subtests: pytest.Subtests) -> None:
    for who, chat in (("supplier", city.maleri), ("matcher", city.matcher_a)):
        await chat.says("/fragor")
        for carried in (data(CHANGE, 1, 0), data(HIDE, 1, 0), data(ADD), data(HISTORY, 1, 0)):
            with each(subtests, f"{who} {carried}"):
                assert "Det finns inte längre" in await chat.presses_forged(carried)
    with each(subtests, "nor what isn't there"):
        await city.coordinator.says("/fragor")
        for carried in ("fqe:g:0", "fqe:0:9", "fqe", "fqc:0:0"):
            assert "Det finns inte längre" in await city.coordinator.presses_forged(carried), carried


async def recorded(city: City, event: LedgerEvent) -> list[str | None]:
    found = await city.asks(lambda session: session.scalars(select(LedgerRow.about).where(LedgerRow.event == event)))
    return list(found)
