"""Texts as registers save them: in every encoding, with marks that nobody closed, with numbers kept as texts."""

import pytest

from tests.each import each
from tests.importing.read_list import listed

HEADINGS = "Leverantör;Organisationsnummer;Diarienummer;Avtal;Start;Slut;Kontaktperson;Telefon;Anmärkning"
PAINTING = "Exempelmåleriet AB;556016-0680;KS 2026/17;Måleritjänster;2026-12-01;2027-12-31;Mira Holm;042-10 50 00;"
FLOORS = "Golvbolaget AB;556036-0793;KS 2026/18;Golvläggning;2026-12-01;2027-12-31;Eva Lo;042-10 50 01;"
PIPES = "Rörfirman AB;556703-7485;KS 2026/19;Rör;2026-12-01;;Bo Ek;042-10 50 02;"
ALL = (HEADINGS, PAINTING, FLOORS, PIPES)
NAMES = ["Exempelmåleriet AB", "Golvbolaget AB", "Rörfirman AB"]


def text(*lines: str, encoding: str = "utf-8", line_end: str = "\r\n") -> bytes:
    return "".join(line + line_end for line in lines).encode(encoding)


def otherwise(line: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in line
        line = line.replace(old, new)
    return line


KEPT_AS_TEXT = (("556016-0680", '="556016-0680"'), ("042-10 50 00", "'042-10 50 00"))
TEXTS = {
    "two encodings, headings in UTF-8": text(*ALL[:2]) + text(*ALL[2:], encoding="cp1252"),
    "two encodings, headings in Windows' letters": text(HEADINGS, encoding="cp1252") + text(*ALL[1:]),
    "encoded twice": text(*ALL).decode("cp1252").encode(),
    "marked twice": b"\xef\xbb\xbf" + text(*ALL, encoding="utf-8-sig"),
    "two bytes a letter, unmarked": text(*ALL, encoding="utf-16-be"),
    "one quoted cell of each row": text(*(f'"{line}"' for line in ALL)),
    "bars between": text(*(line.replace(";", "|") for line in ALL)),
    "commas and spaces between": text(*(", ".join(f'"{cell}"' for cell in line.split(";")) for line in ALL)),
    "the separator told in quotes": text('"sep=;"', *ALL),
    "the separator told in capitals": text("SEP=;", *ALL),
    "kept as text": text(HEADINGS, otherwise(PAINTING, *KEPT_AS_TEXT), *ALL[2:]),
    "a mark that nobody closed, in a note": text(HEADINGS, f'{PAINTING}"se pärmen', *ALL[2:]),
    "two of them": text(HEADINGS, f'{PAINTING}"se pärmen', f'{FLOORS}"ring först', PIPES),
    "in a title": text(HEADINGS, otherwise(PAINTING, ("Måleri", '"Måleri')), *ALL[2:]),
    "in a title, and in another": text(
        HEADINGS, otherwise(PAINTING, ("Måleri", '"Måleri')), otherwise(FLOORS, ("Golvl", '"Golvl')), PIPES
    ),
    "a broken line in quotes": text(HEADINGS, f'{PAINTING}"se\r\npärmen; eller\r\nfråga"', *ALL[2:]),
    "inches": text(HEADINGS, otherwise(PAINTING, ("Måleritjänster", 'Rör 5" och 6"')), *ALL[2:]),
    "nothing but line ends of old": text(*ALL, line_end="\r"),
}


def test_no_row_is_lost_and_no_letter_is_another(subtests: pytest.Subtests) -> None:
    for name, content in TEXTS.items():
        with each(subtests, name):
            listing = listed(content)
            assert listing.mistakes == ()
            assert [contract.company.name for contract in listing.contracts] == NAMES
            assert listing.contracts[0].company.organisation_number == "556016-0680"
            assert listing.contracts[0].contacts[0].phone == "042-10 50 00"
            assert listing.contracts[2].registry_number == "KS 2026/19"
