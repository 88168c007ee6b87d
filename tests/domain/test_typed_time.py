from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_time import Times, understood_minutes, understood_times


@pytest.mark.parametrize(
    ("text", "at"),
    [
        *[("10", time(10)), ("10.30", time(10, 30)), ("kl 10:30", time(10, 30)), ("Kl. 9.05", time(9, 5))],
        *[("klockan 14", time(14)), ("1330", time(13, 30)), ("930", time(9, 30)), (" 08.00 ", time(8))],
        *[("at 13:15", time(13, 15)), ("10.", time(10)), ("0", time(0)), ("kl.10", time(10)), ("10,30", time(10, 30))],
        *[("halv tio", time(9, 30)), ("Halv 10", time(9, 30)), ("kl halv tio", time(9, 30)), ("tio", time(10))],
        *[("kvart över åtta", time(8, 15)), ("kvart i nio", time(8, 45)), ("fem i halv nio", time(8, 25))],
        *[("fem över halv nio", time(8, 35)), ("tjugo i nio", time(8, 40)), ("tio i elva", time(10, 50))],
        *[("halv tre", time(14, 30)), ("kvart över ett", time(13, 15)), ("klockan fjorton", time(14))],
        *[("tre", time(3)), ("3", time(3))],  # the form says that it is unusual, and asks
        *[("half past nine", time(9, 30)), ("quarter past eight", time(8, 15)), ("a quarter to nine", time(8, 45))],
        *[("ten past eight", time(8, 10)), ("ten to nine", time(8, 50)), ("twenty to eleven", time(10, 40))],
        *[("10am", time(10)), ("10 AM", time(10)), ("2pm", time(14)), ("2.30 p.m.", time(14, 30)), ("12pm", time(12))],
        *[("12am", time(0)), ("ten o'clock", time(10)), ("3 på eftermiddagen", time(15)), ("10 fm", time(10))],
        *[("klockan åtta på morgonen", time(8)), ("three in the afternoon", time(15)), ("14 em", time(14))],
    ],
)
def test_a_time_is_understood(text: str, at: time) -> None:
    assert understood_times(text) == Times(at)


@pytest.mark.parametrize(
    "text",
    [
        *["", "24", "10.60", "24/11", "12345", "kl", "10.3", "-1", "half nine", "ten to eleven", "ten to five", "en"],
        *[
            "25 över tio och",
            "kvart i halv tio",
            "14 på morgonen",
            "15 i nio",
            "nine to five",
            "ca 10",
            "a",
            "10-",
            "11-10",
        ],
        *["halv", "halv tretton", "half past half past nine", "10 eller 11", "förmiddag", "lunch"],
    ],
)
def test_what_is_not_surely_a_time_is_none(text: str) -> None:
    assert understood_times(text) is None


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        *[("10–11", time(10), time(11)), ("10-11.30", time(10), time(11, 30)), ("kl 9 - 10", time(9), time(10))],
        *[("9.00–10.30", time(9), time(10, 30)), ("mellan 10 och 11", time(10), time(11))],
        *[
            ("från 13 till 15", time(13), time(15)),
            ("10 to 11", time(10), time(11)),
            ("halv tio till elva", time(9, 30), time(11)),
        ],
        *[("1-3 pm", time(13), time(15)), ("11-1 pm", time(11), time(13)), ("10-11 am", time(10), time(11))],
    ],
)
def test_from_when_to_when_is_understood(text: str, begins: time, ends: time) -> None:
    assert understood_times(text) == Times(begins, ends)


def test_how_long_it_is_from_when_to_when() -> None:
    assert Times(time(9, 30), time(11)).length == timedelta(minutes=90)
    assert Times(time(9, 30)).length is None


@given(st.times())
def test_every_time_reads_back(at: time) -> None:
    assert understood_times(f"kl. {at:%H.%M}") == Times(at.replace(second=0, microsecond=0))


@given(st.one_of(st.text(max_size=40), st.text(alphabet="0123456789 -.:halvtionkrtoverpm", max_size=24)))
def test_no_text_is_too_much_for_a_time(text: str) -> None:
    times = understood_times(text)
    assert times is None or times.ends is None or times.begins < times.ends
    understood_minutes(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *[("45", 45), ("45 min", 45), ("90 minuter", 90), ("1 h", 60), ("1,5 timmar", 90), ("2 timmar", 120)],
        *[
            ("två timmar", 120),
            ("1 h 30 min", 90),
            ("1 timme och 15 minuter", 75),
            ("en kvart", 15),
            ("tjugo minuter", 20),
        ],
        *[("en och en halv timme", 90), ("one hour", 60), ("an hour and a half", 90)],
        *[("en timme", 60), ("en halvtimme", 30), ("2.5 hours", 150), ("half an hour", 30), ("an hour", 60)],
    ],
)
def test_a_length_is_understood(text: str, minutes: int) -> None:
    assert understood_minutes(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "lång", "10.30", "1 dag", "1,55 h", "1000"])
def test_what_is_not_surely_a_length_is_none(text: str) -> None:
    assert understood_minutes(text) is None
