"""Typeset what is to be filed: PDF/A-2a and PDF/UA-1, by a template in the language's folder.

The template has `sys.inputs.facts` and `sys.inputs.imprint`, both JSON, and stands in the frame of
`document_layout.typ`.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from domain.language import Language
from messages import formats, typesetting
from messages.imprint import Imprint
from messages.label import FOLDER

_USUAL: Final = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "\n–—‘’“”„…•·−"))))
"""Characters that every font of ours has."""

_TURNS_TEXT: Final = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Marks that turn the letters behind them round, so that a page would show other words than were written."""


def pdf(template: str, facts: Any, imprint: Imprint, language: Language) -> bytes:
    """The file, of `<language>/<template>.typ` and facts in words. Heavy: not for the event loop.

    Raises typst's own errors for a template that is broken, or that the standards refuse: no other file is filed.
    """
    told = {"facts": facts, "imprint": _worded(imprint, language)}
    return pdf_by(FOLDER / language.value / f"{template}.typ", told, made_at=imprint.asked_at)


def pdf_by(template: Path, told: Mapping[str, Any], *, made_at: datetime) -> bytes:
    """The same by any template, which reads each of these as JSON."""
    values = {name: json.dumps(value) for name, value in _showable(told).items()}
    return typesetting.pdf_to_file(template, values, made_at=made_at)


def _worded(imprint: Imprint, language: Language) -> dict[str, Any]:
    return {
        "number": imprint.number,
        "asked_at": formats.day_and_time(imprint.asked_at, language),
        "head": imprint.ledger_head,
        "city": imprint.city,
    }


def _showable(told: Any) -> Any:
    """The same, with the numbers of characters that no font at hand shows, or that change others: "[U+1F389]".

    A record loses nothing so, and is still one that the standards allow: they refuse a gap.
    """
    odd = _letters(told) - _USUAL
    turning, others = odd & _TURNS_TEXT, sorted(odd - _TURNS_TEXT)
    if not turning and typesetting.all_have_letters("".join(others)):
        return told
    numbered = [*turning, *(each for each in others if not typesetting.has_letter(each))]
    return _translated(told, {ord(each): f"[U+{ord(each):04X}]" for each in numbered})


def _letters(told: Any) -> set[str]:
    match told:
        case str():
            return set(told)
        case dict():
            return set().union(*map(_letters, told.values()))
        case list() | tuple():
            return set().union(*map(_letters, told))
        case _:
            return set()


def _translated(told: Any, table: dict[int, str]) -> Any:
    match told:
        case str():
            return told.translate(table)
        case dict():
            return {name: _translated(value, table) for name, value in told.items()}
        case list() | tuple():
            return [_translated(each, table) for each in told]
        case _:
            return told
