"""A supplier's page to print: one A4, whose words stand in `<language>/supplier_sheet.typ`."""

import json
from collections.abc import Sequence
from typing import Any

from domain.how_far import HowFar
from domain.language import Language
from domain.offer_step import HELD_ON_A_DAY
from messages import formats, typesetting
from messages.label import FOLDER, Label
from messages.obligations import words
from messages.suppliers.supplier import (
    AwaitedOfSupplier,
    ContractStanding,
    Judged,
    KindOffered,
    SoMany,
    Supplier,
    SupplierSheet,
    YearOffered,
)

CONTRACTS, AWAITED, QUESTIONS, OFFERED, AHEAD, CONTACTS = 4, 3, 3, 8, 2, 3
"""So many lines of each sort have room on one page; how many more there are is told."""

TRADES, LONGEST = 3, 64
"""So many trades; and so many characters of a title, which are enough to know it by."""


def pdf(sheet: SupplierSheet, language: Language) -> bytes:
    """The file. Heavy: not for the event loop. Raises typst's own errors for a broken template."""
    template = FOLDER / language.value / "supplier_sheet.typ"
    values = {"page": json.dumps(_in_words(sheet, language))}
    return typesetting.pdf(template, values)


def _in_words(sheet: SupplierSheet, language: Language) -> dict[str, Any]:
    supplier, meetings = sheet.supplier, sheet.supplier.meetings
    offered = [_offered(year, of, language) for year in supplier.years for of in year.kinds]
    return {
        "city": sheet.city,
        "on": formats.day(sheet.on, language),
        "is_matchers": sheet.is_matchers,
        "name": supplier.name,
        "organisation_number": supplier.organisation_number or "",
        "trades": ", ".join(Label(f"trade.{trade}").worded(language) for trade in supplier.trades[:TRADES]),
        "contacts": list(supplier.contacts[:CONTACTS]),
        "untaken": supplier.waits.untaken,
        "proposals": supplier.waits.proposals,
        "for_city": _awaited(supplier, HowFar.CITY, language),
        "for_supplier": _awaited(supplier, HowFar.SUPPLIER, language),
        "contracts": [_contract(each, language) for each in supplier.contracts[:CONTRACTS]],
        "more_contracts": max(len(supplier.contracts) - CONTRACTS, 0),
        "offered": offered[:OFFERED],
        "more_offered": max(len(offered) - OFFERED, 0),
        "earlier": [_earlier(each) for each in supplier.years if each.earlier],
        "by_supplier": _judged(supplier.by_supplier, language),
        "by_city": _judged(supplier.by_city, language),
        "have-been": meetings.have_been,
        "held": meetings.held,
        "attended": meetings.attended,
        "not_held": meetings.not_held,
        "cancelled": meetings.cancelled,
        "ahead": [
            f"{Label(f'obligation.{each.kind}').worded(language)}, {formats.weekday(each.on, language)}"
            for each in meetings.ahead[:AHEAD]
        ],
    }


def _awaited(supplier: Supplier, side: HowFar, language: Language) -> dict[str, Any]:
    theirs = [each for each in supplier.waits.promised if each.how_far is side]
    return {
        "lines": [_promised(each, language) for each in theirs[:AWAITED]],
        "more": max(len(theirs) - AWAITED, 0),
    }


def _promised(each: AwaitedOfSupplier, language: Language) -> str:
    what = _cut(words.named(each.obligation, language))
    return f"{what}, {formats.day(each.obligation.due_on, language)} ({each.number})"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _contract(each: ContractStanding, language: Language) -> dict[str, Any]:
    return {
        "number": each.number,
        "title": _cut(each.title),
        "ends": formats.day(each.ends_on, language) if each.ends_on else "",
        "has_ended": each.has_ended,
        "stands": ", ".join(_so_many(of, language) for of in each.stands),
    }


def _so_many(of: SoMany, language: Language) -> str:
    table = "how_far" if of.number == 1 else "how_far_many"
    return f"{of.number}\N{NO-BREAK SPACE}{Label(f'{table}.{of.how_far}').worded(language)}"


def _offered(year: YearOffered, of: KindOffered, language: Language) -> dict[str, Any]:
    return {
        "year": year.year,
        "kind": Label(f"kind.{of.kind}").worded(language),
        "is_event": of.kind in HELD_ON_A_DAY,
        "offers": of.offers,
        "offered": of.offered,
        "taken": of.taken,
        "begun": of.begun,
        "completed": of.completed,
    }


def _earlier(each: YearOffered) -> dict[str, int]:
    return {"year": each.year, "number": each.earlier}


def _judged(found: Sequence[Judged], language: Language) -> list[dict[str, Any]]:
    return [
        {
            "question": Label(f"evaluation_short.{each.question}").worded(language),
            "yes": each.yes,
            "partly": each.partly,
            "no": each.no,
            "answers": each.answers,
        }
        for each in found[:QUESTIONS]
    ]
