from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from domain.typed_date import Days, EitherDay, WrongWeekday, read, says_a_limit, understood
from domain.vague_day import is_vague
from messages import formats
from tests.each import each

TODAY = date(2026, 11, 23)  # a Monday, in week 48
ANY_DAY = st.dates(date(1970, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("20261124", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("24.11", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24/11/26", date(2026, 11, 24)),
        ("24/11-2026", date(2026, 11, 24)),
        ("24.11.2027", date(2027, 11, 24)),
        ("3/5", date(2027, 5, 3)),
        ("24 nov", date(2026, 11, 24)),
        ("24 nov.", date(2026, 11, 24)),
        ("24nov", date(2026, 11, 24)),
        ("24:e november", date(2026, 11, 24)),
        ("1:a december", date(2026, 12, 1)),
        ("den 24 november 2026", date(2026, 11, 24)),
        ("Den 24 November!", date(2026, 11, 24)),
        ("från 24/11", date(2026, 11, 24)),
        ("från och med 24 november", date(2026, 11, 24)),
        ("från den 24 november", date(2026, 11, 24)),
        ("till och med den 24 november", date(2026, 11, 24)),
        ("  till \n 24  nov ", date(2026, 11, 24)),
        ("5 maj", date(2027, 5, 5)),
        ("1 okt", date(2026, 10, 1)),
        ("24th November", date(2026, 11, 24)),
        ("on the 24th november", date(2026, 11, 24)),
        ("the 1st Dec", date(2026, 12, 1)),
        ("2nd March 2027", date(2027, 3, 2)),
        ("3rd oct", date(2026, 10, 3)),
        ("from 1 May", date(2027, 5, 1)),
        ("i förrgår", TODAY - timedelta(days=2)),
        ("igår", TODAY - timedelta(days=1)),
        ("yesterday", TODAY - timedelta(days=1)),
        ("idag", TODAY),
        ("i dag", TODAY),
        ("today", TODAY),
        ("I morgon.", date(2026, 11, 24)),
        ("imorgon", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 24)),
        ("på måndag", date(2026, 11, 30)),
        ("tisdag", date(2026, 11, 24)),
        ("on Friday", date(2026, 11, 27)),
        ("söndag", date(2026, 11, 29)),
        ("24-11-2026", date(2026, 11, 24)),
        ("2026/11/24", date(2026, 11, 24)),
        ("i övermorgon", date(2026, 11, 25)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("November 24", date(2026, 11, 24)),
        ("Nov 24th, 2026", date(2026, 11, 24)),
        ("the 24th of November", date(2026, 11, 24)),
    ],
)
def test_a_day_is_understood_as_people_write_it(text: str, day: date) -> None:
    assert understood(text, TODAY) == Days(day, day)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("vecka 9", date(2027, 3, 1)),
        ("v9", date(2027, 3, 1)),
        ("v. 9", date(2027, 3, 1)),
        ("v.9", date(2027, 3, 1)),
        ("Week 9", date(2027, 3, 1)),
        ("från vecka 9", date(2027, 3, 1)),
        ("vecka 9 2028", date(2028, 2, 28)),
        ("vecka 9, 2028", date(2028, 2, 28)),
        ("vecka 48", TODAY),
        ("vecka 40", date(2026, 9, 28)),
        ("vecka 34", date(2027, 8, 23)),
        ("vecka 53", date(2026, 12, 28)),
        ("vecka 1", date(2027, 1, 4)),
    ],
)
def test_a_week_means_its_working_days(text: str, monday: date) -> None:
    assert understood(text, TODAY) == Days(monday, monday + timedelta(days=4))


@pytest.mark.parametrize(
    ("today", "text", "monday"),
    [
        (date(2026, 12, 28), "vecka 53", date(2026, 12, 28)),
        (date(2027, 1, 3), "vecka 53", date(2026, 12, 28)),  # still of the ISO year 2026
        (date(2027, 1, 2), "vecka 1", date(2027, 1, 4)),
        (date(2024, 12, 30), "vecka 1", date(2024, 12, 30)),  # already of the ISO year 2025
        (date(2025, 12, 22), "vecka 1", date(2025, 12, 29)),
    ],
)
def test_a_week_at_a_years_end_goes_by_the_iso_year(today: date, text: str, monday: date) -> None:
    assert understood(text, today) == Days(monday, monday + timedelta(days=4))


@pytest.mark.parametrize("text", ["vecka 53 2027", "vecka 54", "vecka 0", "vecka 53 0000", "v 9 9"])
def test_a_week_that_a_year_does_not_have_is_no_week(text: str) -> None:
    assert understood(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20/11", date(2026, 11, 20)),
        ("24/9", date(2026, 9, 24)),  # 60 days ago: a slip
        ("23/9", date(2027, 9, 23)),  # 61 days ago: next year's
        ("24 augusti", date(2027, 8, 24)),
        ("24/8 2026", date(2026, 8, 24)),
    ],
)
def test_a_day_just_past_is_a_slip_and_one_long_past_is_next_years(text: str, expected: date) -> None:
    assert understood(text, TODAY) == Days(expected, expected)


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        (TODAY, "29/2", None),
        (TODAY, "29 feb 2028", date(2028, 2, 29)),
        (TODAY, "29 feb 2027", None),
        (date(2027, 11, 23), "29 feb", date(2028, 2, 29)),
        (date(2028, 2, 28), "i morgon", date(2028, 2, 29)),
        (date(2028, 3, 5), "29/2", date(2028, 2, 29)),
        (date(2026, 12, 31), "1/1", date(2027, 1, 1)),
        (date(2026, 12, 31), "tomorrow", date(2027, 1, 1)),
        (date(2026, 12, 31), "fredag", date(2027, 1, 1)),
    ],
)
def test_leap_days_and_new_years_are_found_where_they_exist(today: date, text: str, expected: date | None) -> None:
    assert understood(text, today) == (Days(expected, expected) if expected else None)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", ".", "två", "12", "7.", "1,5", "2026", "tio", "nio st", "maj", "november", "mån", "sommaren"],
        *["070-123 45 67", "0701234567", "+46701234567", "08-12 34 56"],
        *["850312-1234", "19850312-1234", "8503121234", "850312+1234", "556677-8899"],
        *["31/4", "32/1", "10/13", "0/1", "1/0", "24/11/2", "24/11/202", "2026-02-30", "99999999"],
        *["😀", "24 😀", "👍🏽", "²/³", "½"],
        *["kanske 24/11", "24/11 eller 25/11", "24 nov eller senare", "24 mon", "24 novemberr", "vecka", "v", "v x"],
        *["<b>24/11</b>", "24/11; DROP TABLE slot", "24//11", "24/11\u202e", "24\x00/11"],
        "1" * 4000,
        "24/11 " * 700,
        " " * 3999 + ".",
        "v " * 2000,
        "från " * 800 + "24/11x",
    ],
)
def test_what_is_not_surely_a_day_is_no_day(text: str) -> None:
    assert understood(text, TODAY) is None


ALMOST_DAYS = st.text(alphabet="0123456789/.-: aevckonmdijstrå,!²٣😀\n", max_size=24)


@given(text=st.one_of(st.text(max_size=60), ALMOST_DAYS), today=ANY_DAY)
def test_no_text_on_any_day_is_too_much(text: str, today: date) -> None:
    days = understood(text, today)
    assert days is None or days.first <= days.last <= days.first + timedelta(days=4)


@given(
    number=st.integers(0, 9999),
    text=st.sampled_from(["{}/{}", "{} nov {}", "v {} {}", "{}-{}", "vecka {}, {}", "{}.12.{}"]),
    other=st.integers(0, 9999),
    today=ANY_DAY,
)
def test_no_numbers_on_any_day_are_too_much(number: int, text: str, other: int, today: date) -> None:
    understood(text.format(number, other), today)


@given(day=ANY_DAY, today=ANY_DAY)
def test_a_day_with_its_year_is_that_day_whatever_day_it_is_today(day: date, today: date) -> None:
    for text in (day.isoformat(), f"{day.day}/{day.month} {day.year}", f"{day.day}/{day.month}-{day.year}"):
        assert understood(text, today) == Days(day, day)


@given(day=ANY_DAY, today=ANY_DAY)
def test_a_day_without_its_year_is_at_most_recently_past_and_at_most_a_year_ahead(day: date, today: date) -> None:
    days = understood(f"{day.day}/{day.month}", today)
    assert days is None or today - timedelta(days=60) <= days.first <= today + timedelta(days=366)


@pytest.mark.parametrize("text", ["nästa vecka", "Next week"])
@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 29)])
def test_next_week_is_the_coming_working_week(text: str, today: date) -> None:
    assert understood(text, today) == Days(date(2026, 11, 30), date(2026, 12, 4))


def single(month: int, day: int, year: int = 2026) -> Days:
    return Days(date(year, month, day), date(year, month, day))


AS_PEOPLE_WRITE = {
    single(12, 7): (
        *("måndag 7 december", "måndag 7 december 2026", "Måndag, 7 december", "mån 7/12", "må 7/12", "7/12 måndag"),
        *("7 december (måndag)", "måndagen den 7 december", "måndag den 7:e", "måndag 7", "den 7:e", "7:e", "den 7"),
        *("den sjunde", "den sjunde december", "7/12-26", "7/12–26", "7/12 -26", "7/12 2026", "7.12.26", "7 dec -26"),
        *("2026-12-07", "2026–12–07", "2026-12-7", "2026.12.07", "261207", "26-12-07", "071226", "7 dec", "7. dec"),
        *("om två veckor", "om 2 v", "om 14 dagar", "om fjorton dagar", "två veckor från nu", "måndag vecka 50"),
        *("v. 50 måndag", "måndagen i vecka 50", "till den 7 december", "senast 7/12", "t.o.m. 7 dec", "7 dec tack"),
        *("mandag 7 december", "ma\u030andag 7 december", "MÅNDAG 7 DECEMBER", "7\u00a0december", "7\u200b/12"),
        *("Monday 7 December", "Mon, 7 Dec 2026", "Dec 7", "Dec 7th", "7th of December", "the 7th of December"),
        *(
            "the 7th",
            "December 7, 2026",
            "in two weeks",
            "in 14 days",
            "two weeks from now",
            "by Dec 7",
            "Dec 7, please",
        ),
        *("Monday week 50", "7/12/2026", "7 / 12", "the seventh of December"),
    ),
    single(11, 30): (
        *("nästa måndag", "på måndag", "nu på måndag", "kommande måndag", "måndag nästa vecka"),
        *("nästa vecka måndag", "nästa vecka på måndag", "om en vecka", "next Monday", "on Monday", "Monday next week"),
        *("coming Monday", "in a week", "30 nov"),
    ),
    single(11, 27): ("nu på fredag", "på fredag", "fre", "fredag", "denna fredag", "this Friday", "fredag denna vecka"),
    single(11, 24): ("i morgon", "imorgon", "I morron", "tomorrow", "tis", "tisdag 24 november"),
    single(11, 25): ("i övermorgon", "övermorgon", "the day after tomorrow", "on 25/11", "ons 25/11"),
    single(12, 3): ("om 10 dagar", "om tio dagar", "in 10 days", "in ten days"),
    single(12, 23): ("om en månad", "om 1 månad", "in a month", "in one month"),
    single(11, 23, 2027): ("om ett år", "in a year", "in one year"),
    single(3, 1, 2027): ("mån 1/3", "första mars", "den första mars", "1:a mars", "1 mars"),
    single(11, 20, 2027): ("lör 20/11",),
    single(12, 31): ("den 31:a", "den trettioförsta", "the 31st", "nyårsafton", "New Year's Eve"),
    single(12, 22): ("twenty second of December", "22:a dec", "22nd Dec?", "tisd 22/12", "dec22"),
    single(12, 24): ("julafton", "Christmas Eve", "torsdag 24/12"),
    Days(date(2026, 12, 7), date(2026, 12, 11)): (
        "v. 50",
        "vecka 50",
        "v50",
        "i vecka 50",
        "week 50",
        "v 50 2026",
        "V.50-26",
    ),
    Days(TODAY, date(2026, 11, 27)): ("denna vecka", "den här veckan", "this week"),
}


def test_days_as_people_write_them(subtests: pytest.Subtests) -> None:
    for days, texts in AS_PEOPLE_WRITE.items():
        for text in texts:
            with each(subtests, text):
                assert read(text, TODAY) == days


def test_a_weekday_that_is_not_the_dates_is_told(subtests: pytest.Subtests) -> None:
    told = {
        "tis 1/3": date(2027, 3, 1),
        "tisdag 7 december": date(2026, 12, 7),
        "Tuesday 7 December 2026": date(2026, 12, 7),
        "fredag den 13:e": date(2026, 12, 13),
        "ons 24/11": date(2026, 11, 24),
        "7/12 (tis)": date(2026, 12, 7),
    }
    for text, day in told.items():
        with each(subtests, text):
            assert read(text, TODAY) == WrongWeekday(day)


def test_what_may_be_either_of_two_days_is_both(subtests: pytest.Subtests) -> None:
    both = {
        "nästa fredag": (date(2026, 11, 27), date(2026, 12, 4)),
        "next Friday": (date(2026, 11, 27), date(2026, 12, 4)),
        "nästa tisdag": (date(2026, 11, 24), date(2026, 12, 1)),
        "26-12-27": (date(2026, 12, 27), date(2027, 12, 26)),
        "måndag": (TODAY, date(2026, 11, 30)),
        "Måndag passar bra 😊": (TODAY, date(2026, 11, 30)),
        "monday": (TODAY, date(2026, 11, 30)),
        "måndag om en vecka": (date(2026, 11, 30), date(2026, 12, 7)),
    }
    for text, (first, second) in both.items():
        with each(subtests, text):
            assert read(text, TODAY) == EitherDay(first, second)
    assert read("nästa måndag", date(2026, 11, 29)) == EitherDay(date(2026, 11, 30), date(2026, 12, 7))
    assert read("nästa fredag", date(2026, 11, 27)) == single(12, 4)


def test_a_week_of_figures_or_a_range_is_read_as_no_day(subtests: pytest.Subtests) -> None:
    for text in (
        *("v. 50-52", "vecka 50-51", "7-12", "7-12 dec", "dec 7-12", "7/12-14", "7-9/12", "7/12-9/12", "andra", "mån"),
        *(
            "this Monday",
            "denna måndag",
            "tisdag 7",
            "i fredags",
            "förra måndagen",
            "om ett par veckor",
            "om några dagar",
        ),
        *(
            "mitten av mars",
            "efter nyår",
            "nästa månad",
            "om en stund",
            "a",
            "en",
            "8 veckor",
            "december 2026",
            "7 x dec",
        ),
    ):
        with each(subtests, text):
            assert read(text, TODAY) is None


SAID_WITH_MORE = {
    single(12, 7): (
        *("7 decmber", "7 desember", "7 deecmber", "7 decembr", "7 dezember", "decmber 7", "måndag 7 decembeer"),
        *("vi börjar 7/12", "Hej, vi börjar måndag 7/12", "we start Dec 7", "det blir 7/12", "start: 7/12", "Ja! 7/12"),
        *("7 dec passar bra", "7/12 funkar fint, tack!", "7/12 works for us", "December 7th pls", "7/12 går bra :)"),
        *("7/12 😊", "📅 7/12", "7/12👍🏽", "❤️ 7 dec ❤️", "den 7:e 🎄", "7:e i 12:e", "sjunde i tolfte", "den 7e i 12e"),
        *("7/12 kl 10", "7 dec 10.30", "Dec 7 at 10am", "måndag 7/12 kl. 10–11", "7/12 em", "7 dec på förmiddagen"),
        *("måndag 7/12 v 50", "v 50 måndag 7/12", "7/12 (v. 50)", "7 dec, vecka 50", "2026 12 07", "7/12 i år"),
        *("måndag veckan efter nästa", "Monday the week after next", "f o m 7/12", "från o med 7/12", "7 dec senast"),
    ),
    single(11, 27): (
        "frdag",
        "fredga",
        "freday",
        "Fridya",
        "på freda",
        "fredag fm",
        "fredag kl 13",
        "vi kan på fredag",
        "på fredag är bra för oss",
    ),
    single(11, 24): ("imorn", "i morn", "imorgn", "imorgen", "Imorgon bitti", "tmrw", "Tommorow", "tomorow morning"),
    single(11, 25): ("i överimorgon", "överimorgon", "överimorgon kl 9", "onsdg", "wendesday", "onsdag då"),
    single(3, 1, 2027): (
        *("1 mars nästa år", "1/3 nästa år", "måndag 1 mars nästa år", "1 march next year", "den förste mars"),
        "1 mrach",
    ),
    single(2, 1, 2027): ("1 febuari", "1 feburary", "1 feb nästa år", "februray 1"),
    single(12, 4): ("fredag om en vecka", "om en vecka på fredag", "Friday in a week"),
    Days(date(2026, 12, 7), date(2026, 12, 11)): ("vi börjar v 50", "vecka 50 passar bra", "veckan efter nästa"),
}


def test_a_day_is_understood_with_slips_and_what_people_say_around_it(subtests: pytest.Subtests) -> None:
    for days, texts in SAID_WITH_MORE.items():
        for text in texts:
            with each(subtests, text):
                assert read(text, TODAY) == days


def test_a_slip_that_may_be_two_days_or_a_day_not_agreed_to_is_no_day(subtests: pytest.Subtests) -> None:
    for text in (
        *("tosdag", "mondag", "tordag", "ondag", "tirsdag", "fredags", "i fredags", "måndagar", "fredagar", "Mondays"),
        *("fridag", "7 mandat", "7 match", "7 juno", "7 julli", "7 decmbeer", "månad", "på Sundby", "7 novvemberr"),
        *(
            "7/12 passar inte",
            "7 dec funkar inte, tack",
            "inte 7/12",
            "nej 7/12",
            "helst 7/12",
            "kanske 7/12",
            "7/12 👎",
        ),
        *(
            "7/12 🤔",
            "7/12 är inte ok",
            "7/12 no thanks",
            "vi börjar inte 7/12",
            "7 dec kl 10 eller 11",
            "måndag 7/12 v 51",
        ),
        *("v 51 7/12", "vi börjar 7/12 slut 1/3", "12/25", "7 12", "7 i 12", "efter 7/12", "2026 7 12"),
    ):
        with each(subtests, text):
            assert not isinstance(read(text, TODAY), Days)


def test_a_cell_is_read_as_it_stands(subtests: pytest.Subtests) -> None:
    for text in (*SAID_WITH_MORE[single(12, 7)][:7], "vi börjar 7/12", "7/12 😊", "2026 12 07", "7 dec 2026 kl 10"):
        with each(subtests, text):
            assert understood(text, TODAY) is None


def test_a_day_by_which_is_told_from_one_on_which() -> None:
    by_then = (
        *("senast 1 mars", "Senast den 1/3", "t.o.m. 1 mars", "till och med 1/3", "by 1 March", "no later than 1/3"),
        *("vi börjar senast 1 mars", "1 mars senast", "1 March at the latest", "allra senast 1/3"),
    )
    assert [text for text in by_then if not says_a_limit(text)] == []
    assert {read(text, TODAY) for text in by_then} == {single(3, 1, 2027)}
    on_it = ("1 mars", "från 1 mars", "till 1 mars", "tomorrow", "from 1/3")
    assert [text for text in on_it if says_a_limit(text)] == []


def test_a_text_of_the_calendar_without_a_day_is_vague() -> None:
    vague = (
        "i helgen",
        "snarast",
        "mitten av mars",
        "efter nyår",
        "om ett par veckor",
        "snart",
        "in the spring",
        "nästa månad",
        "after Easter",
    )
    assert [text for text in vague if not is_vague(text)] == []
    assert [text for text in ("hej", "kanske", "", "vet inte", "39", "maja") if is_vague(text)] == []


def test_a_day_near_another_is_in_that_days_year() -> None:
    assert read("1/3", TODAY, near=date(2027, 12, 1)) == single(3, 1, 2028)
    assert read("om två veckor", TODAY, near=date(2027, 12, 1)) == single(12, 7)


@given(day=ANY_DAY, today=ANY_DAY)
def test_what_the_bot_writes_itself_is_read_as_that_day(day: date, today: date) -> None:
    for language in Language:
        assert read(formats.weekday(day, language), today) == Days(day, day)
        assert read(formats.day(day, language), today) == Days(day, day)
        assert read(formats.dated(day, language), today) == Days(day, day)
