"""Files are sent from the demo page, in a real browser."""

import pytest
from playwright.async_api import Browser, FilePayload, expect

from tests.demo.page import DESKTOP, PATIENCE, PHONE, in_the_browser, opened, phone, photographed

pytestmark = [*in_the_browser, pytest.mark.timeout(180)]


async def test_the_coordinator_sends_the_sample_file_by_keyboard_alone(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        karin = phone(page, "Karin Ek")
        await karin.get_by_role("button", name="Skicka en fil eller en bild").press("Enter")
        await photographed(page, "desktop-attach")
        await expect(karin.locator("input[type=file]")).to_be_focused()
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        await expect(karin.get_by_text("Jag läser filen avtal-exempel.csv")).to_be_visible(timeout=PATIENCE)
        await expect(karin.get_by_role("button", name="Skicka en fil eller en bild")).to_be_focused()
        await photographed(page, "desktop-file-sent")


async def test_a_file_of_ones_own_is_chosen_on_a_narrow_screen(browser: Browser) -> None:
    async with opened(browser, PHONE) as (page, _city):
        await page.locator("#switcher button", has_text="Karin").click()
        karin = phone(page, "Karin Ek")
        await karin.get_by_role("button", name="Skicka en fil eller en bild").click()
        own = FilePayload(name="våra avtal.csv", mimeType="text/csv", buffer=b"Diarienummer;Avtal\n1;2\n")
        await karin.get_by_label("Välj en fil på datorn").set_input_files(own)
        await expect(karin.get_by_text("Jag läser filen våra avtal.csv")).to_be_visible(timeout=PATIENCE)
        await photographed(page, "narrow-file-sent")
