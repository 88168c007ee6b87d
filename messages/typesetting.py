"""Typesetting with typst: files on paper and pictures, from templates and values.

The values go into a template as data and are never part of its markup, so a name such as "#x $y" is just a name.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final, Literal

import typst

from messages.label import FOLDER

Standard = Literal["ua-1", "a-2a"]

ACCESSIBLE: Final[Sequence[Standard]] = ("ua-1",)
"""PDF/UA: real text in reading order, a title, a language, and words for each picture."""

TO_FILE: Final[Sequence[Standard]] = ("a-2a", "ua-1")
"""The same, and PDF/A: all that it needs lies in the file, so that it looks the same in a hundred years."""


def pdf(template: Path, values: Mapping[str, str], *, made_at: datetime | None = None) -> bytes:
    """A file to print and to be read aloud, by a template in the folder of messages.

    The instant is what the file says of when it was made; the same file comes of the same values and instant. Raises
    typst's own errors for a broken template.
    """
    inputs = dict(values)
    try:
        return _pdf(template, inputs, ACCESSIBLE, made_at, are_systems=False)
    except typst.TypstError:
        pass
    try:
        # The standards refuse letters for which no font is at hand, such as a name in Chinese. With the computer's
        # own fonts there may be one, and where there isn't, a file with a gap in it is better than none.
        return _pdf(template, inputs, ACCESSIBLE, made_at, are_systems=True)
    except typst.TypstError:
        return _pdf(template, inputs, (), made_at, are_systems=True)


def pdf_to_file(template: Path, values: Mapping[str, str], *, made_at: datetime) -> bytes:
    """A file that keeps to the standards of what is filed. Raises typst's own errors where it can't."""
    inputs = dict(values)
    try:
        return _pdf(template, inputs, TO_FILE, made_at, are_systems=False)
    except typst.TypstError:
        return _pdf(template, inputs, TO_FILE, made_at, are_systems=True)


@cache
def has_letter(letter: str) -> bool:
    """Whether any font at hand shows that character in a file to be filed; asked once of each."""
    return all_have_letters(letter)


def all_have_letters(text: str) -> bool:
    """Whether any font at hand shows every character of the text in a file to be filed."""
    return any(_shows(text, are_systems=are_systems) for are_systems in (False, True))


def _shows(text: str, *, are_systems: bool) -> bool:
    try:
        typst.compile(
            _A_TEXT,
            sys_inputs={"text": text},
            font_paths=_fonts(are_systems=are_systems),
            pdf_standards=list(TO_FILE),
        )
    except typst.TypstError:
        return False
    return True


_A_TEXT: Final = b"""
#set document(title: "-")
#set text(lang: "sv", font: ("Libertinus Serif", "DejaVu Sans Mono"))
#sys.inputs.text
"""


def png(template: Path, values: Mapping[str, str], *, pixels_per_inch: float) -> bytes:
    """A picture of a template's one page. Raises typst's own errors for a broken template."""
    return typst.compile(
        template,
        root=FOLDER,
        sys_inputs=dict(values),
        font_paths=_fonts(are_systems=False),
        format="png",
        ppi=pixels_per_inch,
    )


def svg(template: Path, values: Mapping[str, str]) -> bytes:
    """The same as a drawing that a page can show at any size."""
    return typst.compile(
        template, root=FOLDER, sys_inputs=dict(values), font_paths=_fonts(are_systems=False), format="svg"
    )


def _pdf(
    template: Path,
    values: dict[str, str],
    standards: Sequence[Standard],
    made_at: datetime | None,
    *,
    are_systems: bool,
) -> bytes:
    return typst.compile(
        template,
        root=FOLDER,
        sys_inputs=values,
        font_paths=_fonts(are_systems=are_systems),
        pdf_standards=list(standards),
        timestamp=int(made_at.timestamp()) if made_at is not None else None,
    )


@cache
def _fonts(*, are_systems: bool) -> typst.Fonts:
    """The library's own fonts, so that a file looks the same everywhere; searched once."""
    return typst.Fonts(include_system_fonts=are_systems)
