"""The council's page in a real browser: axe-core has nothing to say of it, it fits a phone, and prints on one sheet."""

import io
from dataclasses import replace
from datetime import date
from typing import Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, ViewportSize
from pypdf import PdfReader

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from messages.council.page import Approval, CouncilPage
from messages.document import as_facts, made
from tests.council import IMPRINT, a_large_page, a_page
from tests.demo.page import DESKTOP, PHONE, in_the_browser
from tests.each import each

pytestmark = [*in_the_browser, pytest.mark.timeout(120)]

FINAL = replace(a_page(), approval=Approval("Karin Ek", date(2026, 12, 1), date(2026, 11, 2)))


def page_of(facts: CouncilPage, language: Language = Language.SWEDISH) -> str:
    return made(DocumentKind.COUNCIL_PAGE, DocumentFormat.HTML, as_facts(facts), IMPRINT, language).decode()


async def faults(page: Page) -> str:
    """What axe-core finds, in words."""
    found = await Axe().run(page)
    return found.generate_report() if found.violations_count else ""


LOOKED_AT: tuple[tuple[str, CouncilPage, ViewportSize, Literal["light", "dark"]], ...] = (
    ("a draft on a phone", a_page(), PHONE, "light"),
    ("what is approved, in the dark", FINAL, DESKTOP, "dark"),
    ("the largest, on a phone in the dark", a_large_page(), PHONE, "dark"),
)


async def test_whoever_sees_little_or_nothing_can_read_it(browser: Browser, subtests: pytest.Subtests) -> None:
    for name, facts, size, colours in LOOKED_AT:
        page = await browser.new_page(color_scheme=colours, viewport=size)
        await page.set_content(page_of(facts))
        with each(subtests, name):
            assert await faults(page) == ""
            assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        await page.close()


async def test_it_prints_on_one_sheet(browser: Browser, subtests: pytest.Subtests) -> None:
    page = await browser.new_page(color_scheme="dark")
    for name, facts in (("draft", a_page()), ("final", FINAL)):
        with each(subtests, name):
            await page.set_content(page_of(facts))
            printed = PdfReader(io.BytesIO(await page.pdf(prefer_css_page_size=True)))
            assert len(printed.pages) == 1
    await page.close()
