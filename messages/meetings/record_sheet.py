"""The record of one meeting as a file: its facts in words, for `<language>/meeting_record.typ`."""

from typing import Any

from domain.language import Language
from domain.meeting import MeetingAnswer
from messages import filing, formats
from messages.imprint import Imprint
from messages.label import Label
from messages.meetings.meeting import Invited, MeetingFacts
from messages.meetings.record import AgreedVersion, MeetingRecord, SummaryStep
from messages.plain import from_plain


def pdf(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    """The file. Heavy: not for the event loop."""
    record = from_plain(facts, MeetingRecord)
    return filing.pdf("meeting_record", in_words(record, language), imprint, language)


def in_words(record: MeetingRecord, language: Language) -> dict[str, Any]:
    """What stands in it."""
    return meeting(record.meeting, language) | {
        "agreed": agreed(record.agreed, language),
        "steps": [_step(each, language) for each in record.steps],
        "confirmed_by": record.confirmed_by,
        "confirmed_at": formats.weekday_and_time(record.confirmed_at, language),
        "heard_by": record.heard_by,
    }


def meeting(told: MeetingFacts, language: Language) -> dict[str, Any]:
    """Which meeting, when and where, and who was asked."""
    return {
        "kind": Label(f"meeting_kind.{told.kind}").worded(language),
        "at": formats.weekday_and_time(told.starts_at, language),
        "minutes": told.minutes,
        "place": told.place,
        "supplier": told.supplier,
        "contract": told.contract,
        "organiser": told.organiser,
        "asked": [_asked(each, language) for each in told.invited],
    }


def agreed(version: AgreedVersion, language: Language) -> dict[str, Any]:
    """Who came, what was agreed, and what is to be done."""
    return {
        "came": list(version.came),
        "has_other_come": version.has_other_come,
        "agreed": version.agreed,
        "actions": [
            {"title": each.title, "due": formats.day(each.due_on, language), "is_for_city": each.is_for_city}
            for each in version.actions
        ],
    }


def _asked(each: Invited, language: Language) -> dict[str, Any]:
    answer: MeetingAnswer | str = each.answer or "none"
    return {
        "name": each.name,
        "answer": "" if each.is_host else Label(f"meeting_answer.{answer}").worded(language),
        "stand_in": each.stand_in,
        "is_host": each.is_host,
    }


def _step(each: SummaryStep, language: Language) -> dict[str, Any]:
    return {
        "at": formats.day_and_time(each.at, language),
        "what": Label(f"history.{each.event}").worded(language),
        "who": each.who,
        "words": each.words,
        "agreed": agreed(each.version, language) if each.version else None,
    }
