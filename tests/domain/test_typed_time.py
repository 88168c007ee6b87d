from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_time import understood_minutes, understood_time


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("10", time(10)),
        ("10.30", time(10, 30)),
        ("kl 10:30", time(10, 30)),
        ("Kl. 9.05", time(9, 5)),
        ("klockan 14", time(14)),
        ("1330", time(13, 30)),
        ("930", time(9, 30)),
        (" 08.00 ", time(8)),
        ("at 13:15", time(13, 15)),
        ("10.", time(10)),
        ("0", time(0)),
    ],
)
def test_a_time_is_understood(text: str, at: time) -> None:
    assert understood_time(text) == at


@pytest.mark.parametrize("text", ["", "24", "10.60", "10-11", "halv tio", "24/11", "12345", "kl", "10.3", "-1", "tio"])
def test_what_is_not_surely_a_time_is_none(text: str) -> None:
    assert understood_time(text) is None


@given(st.times())
def test_every_time_reads_back(at: time) -> None:
    assert understood_time(f"kl. {at:%H.%M}") == at.replace(second=0, microsecond=0)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *[("45", 45), ("45 min", 45), ("90 minuter", 90), ("1 h", 60), ("1,5 timmar", 90), ("2 timmar", 120)],
        *[("en timme", 60), ("en halvtimme", 30), ("2.5 hours", 150), ("half an hour", 30)],
    ],
)
def test_a_length_is_understood(text: str, minutes: int) -> None:
    assert understood_minutes(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "lång", "10.30", "1 dag", "1,55 h", "1000"])
def test_what_is_not_surely_a_length_is_none(text: str) -> None:
    assert understood_minutes(text) is None
