"""Words with one slip in them, and words that are only near."""

from domain.slip import is_slip, only_near

SLIPS = {
    "tack": ("takc", "tcak"),
    "avbryt": ("avbyt", "avbryyt", "avbyrt"),
    "rapportera": ("raportera", "rapporttera", "rappirtera", "rapportear"),
    "personer": ("perosner", "persomer"),
}
OTHERS = {
    "tack": ("tack", "tak", "tacka", "tuck", "atck", "lack"),
    "hej": ("hje", "heja"),
    "avbryt": ("avbrat", "avbryter", "bryt", "uvbryt", "avbry"),
    "platser": ("platsen", "plats", "psatler"),
    "personer": ("personen", "person", "personerna", "perrsonner"),
}


def test_a_slip_is_known_where_it_can_hardly_be_another_word() -> None:
    assert [typed for word, all_ in SLIPS.items() for typed in all_ if not is_slip(typed, word)] == []
    assert [typed for word, all_ in OTHERS.items() for typed in all_ if is_slip(typed, word)] == []


def test_between_two_that_are_near_nothing_is_guessed() -> None:
    assert only_near("kontrat", frozenset({"kontrakt", "avtal"})) == "kontrakt"
    assert only_near("fomrat", frozenset({"format", "formrat"})) is None
    assert only_near("", frozenset({"tack"})) is None
