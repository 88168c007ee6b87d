"""Phones and e-mails by what they mean, not by how they are written."""

import pytest

from domain.contact import is_same_email, is_same_phone
from tests.each import each

SAME_PHONE = ("042-10 50 00", "042105000", "+46 42 10 50 00", "+46(0)42-10 50 00", "0046 42 105 000", "(042) 10 50 00")
OTHER_PHONES = ("042-10 50 01", "+47 42 10 50 00", "42 10 50 00", "", None)


def test_a_phone_is_the_same_however_it_is_written(subtests: pytest.Subtests) -> None:
    for written in SAME_PHONE:
        with each(subtests, written):
            assert is_same_phone(SAME_PHONE[0], written)
    for other in OTHER_PHONES:
        with each(subtests, str(other)):
            assert not is_same_phone(SAME_PHONE[0], other)


def test_an_e_mail_is_the_same_in_capitals() -> None:
    assert is_same_email("Mira@Exempel.se ", "mira@exempel.se")
    assert not is_same_email("mira@exempel.se", "mirja@exempel.se")
    assert not is_same_email("mira@exempel.se", None)
