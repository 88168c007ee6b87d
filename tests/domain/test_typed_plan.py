"""What plans and people say of a procurement: amounts, lengths, shares, and when it begins."""

from datetime import date

from domain.planned_start import period_meant
from domain.typed_amount import understood_amount
from domain.typed_date import Days
from domain.typed_months import understood_months
from domain.typed_share import understood_share

AMOUNTS: dict[str, int] = {
    **dict.fromkeys(("500 000", "500000", "500.000", "500,000", "500 000 kr", "500 000:-", "SEK 500 000"), 500_000),
    **dict.fromkeys(("500 000,00", "500,000.00", "500.000,00 kr", "500 tkr", "500 k", "500k", "500 tusen"), 500_000),
    **dict.fromkeys(("0,5 milj", "0.5 mkr", "en halv miljon", "halv miljon kr", "half a million"), 500_000),
    **dict.fromkeys(("800 tkr", "800 kSEK", "800 TSEK", "ca 800 tkr", "800\N{NO-BREAK SPACE}000 kr"), 800_000),
    **dict.fromkeys(("4 milj", "4 milj.", "4 miljoner", "fyra miljoner", "4 MSEK", "4M", "4 Mkr", "4 mnkr"), 4_000_000),
    **dict.fromkeys(("4 miljoner kronor", "4 000 tkr", "4.000 tkr", "4 000 000 kr exkl. moms"), 4_000_000),
    **dict.fromkeys(("4,5 milj", "4.5 mkr", "4,50 MSEK", "4 500 000", "cirka 4,5 milj kr"), 4_500_000),
    "en och en halv miljon": 1_500_000,
    "1,2 miljarder": 1_200_000_000,
    "4": 4,
    "0": 0,
}
NO_AMOUNTS = (
    *("", "vet inte", "3-4 milj", "3–4 milj", "1.500 milj", "1,234 mkr", "4 milj + option", "-4 milj", "fyra", "40 %"),
    *("4 eur", "12 34", "1.50.000", "minst 4 milj", "4 milj per år", "2000 miljarder", "kr"),
)

MONTHS: dict[str, int] = {
    **dict.fromkeys(("24", "24 mån", "24 mån.", "24 månader", "2 år", "två år", "2 years", "i två år"), 24),
    **dict.fromkeys(("18", "1,5 år", "1.5 år", "ett och ett halvt år", "18 months"), 18),
    **dict.fromkeys(("ett halvår", "halvår", "ett halvt år", "sex månader", "6"), 6),
    **dict.fromkeys(("8 veckor", "8 v", "två månader"), 2),
    "1 vecka": 1,
    **dict.fromkeys(("4,5 mån", "4.5 månader", "18 veckor", "fem månader"), 5),
    **dict.fromkeys(("4 mån", "17 v"), 4),
    "10 år": 120,
}
NO_MONTHS = ("", "2+1 år", "2 + 2 år", "2 år + option", "tills vidare", "0", "30 år", "2-3 år", "år", "vet inte")

SHARES: dict[str, int] = {"40 %": 40, "40%": 40, "40": 40, "ca 40 %": 40, "fyrtio procent": 40, "0": 0, "100 %": 100}
NO_SHARES = ("", "140 %", "30-40 %", "hälften", "4 milj", "-5 %")

PERIODS: dict[str, tuple[date, date]] = {
    **dict.fromkeys(
        ("mars 2027", "Mars 2027", "mar. 2027", "2027-03", "2027/3", "march 2027"),
        (date(2027, 3, 1), date(2027, 3, 31)),
    ),
    **dict.fromkeys(
        ("Q2 2027", "kv 2 2027", "kvartal 2, 2027", "2027 Q2", "2027-Q2", "2027kv2"),
        (date(2027, 4, 1), date(2027, 6, 30)),
    ),
    "Q4 2028": (date(2028, 10, 1), date(2028, 12, 31)),
    "februari 2028": (date(2028, 2, 1), date(2028, 2, 29)),
}
NO_PERIODS = ("", "våren 2027", "2027", "Q5 2027", "mars", "2027-13", "mars 1987", "1 mars 2027")


def test_an_amount_is_understood_however_it_is_written() -> None:
    assert {text: understood_amount(text) for text in AMOUNTS} == AMOUNTS


def test_what_is_not_surely_one_amount_is_none() -> None:
    assert {text: understood_amount(text) for text in NO_AMOUNTS} == dict.fromkeys(NO_AMOUNTS)


def test_below_a_heading_in_thousands_a_bare_number_counts_them_and_an_amount_with_its_own_unit_stands() -> None:
    written = {"4 000": 4_000_000, "800": 800_000, "4 milj": 4_000_000, "4,5": 4_500}
    assert {text: understood_amount(text, unit=1_000) for text in written} == written


def test_a_length_is_understood_in_months() -> None:
    assert {text: understood_months(text) for text in MONTHS} == MONTHS
    assert [understood_months(text, unit=12) for text in ("2", "1,5", "6 mån")] == [24, 18, 6]


def test_what_is_not_surely_one_length_is_none() -> None:
    assert {text: understood_months(text) for text in NO_MONTHS} == dict.fromkeys(NO_MONTHS)


def test_a_share_is_whole_percent() -> None:
    assert {text: understood_share(text) for text in SHARES} == SHARES
    assert {text: understood_share(text) for text in NO_SHARES} == dict.fromkeys(NO_SHARES)


def test_a_month_or_a_quarter_lasts_from_its_first_day_to_its_last() -> None:
    assert {text: period_meant(text) for text in PERIODS} == {text: Days(*days) for text, days in PERIODS.items()}
    assert {text: period_meant(text) for text in NO_PERIODS} == dict.fromkeys(NO_PERIODS)
