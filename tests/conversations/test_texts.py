"""What people write is taken for what they mean, row by row of the table (docs/decisions/0023)."""

import unicodedata

import pytest
from sqlalchemy import select

from storage.slots.inquiry import Inquiry
from tests.chat import Chat
from tests.city import City
from tests.conversations.inquiries import ask, asked
from tests.each import each
from tests.handlers.looks import looks
from tests.scale.statements import counted

AREA = "Var är arbetsplatsen?"


async def at_area(city: City) -> None:
    """Where a supplier's own words are the answer."""
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2")


async def areas(city: City) -> list[str]:
    return [slot.area for slot in await city.slots()]


def before_last(chat: Chat) -> str:
    return chat.received[-2].words


async def test_a_personal_number_comes_before_all_else(city: City) -> None:
    said = await city.maleri.says("/hjalp 850709-9805")
    assert said.startswith("Det såg ut som ett personnummer")
    assert not any("850709" in (message.text or "") for message in city.maleri.phone.messages)


async def test_a_command_is_never_an_answer_however_it_is_spelt(city: City, subtests: pytest.Subtests) -> None:
    await at_area(city)
    answered = {
        "Det här kan du göra": (
            "/hjälp",
            unicodedata.normalize("NFD", "/hjälp"),
            "hjälp",
            "\u200b/hjälp",
            "Meny",
            "help",
        ),
        "möten": ("/möten", "möten"),
        "Vilket språk": ("/språk", "Språk"),
        "Det kommandot finns inte.": ("/xyz", "/Centrum"),
    }
    for answer, texts in answered.items():
        for text in texts:
            with each(subtests, text):
                said = await city.maleri.says(text)
                assert answer in before_last(city.maleri)
                assert AREA in said
    await city.maleri.says("tillbaka")
    assert "Steg 3 av 6" in city.maleri.last_text
    await city.maleri.says("/stopp")
    assert city.maleri.last_text.startswith("Avbrutet.")
    assert "Det finns inget att avbryta." in await city.maleri.says("stopp")


async def arrives(city: City, text: str) -> None:
    """As Telegram hands a text over, whatever signs are in it, with nothing marked as a command."""
    said = {"message_id": 900, "date": 1, "chat": city.maleri.phone.description, "from": city.maleri.phone.user}
    city.telegram.pushes({"message": said | {"text": text}})
    await city.settled()


async def test_a_command_without_its_mark_is_one_too(city: City) -> None:
    await at_area(city)
    for text in ("/hjälp", "\ufeff/hja\u0308lp", "/\u200bhjälp"):
        await arrives(city, text)
        assert "Det här kan du göra" in before_last(city.maleri)
        assert AREA in city.maleri.last_text


async def test_a_text_is_kept_with_whole_letters_and_nothing_unseen(city: City) -> None:
    await at_area(city)
    await arrives(city, "Ra\u030aa\u030a\u200b hamn\ufeff")
    await city.maleri.answers("2", "2", "1")
    assert await areas(city) == ["Råå hamn"]


async def test_a_word_that_is_also_a_command_gives_way_to_an_answer_in_own_words(city: City) -> None:
    await at_area(city)
    await city.maleri.answers("Centrum", "2", "2")
    await city.maleri.presses("Berätta mer")
    await city.maleri.presses("Titel")
    await city.maleri.says("Möten")
    assert "Titel (ifyllt)" in " ".join(city.maleri.buttons)
    await city.maleri.presses("Titel")
    assert "Det här kan du göra" not in await city.maleri.says("Platser")
    await city.maleri.presses("Titel")
    await city.maleri.says("meny")
    assert "Det här kan du göra" in before_last(city.maleri)


async def test_an_answer_to_something_else_is_no_area(city: City, subtests: pytest.Subtests) -> None:
    await at_area(city)
    for text in ("ja", "Nej!", "Japp", "yes", "Svara", "Kommer", "Kan inte", "Jag tar den", "Vet inte", "Fel person"):
        with each(subtests, text):
            said = await city.maleri.says(text)
            assert said.startswith("Jag förstod inte området.")
            assert AREA in said
    assert "När är första dagen?" in await city.maleri.says("Jakobsberg")


async def test_a_kind_word_gets_one_back_and_answers_nothing(city: City, subtests: pytest.Subtests) -> None:
    for text, answer in {"tack": "Varsågod!", "Hej!": "Hej!", "ok": "Bra!", "👍": "Bra!", "hej då": "Hej då!"}.items():
        with each(subtests, text):
            said = await city.maleri.says(text)
            assert said.startswith(answer)
            assert "/rapportera" in said
    await at_area(city)
    for text, answer in {"tack": "Varsågod!", "Hej": "Hej!", "Okej": "Bra!", "👍": "Bra!", "Tack Anna": "Vars"}.items():
        with each(subtests, f"{text} in a form"):
            said = await city.maleri.says(text)
            assert said.startswith(answer)
            assert AREA in said
    await city.maleri.answers("Centrum", "2", "2", "1")
    assert await areas(city) == ["Centrum"]


async def test_numbers_and_labels_answer_a_form(city: City) -> None:
    await city.maleri.says("/rapportera")
    for text, then in {
        "praktik": "Vilken bransch",
        "3\ufe0f\u20e3": "Hur många kan börja hos er?",
        "Tillbaka": "Vilken bransch",
        "maleri": "Hur många kan börja hos er?",
        "två": AREA,
        "Råå": "När är första dagen?",
        "nästa arbetsdag": "När är sista dagen?",
        "tvåan": "Stämmer det?",
    }.items():
        assert then in await city.maleri.says(text), text
    assert "Antal: 2 platser" in city.maleri.last_text
    assert "Bransch: Måleri" in city.maleri.last_text
    assert (await city.maleri.says("skicka!")).startswith("Tack! Erbjudandet är skickat.")
    assert await areas(city) == ["Råå"]


@pytest.mark.parametrize("label", ["Jag tar den", "1. jag tar den 👍", "1\ufe0f\u20e3", "ettan", "I'll take it"])
async def test_a_label_or_a_number_presses_the_latest_button_that_bears_it(city: City, label: str) -> None:
    await city.maleri.reports_internship()
    assert (await city.matcher_a.says(label)).startswith("Du har tagit den.")


async def somebody_has_begun(city: City) -> None:
    """Anna has said so, and Mira is asked whether it is right."""
    await city.maleri.reports_internship()
    for said in ("Jag tar den", "/platser", "1", "Någon har börjat", "I dag", "Ny person i år"):
        await city.matcher_a.says(said)
    assert city.maleri.buttons == ["1. Ja", "2. Nej"]


async def test_a_yes_presses_the_button_that_says_so(city: City) -> None:
    await somebody_has_begun(city)
    assert (await city.maleri.says("Japp!")).startswith("Tack! Då är starten bekräftad.")


async def test_a_yes_answers_only_what_was_read_last(city: City) -> None:
    await somebody_has_begun(city)
    await city.maleri.reports_internship(area="Norr")
    await ask(city, "När är lunchen?")
    assert city.maleri.buttons == ["1. Svara"]
    assert "Är det svaret till Anna Lind?" in await city.maleri.says("Ja")


async def test_an_offer_in_words_gets_the_button_that_begins_it(city: City, subtests: pytest.Subtests) -> None:
    for text, label in {
        "vi kan ta emot en praktikant": "Erbjud praktikplats",
        "Vi behöver en lärling": "Erbjud lärlingsplats",
        "jag kan vara mentor": "Erbjud yrkesmentor",
        "ni kan komma på studiebesök": "Erbjud studiebesök",
        "Vi kan hålla en föreläsning": "Erbjud föreläsning",
        "vi kan hjälpa till": "Erbjud något",
    }.items():
        with each(subtests, text):
            await city.maleri.says(text)
            assert city.maleri.buttons[0] == f"1. {label}"
    assert (await city.maleri.says("vi vill hjälpa till")).startswith("Så kan ett företag bidra")
    assert "Jag förstod" in await city.maleri.says("vi kan inte ta emot en praktikant")
    assert "Jag förstod" in await city.matcher_a.says("vi kan ta emot en praktikant")
    await city.maleri.presses("Erbjud lärlingsplats")
    assert "Vilken bransch gäller det?" in city.maleri.last_text
    await city.maleri.answers("1", "2")
    said = await city.maleri.says("vi kan ta emot en praktikant")
    assert AREA in said
    await city.maleri.answers("Råå", "2", "2", "1")
    assert [(slot.kind, slot.area) for slot in await city.slots()] == [("apprenticeship", "Råå")]


NAMED_SO = (
    *("Rosengård", "Husensjö", "Drottninghög", "Planteringen", "Kista", "Gamlestaden", "Vara", "Hejdeby", "Tackåsen"),
    *("Ska industriområde", "Raporterberget", "Avtla", "Takc", "Pefekt", "Tack vare centrum"),
)
"""Places, and what is near to a command or a kind word: as an answer it stays as it is."""


async def test_an_area_is_an_area_whatever_it_is_near_to(city: City) -> None:
    for place in NAMED_SO:
        await at_area(city)
        assert "När är första dagen?" in await city.maleri.says(place), place
        await city.maleri.says("/avbryt")


OWN_WORDS = (
    *("Kan man måla ute", "Tack vare er målar vi", "Är det kallt inne", "Vi tar gärna en lärling", "raportera skador"),
    *("Raportera", "Jag vill rapportera", "takc", "har ni skor tar vi resten", "Hej måleri"),
)
"""What would be a question, an offer, a command or a kind word where no form asks for words."""


async def test_a_text_of_ones_own_is_kept_whatever_it_is_like(city: City, subtests: pytest.Subtests) -> None:
    await at_area(city)
    await city.maleri.answers("Centrum", "2", "2")
    await city.maleri.presses("Berätta mer")
    for text in OWN_WORDS:
        with each(subtests, text):
            await city.maleri.presses(next(each for each in city.maleri.buttons if "Titel" in each).split(". ", 1)[-1])
            await city.maleri.says(text)
            assert "Titel (ifyllt)" in " ".join(city.maleri.buttons)


async def test_what_a_form_cannot_take_may_have_a_slip_in_it(city: City) -> None:
    await city.maleri.says("/rapportera")
    assert "Vilken bransch" in await city.maleri.says("pratikplats")
    await city.maleri.says("avbyrt")
    assert city.maleri.last_text.startswith("Avbrutet.")
    await at_area(city)
    assert "När är första dagen?" in await city.maleri.says("Råå")
    await city.maleri.says("Takc")
    assert before_last(city.maleri).startswith("Varsågod!") or city.maleri.last_text.startswith("Varsågod!")
    await city.maleri.says("2 st")
    assert "När är första dagen?" in city.maleri.last_text


async def test_more_than_a_kind_word_is_not_swallowed(city: City, subtests: pytest.Subtests) -> None:
    for text in ("tack men nej", "tack för måleri", "hej imorgon"):
        with each(subtests, text):
            assert "Jag förstod tyvärr inte" in await city.maleri.says(text)
    for text in ("hi when do they pay the invoice?", "kan ni ta emot en praktikant?"):
        with each(subtests, text):
            assert "040-628 04 00" in await city.maleri.says(text)


async def test_a_question_gets_the_way_to_an_answer(city: City, subtests: pytest.Subtests) -> None:
    for text in ("hur gör jag?", "Vad händer nu", "jag förstår inte", "Finns det parkering?"):
        with each(subtests, text):
            said = await city.maleri.says(text)
            assert "Fråga gärna en människa. Exempelstad: 040-628 04 00" in said
            assert "ingen har läst det" not in said
    await at_area(city)
    assert AREA in await city.maleri.says("hur gör jag?")
    assert "Fråga gärna en människa." in before_last(city.maleri)
    await city.maleri.answers("Centrum", "2", "2", "1")
    assert await areas(city) == ["Centrum"]


async def answer_kept(city: City) -> list[str | None]:
    return list(await city.asks(lambda session: session.scalars(select(Inquiry.answer).order_by(Inquiry.id))))


async def test_the_answer_to_a_matchers_question_is_asked_about_where_it_is_no_reply(city: City) -> None:
    await asked(city, "När börjar ni?")
    said = await city.maleri.says("Ja, vi börjar klockan 6.")
    assert "Är det svaret till Anna Lind?" in said
    assert city.maleri.buttons[:2] == ["1. Skicka", "2. Nej"]
    assert not city.matcher_a.last_text.startswith("Mira Holm har svarat.")
    await city.maleri.presses("Skicka")
    assert city.maleri.last_text.startswith("Tack! Svaret är skickat till Anna Lind.")
    assert city.matcher_a.last_text.startswith("Mira Holm har svarat.\nJa, vi börjar klockan 6.")
    assert "Jag förstod tyvärr inte" in await city.maleri.says("Vi har varit ute och målat.")


@pytest.mark.parametrize(("meant", "answers"), [("ja", ["klockan 6"]), ("nej", [None]), ("Nej", [None])])
async def test_whether_it_is_the_answer_can_be_written_too(city: City, meant: str, answers: list[str]) -> None:
    await asked(city, "När börjar ni?")
    await city.maleri.says("klockan 6")
    await city.maleri.says(meant)
    assert await answer_kept(city) == answers
    if meant != "ja":
        assert city.maleri.last_text.startswith("Avbrutet. Inget skickades.")


async def test_what_waits_for_an_answer_takes_no_greeting_and_nothing_secret(city: City) -> None:
    await asked(city, "När börjar ni?")
    assert (await city.maleri.says("Tack!")).startswith("Varsågod!")
    assert "Skriv inga telefonnummer här." in await city.maleri.says("Ring Eva på 070-174 06 35")
    assert not any("070-174" in (message.text or "") for message in city.maleri.phone.messages)
    assert "Är det svaret till Anna Lind?" in await city.maleri.says("Okej")
    await city.maleri.says("1")
    assert await answer_kept(city) == ["Okej"]


async def test_in_the_supplier_s_own_answer_ok_is_one_but_thanks_is_not(city: City) -> None:
    await asked(city, "Kan ni börja klockan 6?")
    await city.maleri.presses("Svara")
    assert (await city.maleri.says("tack")).startswith("Varsågod!")
    await city.maleri.says("ok")
    assert await answer_kept(city) == ["ok"]


async def test_a_typed_answer_asks_the_database_no_more_than_before(city: City) -> None:
    await at_area(city)
    with counted() as statements:
        await city.maleri.says("Råå hamn")
    assert looks(statements) == 1
    assert not [each for each in statements if "FROM inquiry" in each]
    assert not [each for each in statements if "outbox.telegram_message_id DESC" in each]
