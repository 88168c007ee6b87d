"""Dossiers and records as files: what they claim holds whatever was written, and a long one is made in time."""

import resource
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from domain.ledger_event import IN_HISTORY, LedgerEvent
from messages import made_apart
from messages.document import as_facts, made
from messages.dossiers.facts import Dossier, Happening
from messages.dossiers.timeline import in_runs
from messages.made_apart import ToMake, made_somewhere
from messages.meetings.record import MeetingRecord
from messages.message import Message
from messages.obligations.facts import LedgerLine
from messages.rendering import plain, rendered
from messages.template import is_kept
from messages.withheld import tells_of_residents
from tests.documents import FILED, claims, read, text_of
from tests.messages.dossiers import AT, IMPRINT, a_dossier, a_happening, a_record, a_saying
from tests.messages.hostile import HOSTILE
from tests.messages.samples import NAMES, variant

STRANGE = [
    *HOSTILE,
    *("王小明", "محمد علي", "😀 Anna 👨\u200d👩\u200d👧", "\u202egnp", "a\u0301", "\ue000"),
    *("<b>x</b> &amp; <", "rad\nrad\n\nrad"),
]

every_language = pytest.mark.parametrize("language", Language)


def dossier_of(dossier: Dossier, language: Language = Language.SWEDISH) -> bytes:
    return made(DocumentKind.DOSSIER, DocumentFormat.PDF, as_facts(dossier), IMPRINT, language)


def record_of(record: MeetingRecord, language: Language = Language.SWEDISH) -> bytes:
    return made(DocumentKind.MEETING_RECORD, DocumentFormat.PDF, as_facts(record), IMPRINT, language)


@every_language
def test_whatever_was_written_a_document_keeps_its_claims(language: Language) -> None:
    words = "\n".join([*STRANGE, "å" * 5000])
    tongue = {Language.SWEDISH: "sv-SE", Language.ENGLISH: "en-GB"}[language]
    for content in (dossier_of(a_dossier(words), language), record_of(a_record(words), language)):
        assert claims(content) | {"title": ""} == FILED | {"title": "", "language": tongue}


def test_what_was_written_is_never_markup_and_what_no_font_has_stands_with_its_number() -> None:
    said = text_of(dossier_of(a_dossier(" ".join(STRANGE)))).replace(" ", "")
    assert [words for words in HOSTILE if "".join(words.split()) not in said] == []
    assert [number for number in ("[U+E000]", "[U+202E]gnp") if number not in said] == []


def test_pages_are_numbered_and_a_long_dossier_has_a_table_of_contents() -> None:
    dossier = a_dossier("Målning")
    happened = tuple(a_happening(row * 24, "x") for row in range(1, 60))
    long = read(dossier_of(Dossier(dossier.contract, None, "", (), "Karin Ek", happened=happened)))
    for number, page in enumerate(long.pages, start=1):
        assert f"Sida {number} av {len(long.pages)}" in page.extract_text()
    assert "Innehåll" in long.pages[0].extract_text()
    assert len(long.outline) > 0
    short = read(dossier_of(dossier, Language.ENGLISH)).pages[0].extract_text()
    assert "Page 1 of" in short
    assert "Contents" not in short


def test_an_empty_dossier_says_so() -> None:
    contract = a_dossier("Målning").contract
    said = text_of(dossier_of(Dossier(contract, None, "", (), "Karin Ek")))
    for words in ("Inga åtaganden finns.", "Inga möten finns.", "Inga erbjudanden finns.", "Inget har hänt än."):
        assert words in said


def test_numbers_in_a_row_are_written_in_short() -> None:
    assert in_runs((12, 14, 13, 17)) == "12–14, 17"
    assert in_runs(()) == ""


def test_a_contract_of_several_years_is_made_in_seconds_and_its_memory_is_given_back(
    monkeypatch: pytest.MonkeyPatch, figure: Callable[[str], None]
) -> None:
    events = [event for event in IN_HISTORY if event is not LedgerEvent.SUPPLIER_HEARD]
    dossier = a_dossier("Målning av skolor")
    long = Dossier(
        dossier.contract,
        None,
        "",
        ("Mira Holm",),
        "Karin Ek",
        happened=tuple(
            Happening(row, AT + timedelta(hours=9 * row), LedgerLine(AT.date(), "Mira Holm", event, None, None, ""))
            for row in range(1500)
            for event in [events[row % len(events)]]
        ),
        said=tuple(a_saying(9 * row, "Stämmer det här?\nVi provar i vår.") for row in range(1500)),
    )
    wanted = ToMake(DocumentKind.DOSSIER, DocumentFormat.PDF, as_facts(long), IMPRINT, Language.SWEDISH)
    before, began = _resident(), _worked()
    content = made_somewhere(wanted)
    took, grown = _worked() - began, _resident() - before
    pages = len(read(content).pages)
    figure(f"3,000 entries, {pages} pages, {len(content) / 1e6:.1f} MB: {took:.1f} s of work, {grown} MB kept")
    assert took < 10
    assert grown < 60
    monkeypatch.setattr(made_apart, "LARGE", 10)
    small = ToMake(DocumentKind.DOSSIER, DocumentFormat.PDF, as_facts(dossier), IMPRINT, Language.SWEDISH)
    assert made_somewhere(small) == dossier_of(dossier), "the same file, wherever it is made"


def _worked() -> float:
    """Seconds of work, here and in processes that have ended: a busy machine takes longer, and is none of ours."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _resident() -> int:
    """Megabytes of this process in memory now; at its most where the system tells no more."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize() // 1_000_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 if sys.platform == "darwin" else 1000)


def test_no_message_that_a_dossier_quotes_tells_of_wishes_or_outcomes() -> None:
    told = [(name, variant(name, "x", FULL)) for name in NAMES if is_kept(name)]
    assert {name for name, parameters in told if _tells(Message(parameters))} == {ABOUT_A_PERSON}


def test_no_message_that_a_dossier_quotes_tells_what_a_supplier_has_asked_about_somebody() -> None:
    for wondered, is_told in (([], False), ([{"topic": "licence", "answer": "no_licence"}], True)):
        content = {"template": "supplier_more_told", "parameters": {"placement": {"wondered": wondered}}}
        assert tells_of_residents(content) is is_told


FULL = 2
"""The turn of the samples in which nothing is left out."""

ABOUT_A_PERSON = "matcher_wish_taken_over"
"""Says how many wishes somebody who left has handed over: it is about that person, and no contract."""


def _tells(message: Message) -> bool:
    said = plain(rendered(message, Language.SWEDISH).text)
    is_told = any(words in said for words in ("av dina önskemål", "Efter 90 dagar", "Efter sex månader"))
    return is_told and not tells_of_residents(message.content())
