"""Numbers as people type them."""

import unicodedata

from domain.typed_number import understood_number

UNDERSTOOD: dict[str, int] = {
    **dict.fromkeys(("2", "2.", "2)", "(2)", " 2 ", "2!", "02", "nr 2", "Nr. 2", "nummer 2", "#2", "alternativ 2"), 2),
    **dict.fromkeys(("val 2", "svar 2", "knapp 2", "option 2", "number 2", "no. 2", "button 2", "choice 2"), 2),
    **dict.fromkeys(("2️⃣", "２", "②", "2 👍", "2 tack", "2, tack", "2 please", "2:an", "2an", "2a", "2nd"), 2),
    **dict.fromkeys(("två", "Två", "TVÅ!", "tva", "tvåan", "nr två", "två tack", "two", "number two"), 2),
    **dict.fromkeys(("den andra", "Det andra alternativet", "the second one", "the second"), 2),
    **dict.fromkeys(("en", "ett", "ettan", "one", "1", "1️⃣", "den första", "the first"), 1),
    "tre": 3,
    "trean": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "🔟": 10,
    "three": 3,
    "four": 4,
    "eight": 8,
    "ten": 10,
    "elva": 11,
    "tolv": 12,
    "femton": 15,
    "twelve": 12,
    "tjugo": 20,
    "tjugofem": 25,
    "tjugo fem": 25,
    "twenty-five".replace("-", " "): 25,
    "femtio": 50,
    "0": 0,
    "400": 400,
}
NO_NUMBERS = (
    *("", "två veckor", "2 veckor", "24/11", "2026-11-24", "13.30", "1.5", "1,5", "-2", "1 2", "1-2", "andra", "no"),
    *("nr", "första hjälpen", "en praktikant", "hundra", "Centrum", "tack", "den", "den blå", "Storgatan 2", "kl 10"),
    *("2 st", "2st", "två st", "3 stycken", "två stycken, tack", "nr 2 st"),
)


def test_a_number_is_understood_however_it_is_written() -> None:
    written = {form: number for text, number in UNDERSTOOD.items() for form in both_forms(text)}
    assert {text: understood_number(text) for text in written} == written


def test_what_is_not_surely_a_number_is_none() -> None:
    assert {text: understood_number(text) for text in NO_NUMBERS} == dict.fromkeys(NO_NUMBERS)


def both_forms(text: str) -> tuple[str, str]:
    """With whole letters, and with their dots and rings apart."""
    return unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
