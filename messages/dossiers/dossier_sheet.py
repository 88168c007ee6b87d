"""The dossier as a file: its facts in words, for `<language>/dossier.typ`."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from domain.language import Language
from messages import filing, formats
from messages.dossiers import timeline
from messages.dossiers.facts import Dossier, Met, Offered, Placed, Promised
from messages.imprint import Imprint
from messages.label import Label
from messages.meetings import record_sheet
from messages.obligations import words as obligation_words
from messages.plain import from_plain
from messages.procurements.facts import DecisionFacts

LONG = 40
"""From so many entries on, a dossier has a table of contents."""


def pdf(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    """The file. Heavy: not for the event loop."""
    return filing.pdf("dossier", in_words(from_plain(facts, Dossier), language), imprint, language)


def in_words(dossier: Dossier, language: Language) -> dict[str, Any]:
    """What stands in it."""
    entries = timeline.entries(dossier, language)
    return {
        "contract": _contract(dossier, language),
        "decision": _decision(dossier.decision, language) if dossier.decision else None,
        "promised": [_promised(each, language) for each in dossier.promised],
        "met": [_met(each, language) for each in dossier.met],
        "offered": [_offered(each, language) for each in dossier.offered],
        "months": _months(entries, language),
        "happened": len(dossier.happened),
        "said": sum(len(each.numbers) for each in dossier.said),
        "withheld": sum(len(each.numbers) for each in dossier.said if each.is_withheld),
        "first": formats.day(entries[0].at, language) if entries else "",
        "last": formats.day(entries[-1].at, language) if entries else "",
        "is_long": len(entries) >= LONG,
    }


def _contract(dossier: Dossier, language: Language) -> dict[str, Any]:
    contract = dossier.contract
    return {
        "number": contract.number,
        "title": contract.title,
        "supplier": contract.supplier,
        "procurement": dossier.procurement,
        "begins": formats.day(contract.starts_on, language),
        "ends": formats.day(contract.ends_on, language) if contract.ends_on else "",
        "clause": Label(f"clause.{contract.clause}").worded(language),
        "cadence": Label(f"cadence.{dossier.cadence}").worded(language) if dossier.cadence else "",
        "value": formats.kronor(contract.value, language) if contract.value is not None else "",
        "contacts": list(dossier.contacts),
        "asked_by": dossier.asked_by,
    }


def _decision(decision: DecisionFacts, language: Language) -> dict[str, str]:
    kinds = ", ".join(Label(f"kind.{kind}").worded(language) for kind in decision.kinds)
    return {
        "level": Label(f"level.{decision.level}").worded(language),
        "kinds": kinds,
        "reason": decision.reason,
        "by": decision.by,
        "on": formats.day(decision.on, language),
        "advised": Label(f"level.{decision.advised}").worded(language),
    }


def _promised(each: Promised, language: Language) -> dict[str, str]:
    settled = each.settled
    how = [formats.day(settled.on, language), settled.who] if settled else []
    if settled and settled.reason:
        how.append(obligation_words.because(settled.reason, language))
    return {
        "what": formats.begun_large(obligation_words.named(each.obligation, language)),
        "due": formats.day(each.obligation.due_on, language),
        "stands": Label(f"obligation_status.{each.obligation.status}").worded(language),
        "how": ", ".join(filter(None, how)),
    }


def _met(each: Met, language: Language) -> dict[str, Any]:
    told = record_sheet.meeting(each.meeting, language)
    return told | {
        "stands": Label(f"meeting_status.{each.status}").worded(language),
        "agreed": record_sheet.agreed(each.agreed, language) if each.agreed else None,
        "confirmed_by": each.confirmed_by,
        "confirmed_on": formats.day(each.confirmed_on, language) if each.confirmed_on else "",
        "why": ". ".join([*(label.worded(language) for label in each.because), *filter(None, [each.words])]),
    }


def _offered(each: Offered, language: Language) -> dict[str, Any]:
    days = [formats.day(day, language) for day in (each.starts_on, each.ends_on) if day]
    counted = Label(f"{'one' if each.places == 1 else 'many'}.{each.kind}").worded(language)
    return {
        "number": each.number,
        "what": f"{Label(f'kind.{each.kind}').worded(language)}, {Label(f'trade.{each.trade}').worded(language)}",
        "places": f"{each.places} {counted}",
        "where": each.area,
        "days": "–".join(days),
        "reported": ", ".join(filter(None, [formats.day(each.reported_on, language), each.reported_by])),
        "stands": Label(f"status.{each.status}", text=each.holder).worded(language),
        "placements": [_placed(placed, language) for placed in each.placements],
    }


def _placed(each: Placed, language: Language) -> dict[str, str]:
    days = [formats.day(day, language) for day in (each.began_on, each.ended_on) if day]
    return {
        "code": each.code,
        "stands": Label(f"placement_short.{each.status}").worded(language),
        "days": "–".join(days),
    }


def _months(entries: Sequence[timeline.Entry], language: Language) -> list[dict[str, Any]]:
    """The entries under their months."""
    return [
        {"name": formats.month_in_full(first, language), "entries": [_entry(each, language) for each in of_month]}
        for first, of_month in _by_month(entries)
    ]


def _by_month(entries: Iterable[timeline.Entry]) -> Iterable[tuple[datetime, list[timeline.Entry]]]:
    for _, of_month in groupby(entries, key=lambda each: (each.at.year, each.at.month)):
        together = list(of_month)
        yield together[0].at, together


def _entry(each: timeline.Entry, language: Language) -> dict[str, Any]:
    return {
        "day": formats.short_day(each.at, language),
        "time": formats.time_of_day(each.at, language),
        "rows": timeline.in_runs(each.rows),
        "what": formats.begun_large(each.what),
        "notes": list(each.notes),
        "words": each.words,
        "agreed": record_sheet.agreed(each.agreed, language) if each.agreed else None,
        "is_message": each.is_message,
        "is_withheld": each.is_withheld,
    }
