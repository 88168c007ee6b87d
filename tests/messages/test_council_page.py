"""The council's page: one sheet that can be filed and read aloud, in two formats that say the same."""

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from pypdf import PdfReader

from domain.council_page import Step
from domain.document import DocumentFormat, DocumentKind
from domain.empty_places import WhyEmpty
from domain.language import Language
from domain.slot import SlotKind
from domain.suppression import Mark
from messages.council import chart
from messages.council.page import Approval, CouncilPage, SupplierNamed
from messages.council.wording import worded, words
from messages.document import as_facts, from_facts, made
from tests import documents
from tests.council import HEAD, IMPRINT, a_large_page, a_page
from tests.documents import claims, pages_of, text_of

APPROVAL = Approval("Karin Ek", date(2026, 12, 1), date(2026, 11, 2))


def pdf(page: CouncilPage, language: Language = Language.SWEDISH) -> bytes:
    return made(DocumentKind.COUNCIL_PAGE, DocumentFormat.PDF, as_facts(page), IMPRINT, language)


def html(page: CouncilPage, language: Language = Language.SWEDISH) -> str:
    return made(DocumentKind.COUNCIL_PAGE, DocumentFormat.HTML, as_facts(page), IMPRINT, language).decode()


def test_the_paper_is_one_sheet_that_shows_its_title() -> None:
    reader = documents.read(pdf(a_page()))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert len(reader.pages) == 1
    assert (reader.pages[0].mediabox.width, reader.pages[0].mediabox.height) == pytest.approx((595.28, 841.89), abs=0.1)


@pytest.mark.parametrize("language", Language)
def test_the_largest_city_with_the_longest_names_stands_on_one_sheet_too(language: Language) -> None:
    assert len(pages_of(pdf(replace(a_large_page(), approval=APPROVAL), language))) == 1
    assert len(pages_of(pdf(a_large_page(), language))) == 1


def test_the_chart_can_be_read_aloud_with_its_numbers() -> None:
    (figure,) = [each for each in elements(documents.read(pdf(a_page()))) if each.get("/S") == "/Figure"]
    quarters = "t.o.m. mars: visas inte, t.o.m. juni: 9, t.o.m. september: 14, hittills: 21"
    assert figure["/Alt"] == f"Stapeldiagram. {quarters}. Tidigare uppgifter för hela året: 13. Mål: 40."


def elements(reader: PdfReader) -> list[Any]:
    """All that is tagged."""
    catalogue: Any = reader.trailer["/Root"]
    found, left = [], [catalogue["/StructTreeRoot"]]
    while left:
        each = left.pop().get_object()
        if isinstance(each, dict):
            found.append(each)
            kids = each.get("/K", [])
            left += kids if isinstance(kids, list) else [kids] if not isinstance(kids, int) else []
    return found


def test_a_draft_says_that_it_is_one_and_an_approved_page_who_approved_it() -> None:
    draft, final = a_page(), replace(a_page(), approval=APPROVAL)
    for read in (lambda page: text_of(pdf(page)), html):
        assert "Utkast. Inte godkänt att lämna ut." in read(draft)
        assert "Utkast" not in read(final)
        assert "Godkänd av Karin Ek den 1 december 2026. Ersätter sidan från den 2 november 2026." in read(final)


@pytest.mark.parametrize("language", Language)
def test_paper_and_screen_say_the_same_and_all_of_it(language: Language) -> None:
    page = replace(a_page(), approval=APPROVAL)
    said = [each for each in strings(worded(page, IMPRINT, language)) if not each.startswith("<svg")]
    paper, screen = squeezed(text_of(pdf(page, language))), squeezed(shown_text(html(page, language)))
    alt = worded(page, IMPRINT, language)["quarters"]["alt"]
    what = {"confirmed", "earlier", "goal", language.value, alt}
    assert [each for each in said if each not in what and squeezed(each) not in paper] == []
    assert [each for each in said if each not in what and squeezed(each) not in screen] == []


def strings(said: Any) -> list[str]:
    if isinstance(said, dict):
        return [each for value in said.values() for each in strings(value)]
    if isinstance(said, list):
        return [each for value in said for each in strings(value)]
    return [said]


def squeezed(text: str) -> str:
    """Without spaces and hyphens, which lines of type have otherwise."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


class Text(HTMLParser):
    """What a page says, without what it looks like."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.is_style = False
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_style = tag == "style"
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.is_style = self.is_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self.is_style:
            self.said.append(data)


def read(page: str) -> Text:
    parser = Text()
    parser.feed(page)
    return parser


def shown_text(page: str) -> str:
    return " ".join(read(page).said)


def test_the_screen_page_fetches_nothing_and_can_be_found_ones_way_in() -> None:
    page = html(a_page())
    tags = read(page).tags
    assert [(tag, given) for tag, given in tags if {"src", "href", "onclick"} & given.keys()] == []
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)|@import|url\((?!#)", page) == []
    assert {tag for tag, _ in tags}.isdisjoint({"script", "link", "img", "iframe"})
    assert ("html", {"lang": "sv"}) in tags
    assert [tag for tag, _ in tags if re.fullmatch("h[1-6]", tag)] == ["h1"] + ["h2"] * 8
    assert [given for tag, given in tags if tag == "th" and "scope" not in given] == []
    assert "prefers-color-scheme: dark" in page


def test_what_is_not_shown_has_no_bar_to_be_measured() -> None:
    drawn = chart.svg(a_page())
    assert (drawn.count('class="confirmed"'), drawn.count('class="earlier"')) == (3, 4)
    none = chart.svg(replace(a_page(), quarters=(Mark.FEW,), earlier=0))
    assert "<rect" not in none
    assert chart.svg(replace(a_page(), quarters=(Mark.WITHHELD, 9, 14, 21))) == drawn


def test_a_sum_that_would_tell_a_small_number_is_not_told() -> None:
    few = replace(a_page(), quarters=(0, 0, 0, Mark.FEW))
    for page in (few, replace(a_page(), earlier=Mark.FEW)):
        said = worded(page, IMPRINT, Language.SWEDISH)["goal"]
        assert said["figure"] == ""
    assert "Färre än 5 är bekräftade i Steget, 13 kommer från tidigare uppgifter." in html(few)
    alone = worded(replace(few, earlier=0), IMPRINT, Language.SWEDISH)["goal"]
    assert alone["figure"] == "färre än 5 av 40"


def test_a_year_without_a_goal_and_without_anything_is_told_as_that() -> None:
    page = replace(a_page(), goal=None, quarters=(0,), earlier=0, stood_empty=0, empty=())
    said = html(page)
    assert "Kommunen har inte satt något mål för 2026." in said
    assert "Ingen plats stod tom när tiden gick ut." in said
    assert len(pages_of(pdf(page))) == 1


def test_names_are_only_ever_names() -> None:
    odd = SupplierNamed("<b>#panic()</b> *x* & $y$")
    first = replace(a_page().contributions[0], suppliers=(odd,))
    page = replace(a_page(), contributions=(first, *a_page().contributions[1:]))
    assert "<b>#panic()</b> *x* & $y$" in text_of(pdf(page))
    assert "&lt;b&gt;#panic()&lt;/b&gt; *x* &amp; $y$" in html(page)


def test_a_name_in_letters_that_no_font_has_is_filed_by_the_standards_all_the_same() -> None:
    first = replace(a_page().contributions[0], suppliers=(SupplierNamed("Fest \U0001f389 och \ue123"),))
    content = pdf(replace(a_page(), contributions=(first, *a_page().contributions[1:])))
    claimed = claims(content)
    assert claimed["is_archival"]
    assert claimed["is_accessible"]
    assert "[U+E123]" in text_of(content)


def test_the_same_facts_make_the_same_file_and_come_back_as_they_were() -> None:
    facts = as_facts(a_page())
    assert from_facts(CouncilPage, json.loads(json.dumps(facts))) == a_page()
    once, again = (
        made(DocumentKind.COUNCIL_PAGE, DocumentFormat.PDF, facts, IMPRINT, Language.SWEDISH) for _ in range(2)
    )
    assert once == again
    assert squeezed(HEAD) in squeezed(text_of(pdf(a_page())))


def test_both_languages_have_the_same_words_and_values_in_them() -> None:
    swedish, english = words(Language.SWEDISH), words(Language.ENGLISH)
    assert swedish.keys() == english.keys()
    for table, names in swedish.items():
        assert names.keys() == english[table].keys()
        for name, text in names.items():
            values = {frozenset(re.findall(r"{(\w+)}", each)) for each in (text, english[table][name])}
            assert len(values) == 1, f"{table}.{name}"
    assert {*Step} <= swedish["steps"].keys()
    assert {*SlotKind} <= swedish["gave"].keys()
    assert WhyEmpty.UNTAKEN.is_citys_own
