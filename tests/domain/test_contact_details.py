"""Somebody's own phone and e-mail are known in a text, and nobody else's."""

import pytest

from domain.contact import ContactDetails

ANNA = ContactDetails("070-174 06 35 / 042-10 50 00", "anna.berg@staden.example")

OWN = (
    "070-174 06 35",
    "0701740635",
    "+46 70 174 06 35",
    "+46(0)70-1740635",
    "0046701740635",
    "042/10 50 00",
    "Anna.Berg@staden.example",
)
SOMEBODY_ELSES = (
    "070-174 06 36",
    "070-174 06 351",
    "10701740635",
    "joanna.berg@staden.example",
    "anna.berg@staden.example.net",
    "031-10 50 00",
)


@pytest.mark.parametrize("written", OWN)
def test_ones_own_details_are_taken_out_of_a_text(written: str) -> None:
    assert ANNA.taken_out_of(f"Ring {written}, tack.").split() == ["Ring", ",", "tack."]


@pytest.mark.parametrize("written", SOMEBODY_ELSES)
def test_somebody_elses_details_stay_in_the_text(written: str) -> None:
    assert ANNA.taken_out_of(f"Ring {written}, tack.") == f"Ring {written}, tack."


def test_from_unknown_details_nothing_is_taken() -> None:
    assert ContactDetails().taken_out_of("Ring 070-174 06 35") == "Ring 070-174 06 35"
