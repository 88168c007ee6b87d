"""What is kept of a text, and how two are compared."""

import pytest

from domain.typed_text import cleaned, compared, unmarked


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mo\u0308ten", "Möten"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("\ufeff/hjälp\u200b", "/hjälp"),
        ("8\u200b5\u200c0\u200d7\u206009", "850709"),
        ("jord\u00adgubbar\u200f", "jordgubbar"),
        ("3\ufe0f\u20e3 och 4\u20e3", "3 och 4"),
        ("👷\u200d♀\ufe0f", "👷\u200d♀\ufe0f"),
        ("a\u200d👷", "a👷"),
        ("Råå hamn 😀\n2", "Råå hamn 😀\n2"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_kept_whole_and_without_what_nobody_sees(typed: str, kept: str) -> None:
    assert cleaned(typed) == kept


def test_words_are_compared_without_what_is_around_them() -> None:
    assert compared(" ”Jag  tar den!” 👍") == "jag tar den"
    assert compared("I\u2019ll take it") == compared("i'll TAKE it") == "ill take it"
    assert unmarked("Språk, møten & Åäö_É") == "sprak moten aao e"
    assert unmarked("Đura Ǿsterby") == "dura osterby"
