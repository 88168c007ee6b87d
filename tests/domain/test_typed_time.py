from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_time import Times, understood_minutes, understood_times
from tests.each import each


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
        *[("tre", time(15)), ("3", time(15)), ("kl 1", time(13)), ("3.30", time(15, 30)), ("03.30", time(3, 30))],
        *[("half past nine", time(9, 30)), ("quarter past eight", time(8, 15)), ("a quarter to nine", time(8, 45))],
        *[("ten past eight", time(8, 10)), ("ten to nine", time(8, 50)), ("twenty to eleven", time(10, 40))],
        *[("10am", time(10)), ("10 AM", time(10)), ("2pm", time(14)), ("2.30 p.m.", time(14, 30)), ("12pm", time(12))],
        *[("ten o'clock", time(10)), ("3 på eftermiddagen", time(15)), ("10 fm", time(10))],
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
            "12am",
            "12.30 am",
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
        *[
            ("10–11", time(10), time(11)),
            ("10-11.30", time(10), time(11, 30)),
            ("kl 9 - 10", time(9), time(10)),
            ("10-3", time(10), time(15)),
        ],
        *[("9.00–10.30", time(9), time(10, 30)), ("nine to five", time(9), time(17))],
        *[
            ("från 13 till 15", time(13), time(15)),
            ("9 to 11", time(9), time(11)),
            ("13 to 15", time(13), time(15)),
            ("halv tio till elva", time(9, 30), time(11)),
        ],
        *[
            ("1-3 pm", time(13), time(15)),
            ("11-1 pm", time(11), time(13)),
            ("10-11 am", time(10), time(11)),
            ("5-6 am", time(5), time(6)),
        ],
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


SAID_WITH_MORE = {
    time(9, 30): (
        *(
            "halvtio",
            "9 30",
            "09 30",
            "nio trettio",
            "nine thirty",
            "kl halvtio tack",
            "vi ses 9.30",
            "9.30 👍🏽",
            "9:30 :)",
        ),
        *("det blir 9.30", "Hej! 9.30 passar bra", "9.30 funkar", "half past nine please", "klokan halv tio"),
    ),
    time(14, 30): (*("14 30", "fjorton och trettio", "fjorton trettio", "2.30", "two thirty", "2 30 pm", "halvtre"),),
    time(15): (
        *(
            "3",
            "three",
            "3 o’clock",
            "3 o'clock",
            "15:00 works for us",
            "kl 3 går bra!",
            "15 prick",
            "15 sharp",
            "ok, 15",
        ),
    ),
    time(12): ("noon", "midday", "at noon", "12 noon", "12", "12pm"),
    time(9, 15): ("quater past nine", "kvrat över nio", "klockn 9.15"),
    time(9, 5): ("9 05", "09.05"),
    time(17): ("fem", "kl fem", "5 em", "5em", "fem em"),
    time(10, 45): ("10 45", "tio fyrtiofem", "ten forty-five"),
}


def test_a_time_is_understood_with_what_people_say_around_it(subtests: pytest.Subtests) -> None:
    for at, texts in SAID_WITH_MORE.items():
        for text in texts:
            with each(subtests, text):
                assert understood_times(text) == Times(at)


def test_a_time_that_may_be_another_or_is_not_agreed_is_none(subtests: pytest.Subtests) -> None:
    for text in (
        *(
            "100",
            "130",
            "530",
            "12 am",
            "12am",
            "12 fm",
            "10 to 11",
            "5 to 9",
            "10 to 2",
            "mellan 10 och 11",
            "10 och 11",
        ),
        *("between 10 and 11", "10 11", "9 12", "tio elva", "nio tio", "tio tolv", "13 15", "fjorton femton"),
        *(
            "kl 10 passar inte",
            "10 funkar inte, tack",
            "10 👎",
            "10 🤔",
            "inte 10",
            "nej 10",
            "kanske 10",
            "10 eller så",
        ),
        *("halvtimme", "halvtretton", "10 10", "10 75", "25 30", "tretto"),
    ):
        with each(subtests, text):
            assert understood_times(text) is None
