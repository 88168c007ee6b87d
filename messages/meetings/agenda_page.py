"""An agenda on one A4 with room for notes; its words stand in `<language>/meeting_agenda.typ`."""

import json
from typing import Any

from domain.language import Language
from messages import formats, typesetting
from messages.label import FOLDER, Label
from messages.meetings import agenda_words as words
from messages.meetings.agenda import AgendaPage, Promised

MOST = 6
"""Lines of each part: the others are told in the chat."""


def pdf(page: AgendaPage, language: Language) -> bytes:
    """The file. Heavy: not for the event loop. Raises typst's own errors for a broken template."""
    values = {"agenda": json.dumps(_worded(page, language))}
    template = FOLDER / language.value / "meeting_agenda.typ"
    return typesetting.pdf(template, values, made_at=page.made_at)


def _worded(page: AgendaPage, language: Language) -> dict[str, Any]:
    agenda, last = page.agenda, page.agenda.last_time
    table = words.SUPPLIER if page.is_for_supplier else words.CITY
    promised = [line for each in agenda.promised for line in _promised(each, language)]
    actions = last.actions if last else ()
    return _of_meeting(page, language) | {
        "for_city": _cut([words.point(each, table, language=language) for each in agenda.for_city], language),
        "for_supplier": _cut([words.point(each, table, language=language) for each in agenda.for_supplier], language),
        "last_time": words.met(last.meeting, language) if last else None,
        "actions": _cut([words.action(each, table, language=language) for each in actions], language),
        "promised": _cut(promised, language),
        "given": [words.given(each, language) for each in agenda.given],
        "empty": [words.empty(each, table, language=language) for each in agenda.empty],
        "not_tried": words.kinds(agenda.not_tried, language) or None,
    }


def _cut(lines: list[str], language: Language) -> list[str]:
    return lines if len(lines) <= MOST else [*lines[:MOST], words.more(lines, MOST, language=language)]


def _of_meeting(page: AgendaPage, language: Language) -> dict[str, Any]:
    meeting = page.meeting
    return {
        "is_for_supplier": page.is_for_supplier,
        "meeting": Label(f"meeting_kind.{meeting.kind}").worded(language),
        "with": page.city if page.is_for_supplier else meeting.supplier,
        "city": page.city,
        "when": formats.weekday_and_time(meeting.starts_at, language),
        "place": meeting.place,
        "people": ", ".join(each.stand_in or each.name for each in meeting.taking_part),
        "contract": meeting.contract,
        "made_at": formats.day_and_time(page.made_at, language),
    }


def _promised(each: Promised, language: Language) -> list[str]:
    return [f"{each.contract}: {words.promise(promise, language)}" for promise in each.promises]
