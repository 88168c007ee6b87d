"""Make the council's page: on paper as PDF/A-2a and PDF/UA-1, and for a screen as one file of HTML."""

import json
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from pydantic import TypeAdapter

from domain.language import Language
from messages import typesetting
from messages.council.page import CouncilPage
from messages.council.wording import worded
from messages.imprint import Imprint
from messages.label import FOLDER

_PAGE: TypeAdapter[CouncilPage] = TypeAdapter(CouncilPage)


def pdf(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    """One A4. The same file comes of the same facts. Raises typst's own errors for a broken template."""
    values = {"page": json.dumps(worded(_PAGE.validate_python(facts), imprint, language))}
    template = FOLDER / "council_page.typ"
    return typesetting.pdf(template, values, standards=typesetting.TO_FILE, made_at=imprint.asked_at)


def html(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    """One file that fetches nothing from anywhere. Raises jinja2's errors for a broken template."""
    return _layout().render(worded(_PAGE.validate_python(facts), imprint, language)).encode()


@cache
def _layout() -> Template:
    jinja = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return jinja.get_template("council_page.html.j2")
