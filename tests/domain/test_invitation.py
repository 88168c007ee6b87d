import math
import re

import pytest

from domain.invitation import VALID_FOR, VALID_FOR_BY_POST, hashed, new_code
from domain.language import Language, spoken_by

CODES = [new_code() for _ in range(200)]
DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")


def test_a_code_fits_a_deep_link() -> None:
    assert all(DEEP_LINK.fullmatch(code) for code in CODES)


def test_a_code_is_too_long_to_guess() -> None:
    # With few characters in use, length alone would mean little.
    bits = min(map(len, CODES)) * math.log2(len(set("".join(CODES))))
    assert bits >= 128


def test_no_two_signs_of_a_code_are_mistaken_for_each_other_in_either_case() -> None:
    used = set("".join(CODES))
    assert used == set("".join(CODES).lower())
    for alike in ("0ODQ", "1ILJ|", "2Z", "5S", "8B6", "UV", "9GQ", "VVW"):
        assert len(used & set(alike.lower()) - {"j", "6", "w"}) <= 1, alike


def test_no_two_codes_are_alike() -> None:
    assert len(set(CODES)) == len(CODES)


def test_a_hash_tells_codes_apart_but_not_what_they_are() -> None:
    assert len({hashed(code) for code in CODES}) == len(CODES)
    assert all(code not in hashed(code) for code in CODES)
    assert all(re.fullmatch(r"[0-9a-f]{64}", hashed(code)) for code in CODES)
    assert hashed(CODES[0]) == hashed(CODES[0])


def test_an_invitation_ends_by_itself() -> None:
    assert 7 <= VALID_FOR.days <= 31 < VALID_FOR_BY_POST.days <= 60


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("sv", Language.SWEDISH),
        ("sv-SE", Language.SWEDISH),
        ("sv-FI", Language.SWEDISH),
        ("SV", Language.SWEDISH),
        ("en", Language.ENGLISH),
        ("en-GB", Language.ENGLISH),
        ("ar", Language.SWEDISH),
        ("swe", Language.SWEDISH),
        ("english", Language.SWEDISH),
        ("", Language.SWEDISH),
        ("-", Language.SWEDISH),
        ("-en", Language.SWEDISH),
        (None, Language.SWEDISH),
    ],
)
def test_whose_app_speaks_another_language_gets_the_citys(code: str | None, language: Language) -> None:
    assert spoken_by(code, default=Language.SWEDISH) is language


def test_the_citys_language_is_the_citys_choice() -> None:
    assert spoken_by("ar", default=Language.ENGLISH) is Language.ENGLISH
    assert spoken_by("sv", default=Language.ENGLISH) is Language.SWEDISH
