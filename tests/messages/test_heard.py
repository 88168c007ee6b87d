"""What texts are taken for by their words alone."""

import time
import unicodedata
from collections.abc import Callable
from typing import Any

from domain.command import Command
from domain.slot import SlotKind
from domain.typed_number import understood_number
from messages.heard import ANYTHING, KindWord, is_question, kind_named, kind_word, offered
from messages.menu import BACK, START, CommandMeant, command_meant

KIND_WORDS = {
    KindWord.THANKS: (
        *(
            "tack",
            "Tack!",
            "TACK",
            "tackar",
            "Tack så mycket!",
            "tusen tack 🙏",
            "Tack för hjälpen",
            "ok tack",
            "🙏",
            "❤️",
        ),
        *(
            "thanks",
            "Thank you!",
            "thx",
            "thank you so much",
            "Thanks for the help",
            "Hej! Tack för svaret",
            "Tack Anna",
            "Tack Anna Lind",
            "Tack så mycket Anna!",
            "thank you Anna",
            "takc",
            "tack så mycekt",
            "tackkk",
            "tack för mötet",
            "thakns",
            "Thanks for the quick reply",
        ),
    ),
    KindWord.GREETING: (
        *("hej", "Hej!", "Hej hej", "hejsan", "Hallå?", "God morgon", "goddag", "tjena", "Hej Steget", "👋"),
        *("hi", "Hello!", "hey", "Good morning", "Hej Anna!"),
        *("gomorron", "God morgon Anna", "hi everyone", "heeej", "hejasn", "Hej alla", "hi there"),
    ),
    KindWord.AGREEMENT: (
        *(
            "ok",
            "OK!",
            "Okej",
            "okey",
            "okej då",
            "bra",
            "Jättebra!",
            "Perfekt",
            "toppen",
            "super",
            "👍",
            "👍🏽",
            "👌👌",
            "😊",
        ),
        *("låter bra", "Det låter bra!", "jag förstår", "mm", "Great", "Got it", "sounds good", "okay", ":)"),
        *("okje", "pefekt", "lungt", "okkk", "Vad roligt!", "Vad roligt att höra", "How nice!"),
    ),
    KindWord.FAREWELL: (
        "hej då",
        "Hejdå!",
        "vi hörs",
        "ha en bra dag",
        "Trevlig helg!",
        "mvh",
        "bye",
        "See you later",
        "hej då Anna",
    ),
}
NO_KIND_WORDS = (
    *(
        "ja",
        "nej",
        "Centrum",
        "Haga",
        "Bra väg 3",
        "Tackjärnsgatan 2 i Råå hamn",
        "😡",
        "👎",
        "",
        "!!",
        "2",
        "så",
        "det",
    ),
    *(
        "Tack men vi har ingen plats just nu",
        "Hej, vi kan ta emot en praktikant",
        "Okej, vi börjar klockan 6",
        "x" * 600,
    ),
    *(
        "tack men nej",
        "tack nej",
        "Tack Nej",
        "hej nej",
        "tack för måleri",
        "Hej Måleri",
        "tack vare er",
        "tack tyvärr",
    ),
    *("hej vi kommer", "tack jag kommer", "hej imorgon", "hi who pays?", "hi who pays", "hi help", "hello what now"),
    *("ok men", "ok vem", "bra fråga", "tak", "Taket", "Karm", "plåt", "upprättat", "snålt", "Heja", "kkk", "tanks"),
    *("Tack Fredag", "Hej Parkering?", "Hej Avbryt", "Tack Kan Komma"),
)
"""More is said, or something else that is near: nothing of it may be swallowed."""
OFFERS = {
    SlotKind.INTERNSHIP: (
        *(
            "vi kan ta emot en praktikant",
            "Vi tar gärna emot praktikanter!",
            "Hej, vi vill ha en praktikant",
            "praktikant",
        ),
        *("Vi har en praktikplats", "vi söker praktikanter", "Kan vi få en praktikant?", "2 praktikplatser", "praktik"),
        *(
            "Hej! Vi på Exempelmåleriet kan ta emot två praktikanter till våren.",
            "we can take an intern",
            "an internship",
        ),
        *("We'd like to host an intern", "vi har plats för en praktikant", "Jag skulle vilja ha en praktikant"),
    ),
    SlotKind.APPRENTICESHIP: (
        *("vi behöver en lärling", "Vi kan ta in en lärling", "vi kan ta emot tva larlingar", "en lärling till"),
        *("We need an apprentice", "vi erbjuder en lärlingsplats"),
    ),
    SlotKind.EMPLOYMENT: ("vi vill anställa någon", "vi har en ledig tjänst", "We want to hire someone"),
    SlotKind.MENTOR: ("jag kan vara mentor", "Vi kan ställa upp som yrkesmentorer", "I can be a mentor", "en mentor"),
    SlotKind.STUDY_VISIT: ("ni kan komma på studiebesök", "vi tar emot studiebesök", "You can come on a study visit"),
    SlotKind.LECTURE: ("vi kan hålla en föreläsning", "Jag kan föreläsa om måleri", "I can give a lecture"),
    ANYTHING: (
        "vi vill erbjuda en plats",
        "vi kan ta emot någon",
        "Vi vill hjälpa till",
        "vi kan ta emot en praktikant eller lärling",
        "kan ta 1 person från januari",
        "vi kan ta två personer",
    ),
}
SLIPPED_OFFERS = {
    SlotKind.INTERNSHIP: (
        *("Vi kan ta imot 1 pratikant", "pratikant", "vi söker en praktiaknt", "we can take an intenr"),
        *("jag undrar om vi kan få en praktikant", "kan vi ta emot en praktikant", "could we have an intern?"),
        "vi tar gärna två praktikanter",
    ),
    SlotKind.APPRENTICESHIP: (
        "vi tar gärna en lärling",
        "vi kan erbjuda lärlignsplats",
        "we would gladly take an apprentice",
    ),
    SlotKind.EMPLOYMENT: ("vi har jobb till en städare", "vi har jobb åt två målare", "we have work for a painter"),
    SlotKind.STUDY_VISIT: ("vill ni komma på studiebesök", "Ni får komma hit på studiebesök"),
}
"""With a slip, with other words for it, and as a wish with the verb first."""
NO_OFFERS = (
    *(
        "vi kan inte ta emot en praktikant",
        "Vi har ingen praktikplats",
        "praktikanten är sjuk",
        "we can't take an intern",
    ),
    *("vi har en praktikant som är sjuk", "När kommer praktikanten?", "Hur gör vi med en praktikant", "Centrum"),
    *(
        "Ja, vi börjar klockan 6.",
        "vi kan ta det på torsdag",
        "vår praktikant slutade i går",
        "hej",
        "vi kommer på torsdag",
    ),
    *(
        "kan ni ta emot en praktikant?",
        "kan ni ta emot en praktikant",
        "Hej, kan ni ta emot praktikanter",
        "har ni en lärling",
    ),
    *("ni kan ta emot praktikanter?", "ska vi ta emot en praktikant", "måste vi ta emot en praktikant"),
    *("undrar om ni kan ta emot en praktikant", "kan kommunen anställa någon", "can you take an intern", "do you hire"),
    *(
        "we can nto take an intern",
        "vi kan itne ta emot en praktikant",
        "vi tar gärna bort praktikplatsen",
        "vi vill ta tillbaka vår praktikplats",
    ),
    *("vi har jobb till torsdag", "vi tog emot en lärling", "vi behöver praktisk hjälp", "praktisk"),
)
QUESTIONS = (
    *("has the intern arrived", "när kommer ni", "Vad vill ni att vi gör", "Hej, vem betalar"),
    *(
        "hur gör jag?",
        "Hur gör jag",
        "vad händer nu?",
        "Vad händer nu",
        "Hej, hur funkar det här",
        "Finns det parkering?",
    ),
    *(
        "jag förstår inte",
        "Jag har en fråga",
        "undrar om ni får ringa",
        "vem ringer jag",
        "När kommer svaret?",
        "varför",
    ),
    *("How do I report", "what now?", "I don't understand", "Can you help me with this", "Kan jag prata med någon"),
    *(
        "kan man komma sent",
        "Kan vi byta dag",
        "hej kan jag få se avtalet",
        "har ni tid på fredag",
        "måste han ha skor",
    ),
    *(
        "kommer praktikanten i morgon",
        "är mötet flyttat",
        "är handskar obligatoriskt",
        "finns parkering",
        "ingår lunch",
    ),
    *("går det bra på fredag", "vet ni när", "får han lön", "är ni dar nu", "var ligger det", "hej vem"),
    *(
        "do you pay",
        "is lunch included",
        "is the meeting moved",
        "does he need shoes",
        "should we call",
        "will he come",
    ),
    *("vad bra är det", "how nice is it", "what a trainee earns"),
)
NO_QUESTIONS = (
    *("När ni vill", "när det passar", "vad ni vill", "When you like", "Vad gulligt!", "how very nice"),
    "Centrum",
    "när som helst",
    "hej",
    "Ja, på baksidan.",
    "var snäll",
    "2",
    "Vadstena",
    "Hurva",
    "vi kan börja kl 6",
    *("Vad kul att ni kan ta emot", "Vad synd!", "vad fint ni har det", "Vilken tur", "What a pity", "what great news"),
    *(
        "Är i Malmö",
        "är ute och målar",
        "Har någon som kan",
        "finns på plats",
        "behövs inte",
        "Ska jag göra",
        "Gör vi!",
    ),
    *("Har ni frågor så ring", "har det bra", "Får inte", "Behöver en målare", "Måste åka nu", "Tar det på måndag"),
    *("Will do", "is on the way", "Is not needed", "Do the painting", "have a nice day", "was ok", "Have the keys"),
)
COMMANDS: dict[Command | str, tuple[str, ...]] = {
    Command.HELP: (
        *(
            "/hjälp",
            "/hjalp",
            "/HJÄLP",
            "/Hjälp!",
            "/ hjälp",
            "\\hjälp",
            "／hjälp",
            "/help",
            "/hjalp@StegetBot",
            "/",
            "?",
        ),
        *(
            "hjälp",
            "Hjälp!",
            "hjalp",
            "help",
            "HELP",
            "meny",
            "Menyn",
            "/meny",
            "menu",
            "hjälp mig",
            "Vad kan jag göra?",
        ),
    ),
    Command.MEETINGS: ("/möten", "/moten", "möten", "Moten", "mina möten", "/meetings", "meetings", "/möte"),
    Command.LANGUAGE: ("/språk", "/sprak", "språk", "sprak", "byt språk", "/language", "language", "change language"),
    Command.REPORT: ("/rapportera", "rapportera", "Rapportera!", "/report", "report", "/ny plats"),
    Command.CANCEL: (
        "/avbryt",
        "avbryt",
        "Avbryt.",
        "stopp",
        "STOPP",
        "/stopp",
        "stop",
        "/stop",
        "cancel",
        "/cancel",
        "sluta",
    ),
    Command.SLOTS: ("/platser", "platser", "Platser", "lediga platser", "/slots", "slots", "mina platser"),
    Command.WISHES: ("/onskemal", "/önskemål", "önskemål", "mina önskemål", "/wishes", "wishes"),
    Command.CONTRACTS: ("/avtal", "avtal", "mina avtal", "/contracts", "contracts"),
    Command.PEOPLE: ("/personer", "personer", "/people"),
    Command.INVITE: ("/bjudin", "/bjud in", "/bjud_in", "bjudin", "/invite"),
    Command.IMPORT: ("/importera", "importera", "/import"),
    Command.ALERTS: ("/aviseringar", "aviseringar", "/alerts", "notiser"),
    Command.AWAY: ("/borta", "borta", "/away", "frånvaro"),
    START: ("/start", "start"),
    BACK: ("tillbaka", "/tillbaka", "gå tillbaka", "back", "/back"),
}
LOOSE_COMMANDS: dict[Command | str, tuple[str, ...]] = {
    Command.REPORT: (
        "raportera",
        "rapprotera",
        "/raportera",
        "jag vill rapportera",
        "Vi vill rapportera.",
        "I want to report",
    ),
    Command.HELP: ("hjäpl", "hjlp", "jag vill ha hjälp"),
    Command.MEETINGS: ("meetigns", "visa mina möten", "show my meetings", "jag vill se mina möten"),
    Command.SLOTS: ("platesr", "vill se platser"),
    Command.CONTRACTS: ("avtla", "visa avtal"),
    Command.LANGUAGE: ("sprka", "lagnuage", "jag vill byta språk"),
    Command.CANCEL: ("avbyrt", "avbryyt", "cancle"),
    Command.INVITE: ("vi vill bjuda in", "ivnite"),
    Command.IMPORT: ("imprtera", "importera tack"),
    Command.ALERTS: ("aviseirngar",),
}
"""With one slip in it, and behind a wish."""
NO_COMMANDS = (
    *(
        "rapporterna",
        "rapporterar",
        "personen",
        "platsen",
        "plaster",
        "palatser",
        "kontakt",
        "contacts",
        "spark",
        "slott",
    ),
    *("jag vill avbryta", "vi vill börja", "vi vill sluta", "jag vill ha semester", "vill ha möte", "vill ha avtal"),
    *("jag vill rapportera ett fel", "jag vill rapportera frånvaro", "jag vill", "visa", "hjälpa", "moteln", "Stoppen"),
    "hej",
    "Centrum",
    "Hjälp oss att måla",
    "Möten hos kunder",
    "24/11",
    "ja/nej",
    "\\o/",
    "",
    "stoppa tjuven",
)


PLACES = (
    *("Centrum", "Råå", "Backa", "Ed", "Ven", "När", "Vad", "Hjo", "Ale", "Haga", "Gamla stan", "Tackåsen", "Varberg"),
    *(
        "Marknadsplatsen",
        "Besöksparken",
        "Jobbtorget",
        "Mentorplan",
        "Stoppsladden",
        "Hisings Backa",
        "Old Town",
        "City",
    ),
    *("Rosengård", "Möllevången", "Hyllie", "Limhamn", "Husie", "Kirseberg", "Fosie", "Oxie", "Bunkeflo", "Värnhem"),
    *(
        "Husensjö",
        "Dalhem",
        "Drottninghög",
        "Fredriksdal",
        "Planteringen",
        "Söder",
        "Norr",
        "Tågaborg",
        "Pålsjö",
        "Berga",
    ),
    *(
        "Elineberg",
        "Ramlösa",
        "Raus",
        "Mariastaden",
        "Laröd",
        "Hittarp",
        "Domsten",
        "Allerum",
        "Ödåkra",
        "Påarp",
        "Mörarp",
    ),
    *("Majorna", "Angered", "Biskopsgården", "Frölunda", "Örgryte", "Askim", "Gamlestaden", "Lunden", "Kållered"),
    *(
        "Södermalm",
        "Kista",
        "Rinkeby",
        "Tensta",
        "Hammarby sjöstad",
        "Vällingby",
        "Farsta",
        "Älvsjö",
        "Hornstull",
        "Fruängen",
    ),
    *(
        "Vara",
        "Var",
        "Ar",
        "Kil",
        "Mora",
        "Sala",
        "Höör",
        "Hörby",
        "Ystad",
        "Åre",
        "Öja",
        "Hur",
        "Vem",
        "Harplinge",
        "Kan",
    ),
    *(
        "Skalunda",
        "Behovet",
        "Finnsta",
        "Gottsunda",
        "Fintorp",
        "Tackbo",
        "Hejdeby",
        "Hejnum",
        "Okome",
        "Lugnet",
    ),
    *(
        "Lugnvik",
        "Visby innerstad",
        "Stora Essingen",
        "Skall",
        "Skallberget",
        "Isby",
        "Canterbury hus",
        "Dosjö",
        "Arenavägen",
    ),
    *(
        "Personstorp",
        "Pratikbacken",
        "Avtalsvägen",
        "Språkgatan 4",
        "Menyhuset",
        "Bortaplan",
        "Mötesplatsen",
        "Rapporten",
    ),
    *("Är-området", "Kan 2", "Har by", "Ska industriområde", "Praktikum", "Lärlinge"),
)
"""Districts and towns, which look a little like something else."""


def read_wrong(read: Callable[[str], Any], right: dict[Any, tuple[str, ...]]) -> dict[str, Any]:
    """The texts that are taken for something else, in either form of their letters."""
    texts = {form: meant for meant, all_ in right.items() for text in all_ for form in both_forms(text)}
    return {text: read(text) for text, meant in texts.items() if read(text) != meant}


def both_forms(text: str) -> tuple[str, str]:
    return unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)


def test_kind_words() -> None:
    assert read_wrong(kind_word, {**KIND_WORDS, None: NO_KIND_WORDS}) == {}


def test_a_text_that_can_be_read_in_very_many_ways_is_read_in_no_time() -> None:
    hostile = ["tack så mycket " * 270 + "x", "hej då " * 500 + "x", "nr " * 1300, "hej " * 1000, "# " * 2000]
    begun = time.process_time()
    for text in hostile:
        for read in (kind_word, is_question, offered, kind_named, command_meant, understood_number):
            assert not read(text) or read is kind_word
    assert time.process_time() - begun < 1


def test_one_that_is_the_whole_text_names_nobody() -> None:
    assert kind_word("Tack AB", is_whole=True) is None
    assert kind_word("Tack så mycket", is_whole=True) is KindWord.THANKS


def test_offers() -> None:
    assert read_wrong(offered, {**OFFERS, None: NO_OFFERS}) == {}
    assert read_wrong(offered, SLIPPED_OFFERS) == {}


def test_a_kind_that_is_asked_for_is_named_more_freely() -> None:
    named = {
        SlotKind.INTERNSHIP: ("praktik", "en praktikant", "Intern", "pratikant", "praktk"),
        SlotKind.MENTOR: ("mentor", "en yrkesmentor"),
        None: ("vad som helst", "ingen praktik", "praktik eller besök", "2"),
    }
    assert read_wrong(kind_named, named) == {}


def test_questions() -> None:
    assert read_wrong(is_question, {True: QUESTIONS, False: NO_QUESTIONS}) == {}


def test_commands() -> None:
    def meant(text: str) -> Command | str | None:
        found = command_meant(text)
        return found.command if found else None

    assert read_wrong(meant, {**COMMANDS, None: NO_COMMANDS}) == {}
    assert read_wrong(meant, LOOSE_COMMANDS) == {}


def test_a_place_is_none_of_these() -> None:
    for read in (kind_word, offered, command_meant):
        assert read_wrong(read, {None: PLACES}) == {}
    assert read_wrong(is_question, {False: PLACES}) == {}


def test_what_begins_with_a_slash_is_a_command_even_if_there_is_none_of_that_name() -> None:
    assert command_meant("/xyz") == command_meant("/2") == command_meant("/hjälpa till") == CommandMeant(None)
    assert command_meant("/language english") == CommandMeant(Command.LANGUAGE, "english")
    assert command_meant("/start aB-3_x") == CommandMeant(START, "aB-3_x")
    assert command_meant("/bjud in Kalle") == CommandMeant(Command.INVITE, "Kalle")
