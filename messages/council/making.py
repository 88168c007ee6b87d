"""Make the council's page: on paper as PDF/A-2a and PDF/UA-1, and for a screen as one file of HTML."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from domain.language import Language
from messages import filing
from messages.council.page import CouncilPage
from messages.council.wording import worded
from messages.imprint import Imprint
from messages.plain import from_plain

HERE = Path(__file__).parent


def pdf(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    """One A4. The same file comes of the same facts. Raises typst's own errors for a broken template."""
    told = {"page": worded(_page(facts), imprint, language)}
    return filing.pdf_by(HERE / "council_page.typ", told, made_at=imprint.asked_at)


def html(facts: dict[str, Any], imprint: Imprint, language: Language) -> bytes:
    """One file that fetches nothing from anywhere. Raises jinja2's errors for a broken template."""
    return _layout().render(worded(_page(facts), imprint, language)).encode()


def _page(facts: dict[str, Any]) -> CouncilPage:
    return from_plain(facts, CouncilPage)


@cache
def _layout() -> Template:
    jinja = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return jinja.get_template("council_page.html.j2")
