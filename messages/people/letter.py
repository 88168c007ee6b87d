"""Letters to print: PDF files on A4, a page each, whose words stand in `<language>/invitation_letter.typ`.

The values go into the document as data and are never part of its markup, so a name such as "#x $y" is just a name.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import typst

from domain.language import Language
from messages import formats
from messages.label import FOLDER, Label
from messages.people import qr
from messages.people.invitation import Invitation

ACCESSIBLE: Final = "ua-1"
"""PDF/UA: real text in reading order, a title, a language, and words for the picture."""


@dataclass(frozen=True)
class Letter:
    """To one person: the facts of their invitation, and its link."""

    invitation: Invitation
    link: str


def pdf(letters: Sequence[Letter], language: Language) -> bytes:
    """All letters in one file. Raises ValueError for none, typst's own errors for a broken template."""
    if not letters:
        raise ValueError("there is nobody to write to")
    values = {"letters": json.dumps([_values(letter, language) for letter in letters])}
    template = FOLDER / language.value / "invitation_letter.typ"
    try:
        return typst.compile(
            template, root=FOLDER, sys_inputs=values, font_paths=_fonts(are_systems=False), pdf_standards=ACCESSIBLE
        )
    except typst.TypstError:
        # The standard refuses letters for which no font is at hand, such as a name in Chinese. With the computer's
        # own fonts there may be one, and where there isn't, a letter with a gap in it is better than none.
        return typst.compile(template, root=FOLDER, sys_inputs=values, font_paths=_fonts(are_systems=True))


@cache
def _fonts(*, are_systems: bool) -> typst.Fonts:
    """The library's own fonts, so that a letter looks the same everywhere; searched once."""
    return typst.Fonts(include_system_fonts=are_systems)


def _values(letter: Letter, language: Language) -> dict[str, Any]:
    facts = letter.invitation
    return {
        "name": facts.name,
        "role": Label(f"role.{facts.role}").worded(language),
        "supplier": facts.supplier,
        "expires_on": formats.day(facts.expires_on, language),
        "city": facts.city,
        "contact": facts.contact,
        "link": letter.link,
        "qr": qr.svg(letter.link),
    }
