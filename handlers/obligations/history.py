"""What has happened under a contract or to an obligation, from the ledger, as cards tell it line by line."""

from collections.abc import Sequence
from datetime import date

from domain.answered import proposed
from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from handlers.obligations import facts
from messages.obligations.facts import LedgerLine
from storage.obligations.history import HistoryEntry

_WITH_REASON = (
    LedgerEvent.OBLIGATION_WAIVED,
    LedgerEvent.OBLIGATION_ANSWERED,
    LedgerEvent.OBLIGATION_OFFERED,
    LedgerEvent.OBLIGATION_OFFER_WITHDRAWN,
    LedgerEvent.OBLIGATION_TIME_SUGGESTED,
)
"""What the ledger keeps beside these is told as it is: why, how many places, or which time."""


def lines(work: Work, happened: Sequence[HistoryEntry]) -> tuple[LedgerLine, ...]:
    """A line for each."""
    return tuple(
        LedgerLine(
            on=work.city.today(each.at),
            who=each.recipient or each.actor or "",
            event=each.event,
            obligation=facts.named(each.obligation) if each.obligation else None,
            until=_until(each),
            reason=_reason(each),
            proposed=proposed(each.content) if each.event is LedgerEvent.OBLIGATION_ANSWERED else "",
        )
        for each in happened
    )


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
