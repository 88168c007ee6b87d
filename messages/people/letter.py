"""Letters to print: PDF files on A4, a page each, whose words stand in `<language>/invitation_letter.typ`."""

import json
from collections.abc import Sequence
from typing import Any

from domain.frozen import frozen
from domain.language import Language
from domain.role import Role
from messages import formats, typesetting
from messages.label import FOLDER, Label
from messages.people import qr
from messages.people.invitation import Invitation


@frozen
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
    return typesetting.pdf(template, values)


def _values(letter: Letter, language: Language) -> dict[str, Any]:
    facts = letter.invitation
    return {
        "name": facts.name,
        "role": Label(f"role.{facts.role}").worded(language),
        "is-reader": facts.role is Role.READER,
        "supplier": facts.supplier,
        "expires_on": formats.day(facts.expires_on, language),
        "city": facts.city,
        "contact": facts.contact,
        "link": letter.link,
        "qr": qr.svg(letter.link),
    }
