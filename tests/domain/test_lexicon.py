"""Which known words a typed word may be."""

from domain.lexicon import PART, SAME, SLIPPED, Lexicon
from domain.word_stem import stem

KNOWN = Lexicon(["forsakring", "lon", "belastningsregister", "fack", "tack", "alder"], exactly=frozenset({"tack"}))


def likeness(typed: str, known: str) -> float:
    return KNOWN.known_in([typed]).get(known, 0.0)


def test_endings_are_the_same_word() -> None:
    assert {stem(word) for word in ("forsakring", "forsakrad", "forsakrade", "forsakra")} == {"forsakr"}
    assert stem("lon") == stem("loner") == stem("lonen") == "lon"
    assert likeness("forsakringen", "forsakring") == SAME


def test_a_part_of_a_compound_is_known_where_it_is_long_enough() -> None:
    assert likeness("olycksfallsforsakring", "forsakring") == PART
    assert likeness("alderskrav", "alder") == PART
    assert likeness("ballon", "lon") == 0
    assert likeness("belastningsreg", "belastningsregister") == PART


def test_a_slip_is_known_in_a_word_that_is_no_other() -> None:
    assert likeness("frosakring", "forsakring") == SLIPPED
    assert likeness("belastninsregistret", "belastningsregister") > 0
    assert likeness("lin", "lon") == 0


def test_a_word_that_counts_only_exactly_is_nothing_else() -> None:
    assert likeness("tack", "tack") == SAME
    assert likeness("tacka", "tack") == likeness("tackar", "tack") == 0
    covers = Lexicon(["tacker"], exactly=frozenset({"tack"}))
    assert covers.known_in(["tack"]).get("tacker") is None, "also where it is not among the known words"
