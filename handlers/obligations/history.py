"""What has happened under a contract or to an obligation, from the ledger, as cards tell it line by line."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from domain.answered import proposed
from domain.hearsay import HeardBy, Said
from domain.ledger_event import LedgerEvent
from domain.role import Role
from handlers.handling.work import Work
from handlers.obligations import facts
from messages.obligations.facts import HeardLine, LedgerLine
from storage.obligations.history import HistoryEntry

_WITH_REASON = (
    LedgerEvent.OBLIGATION_WAIVED,
    LedgerEvent.OBLIGATION_ANSWERED,
    LedgerEvent.OBLIGATION_OFFERED,
    LedgerEvent.OBLIGATION_OFFER_WITHDRAWN,
    LedgerEvent.OBLIGATION_TIME_SUGGESTED,
)
"""What the ledger keeps beside these is told as it is: why, how many places, or which time."""


Speakers = Mapping[tuple[datetime, str | None], str]
"""Whose word it was, by when it was written down and by whom."""


def lines(work: Work, happened: Sequence[HistoryEntry]) -> tuple[LedgerLine, ...]:
    """A line for each."""
    spoke = speakers(happened)
    return tuple(
        LedgerLine(
            on=work.city.today(each.at),
            who=each.recipient or _speaker(each, spoke) or each.actor or "",
            event=each.event,
            obligation=facts.named(each.obligation) if each.obligation else None,
            until=_until(each),
            reason=_reason(each),
            proposed=proposed(each.content) if each.event is LedgerEvent.OBLIGATION_ANSWERED else "",
            heard=heard(each),
        )
        for each in happened
    )


def speakers(happened: Sequence[HistoryEntry]) -> Speakers:
    """Who said what staff wrote down: what comes of it is recorded at the same instant, and is their word."""
    told = [(each, heard(each)) for each in happened]
    return {(each.at, each.actor): line.speaker for each, line in told if line is not None}


def _speaker(each: HistoryEntry, spoke: Speakers) -> str | None:
    """Whose word it was; None for the line that says who heard it."""
    return None if each.event is LedgerEvent.SUPPLIER_HEARD else spoke.get((each.at, each.actor))


def _until(each: HistoryEntry) -> date | None:
    if each.event is not LedgerEvent.OBLIGATION_MOVED:
        return None
    try:
        return date.fromisoformat(each.content)
    except ValueError:
        return None  # the words were disposed of, lawfully


def _reason(each: HistoryEntry) -> str:
    if each.event is LedgerEvent.OBLIGATION_FULFILLED:
        return facts.fulfilled_by(each.content)
    if each.event is LedgerEvent.OBLIGATION_ANSWERED and proposed(each.content):
        return ""
    return each.content if each.event in _WITH_REASON else ""


def heard(each: HistoryEntry) -> HeardLine | None:
    """What was heard; None for anything else, and where the words were disposed of, lawfully."""
    if each.event is not LedgerEvent.SUPPLIER_HEARD or not each.content:
        return None
    kept = json.loads(each.content)
    return HeardLine(
        said=Said(kept["said"]),
        speaker=kept["speaker"],
        how=HeardBy(kept["how"]),
        on=date.fromisoformat(kept["on"]),
        role=Role(kept["role"]),
    )
