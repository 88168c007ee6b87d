"""What is asked often is found by whatever people write, and nothing is found by what asks for none of it."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from domain.faq import AskedOften, FaqCode, FaqKey, FaqWording
from domain.faq_search import best
from messages.faq.brought_along import brought_along
from tests.each import each

SAID = tomllib.loads((Path(__file__).parent / "said.toml").read_text(encoding="utf-8"))
NOTHING = SAID.pop("none")

MOST_MISSED, MOST_MISTAKEN = 0.03, 0.01
"""So large a share may not be among the first two; and so much that asks for nothing may be answered."""

DAY = date(2026, 11, 30)


def found(text: str, *own: AskedOften) -> list[FaqCode | None]:
    return [each.key.code for each in best((*brought_along(), *own), text)]


def parking(number: int = 1) -> AskedOften:
    return AskedOften(
        FaqKey(id=number), FaqWording("Var kan våra lastbilar stå?", "På gården.", DAY), english=None, is_citys=True
    )


def test_what_people_say_for_it_is_among_the_first_two() -> None:
    said = [(FaqCode(code), text) for code, texts in SAID.items() for text in texts]
    missed = [f"{code}: {text}" for code, text in said if code not in found(text)[:2]]
    assert len(missed) <= MOST_MISSED * len(said), missed
    assert {code for code, _ in said} == set(FaqCode)


def test_what_asks_for_nothing_in_the_list_is_not_answered() -> None:
    mistaken = [text for text in NOTHING if found(text)]
    assert len(mistaken) <= MOST_MISTAKEN * len(NOTHING), mistaken


def test_other_texts_that_people_write_are_left_alone() -> None:
    table = tomllib.loads((Path(__file__).parents[1] / "texts" / "as_people_write.toml").read_text(encoding="utf-8"))
    others = {entry["text"] for kind in ("day", "time", "number", "kind") for entry in table[kind]}
    offers = {entry["text"] for entry in table["offer"] if entry["right"] != "none"}
    written = others | offers
    mistaken = [text for text in written if found(text)]
    assert len(mistaken) <= MOST_MISTAKEN * len(written), mistaken


def test_each_question_finds_itself_in_both_languages() -> None:
    for entry in brought_along():
        for wording in entry.wordings:
            assert found(wording.question)[0] == entry.key.code, wording.question


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FÖRSÄKRING!!!", FaqCode.INSURANCE),
        ("försäkrningen", FaqCode.INSURANCE),
        ("belastningsreg", FaqCode.RECORD_EXTRACT),
        ("praktiklön", FaqCode.WHO_PAYS),
        ("moste vi anstelle", FaqCode.MUST_WE_HIRE),
        ("Hej Anna! Hoppas allt är bra. En sak vi undrar över här på firman: behöver facket vara med?", FaqCode.UNION),
    ],
    ids=["capitals", "a slip", "cut short", "a compound", "dialect", "a long text"],
)
def test_it_is_found_however_it_is_written(text: str, code: FaqCode) -> None:
    assert found(text)[:1] == [code]


def test_what_the_city_adds_is_found_by_its_own_words(subtests: pytest.Subtests) -> None:
    with each(subtests, "by a word that only it has"):
        assert best((*brought_along(), parking()), "lastbil?") == (parking(),)
    with each(subtests, "not by words that are in every text"):
        assert parking() not in best((*brought_along(), parking()), "var kan vi äta?")
    with each(subtests, "also where it is about what else is none of the list's matters"):
        invoices = replace(parking(), swedish=FaqWording("Vart skickar vi fakturan?", "Hit.", DAY))
        assert best((*brought_along(), invoices), "faktura?") == (invoices,)
        assert best(brought_along(), "vem betalar fakturan?") == ()
    with each(subtests, "nor where it is put away"):
        assert best((replace(parking(), is_hidden=True),), "lastbil?") == ()


def test_somebody_who_looks_gets_what_fits_a_little() -> None:
    long = FaqWording("Var kan våra lastbilar stå när de lämnar material på skolor?", "På gården.", DAY)
    entries, words = (*brought_along(), replace(parking(), swedish=long)), "när kommer lastbilarna med fönstren"
    assert best(entries, words) == ()
    assert best(entries, words, is_looked_for=True) == (entries[-1],)


def test_a_statement_needs_more_than_a_word_that_is_like_another() -> None:
    assert found("vi har fackliteratur")[:1] == []
    assert found("har ni fackklubb?")[:1] == [FaqCode.UNION]


def test_thanks_are_no_question_whatever_they_are_for() -> None:
    for text in ("tack för praktikanten", "Tack för hjälpen med praktikanten", "Tusen tack för försäkringen"):
        assert found(text) == [], text
    assert found("Tack! Men vem betalar praktikanten")[:1] == [FaqCode.WHO_PAYS]
    assert FaqCode.INSURANCE not in found("praktikanten sade tack"), '"tack" is no form of "täcker"'


def test_an_empty_list_answers_nothing() -> None:
    assert best((), "lön?") == ()
