"""Any personal number in any writing is found and masked; an organisation number never is."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from domain.secrecy import Finding
from handlers.secrecy import personal_number
from handlers.secrecy.reading import found_in
from handlers.secrecy.update import without_personal_numbers

WRITINGS = (
    "{yy}{mm}{dd}-{last}",
    "{yy}{mm}{dd}{last}",
    "{yy}{mm}{dd}+{last}",
    "{yy} {mm} {dd} {last}",
    "{yy}-{mm}-{dd}-{last}",
    "{century}{yy}{mm}{dd}-{last}",
    "{century}{yy}{mm}{dd}{last}",
    "{century}{yy}-{mm}-{dd} - {last}",
    "{century}{yy}.{mm}.{dd}–{last}",
)
PARTED = (
    "{yy}{mm}-{dd}-{last}",
    "{yy}{mm} {dd} {last}",
    "{yy} {mm}{dd} {last}",
    "{yy} {mm}{dd}-{last}",
    "{century}{yy}{mm}-{dd}-{last}",
    "{century}{yy} {mm}{dd} {last}",
    "{century} {yy} {mm}{dd} {last}",
    "{yy}{mm}-{dd} - {last}",
)
"""Writings in which some births are left out, since a year or a phone number begins like them."""

AROUND = st.text(
    alphabet=st.characters(exclude_categories=["Nd", "No", "Cs", "Pd"], exclude_characters="+-./, •"), max_size=20
)


@st.composite
def numbers(
    draw: st.DrawFn,
    writings: Sequence[str] = WRITINGS,
    first: date = date(1900, 1, 1),
    last_day: date = date(2026, 11, 1),
) -> str:
    """A made-up number of a person, or of somebody with a coordination number, in some writing."""
    born = draw(st.dates(first, last_day))
    day = born.day + draw(st.sampled_from((0, 60)))
    start = f"{born:%y%m}{day:02}{draw(st.integers(0, 999)):03}"
    last = start[6:] + luhn.calc_check_digit(start)
    return draw(st.sampled_from(writings)).format(
        century=f"{born:%Y}"[:2], yy=start[:2], mm=start[2:4], dd=start[4:6], last=last
    )


@st.composite
def organisation_numbers(draw: st.DrawFn) -> str:
    """A made-up organisation number: its third digit is 2 or more, as the Companies Registration Office gives them."""
    start = f"{draw(st.integers(1, 99)):02}{draw(st.integers(20, 99))}{draw(st.integers(0, 99999)):05}"
    return start[:6] + draw(st.sampled_from(("-", ""))) + start[6:] + luhn.calc_check_digit(start)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(before=AROUND, number=numbers(), after=AROUND)
def test_it_is_found_and_masked_wherever_it_stands(before: str, number: str, after: str) -> None:
    text = f"{before} {number} {after}"
    assert Finding.PERSONAL_NUMBER in found_in(text)
    masked = personal_number.masked(text)
    assert not any(map(str.isdecimal, masked))
    assert utf16_length(masked) == utf16_length(text)
    assert Finding.PERSONAL_NUMBER in found_in(masked)
    assert personal_number.masked(masked) == masked


@given(number=numbers(PARTED, date(1921, 1, 1), date(2018, 12, 31)))
def test_it_is_found_with_its_parts_elsewhere_too(number: str) -> None:
    for written in (number, number.replace("-", "\N{NON-BREAKING HYPHEN}"), number.replace(" ", "\N{NO-BREAK SPACE}")):
        assert not any(map(str.isdecimal, personal_number.masked(f"Eva {written}, tack")))


@given(number=organisation_numbers())
def test_an_organisation_number_is_left_alone(number: str) -> None:
    assert Finding.PERSONAL_NUMBER not in found_in(number)
    assert personal_number.masked(f"Org.nr {number}.") == f"Org.nr {number}."


@given(number=numbers())
def test_the_digits_are_found_in_other_scripts_too(number: str) -> None:
    wide = number.translate({ord(digit): chr(ord("\N{FULLWIDTH DIGIT ZERO}") + int(digit)) for digit in "0123456789"})
    bold = number.translate({ord(d): chr(ord("\N{MATHEMATICAL BOLD DIGIT ZERO}") + int(d)) for d in "0123456789"})
    for written in (wide, bold, "\u200b".join(number)):
        masked = personal_number.masked(written)
        assert not any(map(str.isdecimal, masked))
        assert utf16_length(masked) == utf16_length(written)


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=30)),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=5), children, max_size=4),
    max_leaves=12,
)


@given(value=json_values)
def test_whatever_an_update_holds_it_comes_through(value: Any) -> None:
    assert isinstance(without_personal_numbers(value), type(value))


@given(number=numbers())
def test_an_update_loses_the_number_and_keeps_what_belongs_to_telegram(number: str) -> None:
    update: dict[str, dict[str, Any]] = {
        "message": {
            "text": number,
            "caption": f"x {number}",
            "chat": {"id": 8507099805},
            "photo": [{"file_id": number}],
        },
        "callback_query": {"id": "8507099805", "data": number},
    }
    kept = without_personal_numbers(update)
    assert not any(map(str.isdecimal, kept["message"]["text"] + kept["message"]["caption"]))
    assert kept["message"]["chat"] == update["message"]["chat"]
    assert kept["message"]["photo"] == update["message"]["photo"]
    assert kept["callback_query"] == update["callback_query"]


@pytest.mark.parametrize("start", ["/start ", "/start  ", "/start@steget_bot "])
def test_an_invitations_code_comes_through(start: str) -> None:
    text = f"{start}abc8507099805XYZ_defghijklm"
    assert without_personal_numbers({"message": {"text": text}}) == {"message": {"text": text}}


def test_an_update_loses_a_number_in_circled_digits_too() -> None:
    kept = without_personal_numbers({"message": {"text": "⑧⑤⓪⑦⓪⑨-⑨⑧⓪⑤"}})
    assert kept == {"message": {"text": "••••••-••••"}}
