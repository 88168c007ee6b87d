"""A year's results in a browser: the goal is set, the council's page approved and opened, a dossier filed."""

import pytest
from playwright.async_api import Browser, Locator, expect

from tests.demo.page import DESKTOP, PATIENCE, in_the_browser, opened, press, write
from tests.demo.story import Story

pytestmark = [*in_the_browser, pytest.mark.timeout(120)]


async def karin_sets_the_goal(story: Story, karin: Locator) -> None:
    await write(karin, "/oversikt")
    await story.sees(karin, "26 av 40 invånare i sysselsättning 2026")
    for label in ("Mål och beslut", "Sätt mål"):
        await press(karin, label)
    await karin.get_by_role("button", name="2026", exact=True).last.click()
    await story.sees(karin, "Hur många invånare är målet?")
    await write(karin, "48")
    await press(karin, "Klart")
    await press(karin, "I dag")
    await story.sees(karin, "Vilket diarienummer har beslutet?")
    await write(karin, "KS 2026/99")
    await press(karin, "Spara")
    await story.sees(karin, "Målet är satt.")


async def karin_approves_the_page(story: Story, karin: Locator) -> None:
    await write(karin, "/oversikt")
    await story.sees(karin, "26 av 48 invånare i sysselsättning 2026")
    for label in ("Fullmäktigesidan 2026", "Godkänn", "Ja, godkänn"):
        await press(karin, label)
    await story.sees(karin, "Godkänd av Karin Ek")
    await press(karin, "Webbsida (HTML)")
    await story.photographed("approved")


async def karin_files_a_dossier(story: Story, karin: Locator) -> None:
    await write(karin, "/avtal")
    for label in ("UH-2025-48", "Akt och dokument", "Gör en akt"):
        await press(karin, label)
    await expect(karin.locator("a.attachment", has_text="Akt-")).to_be_visible(timeout=PATIENCE)
    await press(karin, "Markera som diarieförd")
    await story.sees(karin, "Vilket diarienummer har dokumentet fått?")
    await write(karin, "KS 2026/212")
    await story.sees(karin, "Diariefört: KS 2026/212")
    await story.photographed("filed")


async def read_in_its_file(story: Story, karin: Locator, name: str) -> str:
    """What the newest file of that name says."""
    link = karin.locator("a.attachment", has_text=name).last
    await expect(link).to_be_visible(timeout=PATIENCE)
    async with story.page.expect_download() as coming:
        await link.click()
    path = await (await coming.value).path()
    return path.read_text(encoding="utf-8")


async def test_a_coordinator_sets_the_goal_approves_the_councils_page_and_files_a_dossier(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        story = Story("results", page, is_narrow=False)
        karin = await story.at("Karin Ek")
        await karin_sets_the_goal(story, karin)
        await karin_approves_the_page(story, karin)
        told = await read_in_its_file(story, karin, "Resultatet-för-fullmäktige-2026.html")
        assert "26 av 48" in told
        assert "Utkast" not in told
        await karin_files_a_dossier(story, karin)
