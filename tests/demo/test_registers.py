"""Registers as cities keep them are taken in by the coordinator in the browser, with at most one correction each."""

import pytest
from playwright.async_api import Browser, FilePayload, Locator, expect

from tests.demo.page import DESKTOP, PATIENCE, in_the_browser, opened, phone, photographed, press, write
from tests.importing.registers import of_framework_agreements, of_product_lines, with_title_rows

pytestmark = [*in_the_browser, pytest.mark.timeout(180)]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def test_three_registers_are_taken_in_by_hand(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        karin = phone(page, "Karin Ek")
        await sends(karin, "register.xlsx", with_title_rows(), answer="5 nya avtal")
        await photographed(page, "desktop-register")
        await takes_in(karin, files=1)
        await sends(karin, "ramavtal.xlsx", of_framework_agreements(with_starts=False), answer="De här saknar jag")
        await sends(karin, "ramavtal 2.xlsx", of_framework_agreements(with_starts=True), answer="5 nya avtal")
        await takes_in(karin, files=2)
        await sends(karin, "produkter.xlsx", of_product_lines(with_plain_end=False), answer="1 avtal med fel")
        await press(karin, "Avbryt")
        await sends(karin, "produkter 2.xlsx", of_product_lines(with_plain_end=True), answer="3 nya avtal")
        await takes_in(karin, files=3)
        await photographed(page, "desktop-registers-in")
        await write(karin, "/avtal KS 2026/33")
        await expect(karin.get_by_text("Fönster").last).to_be_visible(timeout=PATIENCE)


async def sends(karin: Locator, name: str, content: bytes, *, answer: str) -> None:
    """Choose a file on the computer, and read what it says of it."""
    await karin.get_by_role("button", name="Skicka en fil eller en bild").click()
    await karin.get_by_label("Välj en fil på datorn").set_input_files(
        FilePayload(name=name, mimeType=XLSX, buffer=content)
    )
    await expect(karin.get_by_text(answer).last).to_be_visible(timeout=PATIENCE)


async def takes_in(karin: Locator, *, files: int) -> None:
    """Take in what the newest preview shows; so many files are in then."""
    await press(karin, "Ta in alla")
    await expect(karin.get_by_text("Klart!")).to_have_count(files, timeout=PATIENCE)
