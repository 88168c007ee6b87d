"""All that is printed or filed: each claims what its kind must, and its first page looks as approved."""

import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from domain.language import Language
from messages.council.page import Approval
from messages.label import FOLDER
from tests.council import a_page
from tests.documents import FILED, claims
from tests.each import each
from tests.messages.papers import PAPERS, council_page, first_page
from tests.messages.pictures.likeness import MOST_DIFFERENT, difference, is_as_approved, is_as_in_readme, small

OF_EACH = {claim: is_so for claim, is_so in FILED.items() if claim != "language"}
TONGUES = {Language.SWEDISH: "sv", Language.ENGLISH: "en"}


def test_each_can_be_read_aloud_and_what_is_filed_can_be_kept(subtests: pytest.Subtests) -> None:
    for name, paper in PAPERS.items():
        for language in Language:
            with each(subtests, f"{name} in {language}"):
                claimed = claims(paper.make(language))
                assert str(claimed.pop("language")).startswith(TONGUES[language])
                assert paper.titles[language] in str(claimed.pop("title"))
                assert claimed == OF_EACH | {"is_archival": paper.is_filed}


def test_each_looks_as_approved_and_none_is_left_out(subtests: pytest.Subtests) -> None:
    drawn = set[str]()
    for name, paper in PAPERS.items():
        with each(subtests, name):
            template, page = first_page(paper, Language.SWEDISH)
            drawn.add(template)
            assert is_as_approved(page, f"paper-{name}")
    assert {file.stem for file in (FOLDER / "sv").glob("*.typ")} - drawn == {"document_words"}


def test_readme_shows_the_councils_page_as_approved() -> None:
    approved = replace(a_page(), approval=Approval("Karin Ek", date(2026, 12, 1)))
    _, page = first_page(council_page(approved), Language.SWEDISH)
    assert is_as_in_readme(light(page), "council-page")


def test_a_line_less_is_another_page() -> None:
    page = a_page()
    pages = (page, replace(page, contributions=page.contributions[:-1]))
    whole, less = (small(first_page(council_page(which), Language.SWEDISH)[1]) for which in pages)
    assert difference(whole, whole) == 0
    assert difference(whole, less) > MOST_DIFFERENT


def light(page: bytes) -> bytes:
    """The same in a quarter of the bytes: it has few colours."""
    packed = io.BytesIO()
    Image.open(io.BytesIO(page)).convert("RGB").quantize(32, dither=Image.Dither.NONE).save(
        packed, "PNG", optimize=True
    )
    return packed.getvalue()
