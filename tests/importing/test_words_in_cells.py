"""What people and programs write into cells, each with its one meaning; what can be two things is asked about."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from domain.contact import is_same_phone
from domain.contract import Cadence, Counting, CountsFrom
from domain.contract_sheet import Column, End, Slip
from handlers.importing.reader import read
from tests.each import each
from tests.importing.read_list import listed
from tests.importing.sheets import csv

LAST = date(2027, 12, 31)
BLANKS = ("", " ", "-", "–", "—", "--", "---", "−", ".", "...", "_", "\u00a0")

MEANINGS: dict[Column, dict[Any, Sequence[Any]]] = {
    Column.ENDS_ON: {
        End.OPEN: (
            *("Tills v.", "tillsv.", "Gäller t.v.", "ej tidsbegränsat", "utan slutdatum", "obegränsat"),
            *("löpande, uppsägning 3 mån", "Tills vidare, 3 mån uppsägning", "tills vidare (uppsägning 6 mån)"),
            *("Löpande med 3 månaders uppsägningstid", "31/12 9999", "9999-12-31 00:00:00"),
        ),
        LAST: (
            *("31/12-27", "31/12 -27", "31 dec -27", "31-dec-2027", "31-dec-27", "2027 - 12 - 31", "2027–12–31"),
            *("2027-12-31 kl 23:59", "2027-12-31 kl. 23.59", "2027-12-31 12:00:00 AM", "t.o.m. 2027-12-31"),
            *("20271231", 20271231.0, 46752.0),
        ),
        Slip.END_WITH_OPTION: ("2027-12-31 (option 1+1)", "2027-12-31, förlängs automatiskt"),
        Slip.NOT_AN_END: (
            *("dec 2027", "2027", "31/12", "271231", "2027-06-31", "12/31/2027", "saknas", "0", "?"),
            *(
                "2026-12-01 - 2027-12-31",
                "2 år",
                "löpande 1 år",
                "tills vidare, dock längst 30 juni",
                "löpande till jul 30",
            ),
        ),
        None: BLANKS,
    },
    Column.PLACES: {
        2: ("2", 2.0, "2 st", "2.0", "2,0", "två", "2 platser", "2 praktikplatser"),
        0: ("0", 0.0, "0 st"),
        Slip.NOT_A_COUNT: ("1,5", 2.5, "2-3", "ca 2", "ja", "nej", "x", "-1", date(2026, 3, 2)),
        None: (*BLANKS, "saknas", "n/a", "N/A", "ej aktuellt", "?"),
    },
    Column.VALUE: {
        1_000_000: ("1 000 000 kronor", "1.000.000,00 kr", "1,000,000.00", "1\u202f000\u202f000"),
        Slip.NOT_AN_AMOUNT: ("1 mkr", "500 tkr", "500'", "ja", "100 000 €"),
        None: (*BLANKS, "n/a", "okänt"),
    },
    Column.ORGANISATION_NUMBER: {
        "556016-0680": ("556016_0680", "556016−0680", "SE 556016-0680 01", 5560160680.0),
        Slip.NOT_A_NUMBER_OF_A_COMPANY: ("999999-9999", "5,56016E+09", "utländskt", "556016-0680 / 556703-7485"),
        None: (*BLANKS, "000000-0000", "0000000000", "0", 0.0, "saknas"),
    },
    Column.EMAIL: {
        "mira@exempel.se": (
            *("'mira@exempel.se'", "e-post: mira@exempel.se", "mira@exempel.se (jobb)", "smtp:mira@exempel.se"),
            *("mira@exempel.se#mailto:mira@exempel.se#", "mira@exempel.se <mailto:mira@exempel.se>"),
        ),
        Slip.NOT_AN_EMAIL: ("mira(at)exempel.se", "Mira Holm@exempel.se", "mira@ exempel.se", "www.exempel.se"),
        Slip.TWO_EMAILS: ("mira@exempel.se/nils@exempel.se", "mira@exempel.se\nnils@exempel.se"),
        None: (*BLANKS, "saknas", "0", "?"),
    },
    Column.CONTACT: {
        "Holm, Mira": ("Holm, Mira",),
        "Mira Holm, teknisk chef": ("Mira Holm, teknisk chef",),
        "Drift och underhåll": ("Drift och underhåll",),
        Slip.TWO_PEOPLE: (
            *("Mira Holm / Nils Ask", "Mira Holm och Nils Ask", "Mira Holm & Nils Ask", "Mira Holm\nNils Ask"),
            *("Mira Holm, Nils Ask", "Mira Holm; Anna-Karin Öst"),
        ),
        Slip.PRIVATE: ("Mira Holm, 070-123 45 67", "Mira Holm mira@exempel.se"),
        None: (*BLANKS, "0", 0.0, "?", "saknas"),
    },
    Column.REGISTRY_NUMBER: {
        "2026017": (2026017.0,),
        Slip.REWRITTEN: (date(2026, 11, 1), "2,02612E+11"),
    },
    Column.CADENCE: {
        Cadence.QUARTERLY: ("var 3:e månad", "var 3 mån", "1/kvartal", "4 ggr per år", "fyra gånger om året", "4x/år"),
        Cadence.HALF_YEARLY: (
            "2 ggr per år",
            "var 6:e månad",
            "varje halvår (2 ggr/år)",
            "2 möten per år",
            "halvårligen",
        ),
        Cadence.YEARLY: ("1 gång/år", "var 12:e månad", "årlig avstämning", "1 gång per kalenderår", "varje år"),
        Slip.NOT_A_CADENCE: ("2 år", "4 år", "vartannat år", "3 ggr/år", "månadsvis", "vid behov", "minst 2 ggr/år"),
    },
    Column.COUNTING: {
        Counting.PLACES: ("antal personer", "individer", "praktikplatser"),
        Counting.MONTHS: ("mån heltid", "antal månader", "hela månader på heltid"),
        Slip.NOT_COUNTED: ("timmar", "årsarbetskrafter", "platser och månader"),
    },
    Column.COUNTS_FROM: {
        CountsFrom.BEGUN: ("när platsen påbörjats", "bara påbörjat", "vid start"),
        CountsFrom.OFFERED: ("erbjuden plats", "redan vid erbjudande", "påbörjade och erbjudna"),
        Slip.NOT_COUNTED_FROM: ("avslutat", "påbörjat, inte erbjudet"),
    },
}
PHONES = {
    "070-123 45 67": (
        *("070 - 123 45 67 (mobil)", "M: 070-123 45 67", "m 070-123 45 67", "callto:+46701234567", "070‑123‑45‑67"),
        *("070-123 45 67 (dir)", "070-123 45 67, 0701234567", "☎ 070-123 45 67"),
    ),
    "042-10 50 00": ("tel: 042-10 50 00 vx", "Tel.nr 042-10 50 00", "telefonnummer 042-10 50 00", "t: 042-10 50 00"),
}
NO_PHONES = (date(2026, 11, 1), "skype:live:mira.holm", "042-10 50 00 ankn 12", "070-XXX XX XX", "se hemsida")


def test_each_word_has_its_one_meaning(subtests: pytest.Subtests) -> None:
    for column, meanings in MEANINGS.items():
        for meaning, cells in meanings.items():
            for cell in cells:
                with each(subtests, f"{column}: {cell!r}"):
                    assert read(column, cell) == meaning


def test_phones_are_found_among_words(subtests: pytest.Subtests) -> None:
    for number, cells in PHONES.items():
        for cell in cells:
            with each(subtests, cell):
                assert is_same_phone(read(Column.PHONE, cell), number)
    for other in NO_PHONES:
        with each(subtests, str(other)):
            assert read(Column.PHONE, other) is Slip.NOT_A_PHONE


HEADINGS = "Leverantör;Diarienummer;Avtal;Start;Slut"
SLASHED = {
    "the day first": (("01/12/2026", "31/12/2027"), [(date(2026, 12, 1), LAST)]),
    "the month first": (("12/01/2026", "12/31/2027"), [(date(2026, 12, 1), LAST)]),
    "either": (("01/12/2026", "05/04/2028"), [(date(2026, 12, 1), date(2028, 4, 5))]),
    "both": (("13/01/2026", "12/31/2027"), []),
    "the same": (("11/11/2026", "12/12/2027"), [(date(2026, 11, 11), date(2027, 12, 12))]),
}


def test_whether_the_day_or_the_month_stands_first_is_told_by_the_others(subtests: pytest.Subtests) -> None:
    for name, (days, meant) in SLASHED.items():
        with each(subtests, name):
            listing = listed(csv(f"Alfa AB;K-1;Måleri;{';'.join(days)}", headings=HEADINGS))
            assert [(contract.starts_on, contract.ends_on) for contract in listing.contracts] == meant


def test_a_number_with_other_capitals_and_spaces_is_the_same() -> None:
    rows = [
        f"{name};{number};Måleri;2026-12-01;" for name, number in (("Alfa AB", "KS 2026/17"), ("Beta AB", "ks2026/17"))
    ]
    listing = listed(csv(*rows, *rows, headings=HEADINGS))
    assert [(each.company.name, each.registry_number) for each in listing.contracts] == [
        ("Alfa AB", "KS 2026/17"),
        ("Beta AB", "KS 2026/17"),
    ]
