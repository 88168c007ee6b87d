"""What the ledger keeps beside an event, read as a dossier tells it: why, which, when, and in whose words."""

import json
from collections.abc import Callable
from datetime import date, datetime

from domain.contract_sheet import Column
from domain.frozen import frozen
from domain.hearsay import ObjectionReason
from domain.hold import HoldReason
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer
from domain.meeting_outcome import MissReason
from domain.procurement import Level
from domain.slot import EmptyReason
from domain.withdrawal import WithdrawalReason
from messages.label import Label


@frozen
class Detail:
    """What stands beside an event.

    Attributes:
        because: Why or which, from a list.
        words: What somebody wrote.
        until: The day that it tells of.
        meets_at: When the meeting is that it tells of.
    """

    because: tuple[Label, ...] = ()
    words: str = ""
    until: date | None = None
    meets_at: datetime | None = None


def of(event: LedgerEvent, content: str) -> Detail:
    """What is told of the content; nothing where it was disposed of, or written before this was known how."""
    read = _READ.get(event)
    if read is None or not content:
        return Detail()
    try:
        return read(content)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Detail()


def _words(content: str) -> Detail:
    return Detail(words=content)


def _planned(content: str) -> Detail:
    kept = json.loads(content)
    return Detail(words=kept["place"], meets_at=datetime.fromisoformat(kept["starts_at"]))


def _moved(content: str) -> Detail:
    kept = json.loads(content)
    said = [kept["place"], kept["reason"]]
    return Detail(words="\n".join(filter(None, said)), meets_at=datetime.fromisoformat(kept["starts_at"]))


def _cancelled(content: str) -> Detail:
    return Detail(words=json.loads(content)["reason"] or "")


def _answered(content: str) -> Detail:
    kept = json.loads(content)
    answer = Label(f"meeting_answer.{MeetingAnswer(kept['answer'])}")
    return Detail((answer,), words=kept.get("proposal") or kept.get("stand_in") or "")


def _withdrawn(content: str) -> Detail:
    is_usual = content in set(WithdrawalReason)
    return Detail((Label(f"withdrawal.{content}"),)) if is_usual else Detail(words=content)


def _held(content: str) -> Detail:
    """Why reminders rest, and until when."""
    reason, _, until = content.partition(":")
    because = (Label(f"hold_reason.{HoldReason(reason)}"),)
    return Detail(because, until=None if until == OPEN else date.fromisoformat(until))


def _decided(content: str) -> Detail:
    """How far a procurement goes, and why."""
    kept = json.loads(content)
    return Detail((Label(f"level.{Level(kept['level'])}"),), words=kept["reason"])


def _changed(content: str) -> Detail:
    """Which columns of the contract's row are others."""
    return Detail(tuple(Label(f"column.{Column(name)}") for name in content.split(", ")))


OPEN = "open"
"""How the ledger keeps that no day is known."""

_READ: dict[LedgerEvent, Callable[[str], Detail]] = {
    LedgerEvent.CONTRACT_CHANGED: _changed,
    LedgerEvent.REMINDERS_HELD: _held,
    LedgerEvent.MEETING_PLANNED: _planned,
    LedgerEvent.MEETING_MOVED: _moved,
    LedgerEvent.MEETING_CANCELLED: _cancelled,
    LedgerEvent.MEETING_ANSWERED: _answered,
    LedgerEvent.MEETING_MISS_EXPLAINED: lambda code: Detail((Label(f"miss_reason.{MissReason(code)}"),)),
    LedgerEvent.MEETING_DISPUTED: _words,
    LedgerEvent.SLOT_ASKED: _words,
    LedgerEvent.SLOT_ANSWERED: _words,
    LedgerEvent.INQUIRY_CHANGED: _words,
    LedgerEvent.SLOT_WITHDRAWN: _withdrawn,
    LedgerEvent.SLOT_EMPTY_EXPLAINED: lambda code: Detail((Label(f"empty_reason.{EmptyReason(code)}"),)),
    LedgerEvent.SLOT_DAY_PLANNED: lambda day: Detail(until=date.fromisoformat(day)),
    LedgerEvent.SLOT_HELD: lambda came: Detail((Label("dossier.came", text=str(int(came))),)),
    LedgerEvent.HEARSAY_OBJECTED: lambda code: Detail((Label(f"objection.{ObjectionReason(code)}"),)),
    LedgerEvent.DOCUMENT_REGISTERED: _words,
    LedgerEvent.PROCUREMENT_DECIDED: _decided,
}
"""Of placements nothing but their code is told, which stands in what they are about."""
