"""The one table of files and columns: XLSX, CSV and docs/export.md are all made from it.

A column's heading stands in [export_column] of `labels.toml`, under its name. `storage/files` reads the values in the
same order and by the same names; a test compares the two.
"""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Final

from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.evaluation import Verdict
from domain.export import Export
from domain.frozen import frozen
from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from domain.meeting_outcome import MissReason
from domain.obligation import ObligationKind, ObligationStatus
from domain.placement import PlacementStatus
from domain.role import Role
from domain.slot import EmptyReason, SlotKind, SlotStatus, Trade


class CellType(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    CHOICE = "choice"
    """One of a fixed list, in words."""
    NUMBER = "number"
    """A whole number."""
    DECIMAL = "decimal"
    DAY = "day"
    MOMENT = "moment"
    """A day and a time, on the city's clock."""
    YES_NO = "yes_no"


@frozen
class Column:
    """One column of a file.

    Attributes:
        name: Of its heading, and of what is read for it.
        type: What its cells hold.
        width: In characters, in a workbook.
        words: Of a choice the table of `labels.toml` that has the words.
        choices: Of a choice what there is to choose from; empty where the words are of no enumeration.
        otherwise: Of a choice the names of those whose words stand under another.
    """

    name: str
    type: CellType
    width: int
    words: str = ""
    choices: tuple[str, ...] = ()
    otherwise: Mapping[str, str] = field(default_factory=dict)


SHORT, USUAL, LONG, WHOLE = 12, 18, 30, 80
"""Widths: a number or a day, a moment or a code, a name, and people's own words."""

MESSAGE_STATES = ("queued", "sending", "sent", "unknown", "unreachable", "dead", "expired", "cancelled")
"""How far a message has come, by the names of the outbox's states."""


def _text(name: str, width: int = LONG) -> Column:
    return Column(name, CellType.TEXT, width)


def _number(name: str) -> Column:
    return Column(name, CellType.NUMBER, SHORT)


def _day(name: str) -> Column:
    return Column(name, CellType.DAY, SHORT)


def _moment(name: str) -> Column:
    return Column(name, CellType.MOMENT, USUAL)


def _yes_no(name: str) -> Column:
    return Column(name, CellType.YES_NO, SHORT)


def _choice(name: str, kind: type[StrEnum], *, words: str = "") -> Column:
    return Column(name, CellType.CHOICE, USUAL, words or name, tuple(each.value for each in kind))


def _verdict(name: str, *, has_maybe: bool = False) -> Column:
    """An answer, in the words of the button that was pressed: to some questions the middle one is *Kanske*."""
    otherwise = {Verdict.PARTLY.value: "maybe"} if has_maybe else {}
    return Column(name, CellType.CHOICE, USUAL, "verdict", tuple(each.value for each in Verdict), otherwise)


COLUMNS: Final[Mapping[Export, tuple[Column, ...]]] = {
    Export.CONTRACTS: (
        _text("registry_number", USUAL),
        _text("contract_title"),
        _text("supplier"),
        _text("organisation_number", USUAL),
        _choice("trade", Trade),
        _choice("clause", Clause),
        _day("starts_on"),
        _day("ends_on"),
        _number("value"),
        _choice("cadence", Cadence),
        _choice("counting", Counting),
        _choice("counts_from", CountsFrom),
        _text("first_contact"),
        _text("second_contact"),
        _yes_no("is_held"),
        _moment("came_at"),
    ),
    Export.OBLIGATIONS: (
        _number("obligation_number"),
        _text("registry_number", USUAL),
        _text("supplier"),
        _choice("obligation", ObligationKind),
        _text("obligation_title"),
        _yes_no("is_for_city"),
        _choice("slot_kind", SlotKind, words="kind"),
        _number("wanted"),
        _choice("counting", Counting),
        _day("planned_on"),
        _day("due_on"),
        _choice("obligation_status", ObligationStatus),
        _moment("settled_at"),
        _text("settled_by"),
        _text("obligation_reason", WHOLE),
    ),
    Export.MEETINGS: (
        _number("meeting_number"),
        _text("registry_number", USUAL),
        _text("supplier"),
        _choice("meeting_kind", MeetingKind),
        _choice("meeting_status", MeetingStatus),
        _moment("starts_at"),
        Column("hours", CellType.DECIMAL, SHORT),
        _text("place"),
        _text("organiser"),
        _number("asked"),
        _number("came"),
        _yes_no("has_supplier_come"),
        _choice("miss_reason", MissReason),
        _text("cancelled_reason"),
        _text("agreed", WHOLE),
        _moment("confirmed_at"),
        _text("confirmed_by"),
    ),
    Export.ATTENDANCE: (
        _number("meeting_number"),
        _moment("starts_at"),
        _text("supplier"),
        _text("person"),
        _choice("role", Role),
        _choice("meeting_answer", MeetingAnswer),
        _text("stand_in"),
        _moment("answered_at"),
        _yes_no("has_come"),
    ),
    Export.SLOTS: (
        _number("slot_number"),
        _text("supplier"),
        _text("registry_number", USUAL),
        _choice("slot_kind", SlotKind, words="kind"),
        _choice("trade", Trade),
        _number("places"),
        _text("area", USUAL),
        _text("slot_title"),
        _text("tasks", WHOLE),
        _day("starts_on"),
        _day("ends_on"),
        _day("answer_by"),
        _choice("slot_status", SlotStatus),
        _moment("reported_at"),
        _text("reported_by"),
        _moment("claimed_at"),
        _text("claimed_by"),
        _moment("expired_at"),
        _choice("empty_reason", EmptyReason),
        _text("withdrawn_reason"),
        _moment("held_at"),
        _number("participants"),
    ),
    Export.PLACEMENTS: (
        _text("placement_code", USUAL),
        _number("slot_number"),
        _text("supplier"),
        _text("registry_number", USUAL),
        _choice("slot_kind", SlotKind, words="kind"),
        _choice("placement_status", PlacementStatus),
        _day("proposed_at"),
        _day("starts_on"),
        _day("ends_on"),
        _day("begun_on"),
        _day("ended_on"),
    ),
    Export.EVALUATIONS: (
        _text("placement_code", USUAL),
        _number("meeting_number"),
        _choice("role", Role),
        _day("asked_at"),
        _day("said_at"),
        _verdict("again", has_maybe=True),
        _verdict("right_match"),
        _verdict("prepared"),
        _verdict("support"),
        _verdict("leads_to_job", has_maybe=True),
        _verdict("brief"),
        _verdict("response"),
        _verdict("worthwhile"),
    ),
    Export.CONTACTS: (
        _text("contact"),
        _text("supplier"),
        _text("organisation_number", USUAL),
        _text("phone", USUAL),
        _text("email"),
        _number("contracts"),
        _yes_no("is_in"),
        _moment("joined_at"),
        _moment("came_at"),
    ),
    Export.MESSAGES: (
        _number("message_number"),
        _number("changes"),
        _text("recipient"),
        _choice("role", Role),
        _text("supplier"),
        _text("template"),
        _moment("queued_at"),
        Column("message_state", CellType.CHOICE, USUAL, "message_state", MESSAGE_STATES),
        _yes_no("is_accepted"),
        _moment("sent_at"),
        _text("words", WHOLE),
    ),
}
"""Each file's columns, in their order. Of placements and evaluations there are no more on purpose: see 0044."""
