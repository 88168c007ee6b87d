"""The whole story in a browser: invited, in on a new phone, a report, a question, its answer."""

import pytest
from playwright.async_api import Browser, expect

from tests.demo.page import DESKTOP, PATIENCE, PHONE, in_the_browser, opened, press, write
from tests.demo.story import Story
from tests.everything import IS_EVERYTHING

SIZES = {"narrow": PHONE} | ({"wide": DESKTOP} if IS_EVERYTHING else {})
"""The promises are on a wide page each time (test_promises_on_the_page)."""

pytestmark = [*in_the_browser, pytest.mark.timeout(240)]


async def nora_is_invited_and_joins(story: Story) -> None:
    karin = await story.at("Karin Ek")
    await write(karin, "/bjudin")
    await press(karin, "Kontaktperson hos leverantör")
    await story.sees(karin, "Vilken leverantör gäller det?")
    await write(karin, "Nya Golv AB")
    await press(karin, "Ja, det är en ny leverantör")
    await story.sees(karin, "Vad heter personen?")
    await write(karin, "Nora Berg")
    await press(karin, "Skapa inbjudan")
    await expect(karin.locator("a.attachment", has_text="brev-")).to_be_visible(timeout=PATIENCE)
    await story.photographed("invited")
    await karin.get_by_role("button", name="t.me/").first.click()
    await story.page.get_by_role("button", name="ny telefon").click()
    await story.sees(await story.at("Nora Berg"), "Välkommen, Nora Berg!")


async def nora_reports(story: Story) -> None:
    nora = await story.at("Nora Berg")
    await write(nora, "/rapportera")
    for label in ("Yrkesmentor", "Golv"):
        await press(nora, label)
    await story.sees(nora, "Hur många mentorer?")
    await nora.get_by_role("button", name="1", exact=True).last.click()
    await story.sees(nora, "Var är arbetsplatsen?")
    await write(nora, "Centrum")
    await press(nora, "Visa kalender")
    await story.photographed("calendar")
    await nora.get_by_role("button", name="30", exact=True).last.click()
    await story.sees(nora, "Hur många timmar i månaden?")
    await nora.get_by_role("button", name="5", exact=True).last.click()
    await press(nora, "Skicka")
    await story.sees(nora, "Tack! Erbjudandet är skickat.")
    await story.photographed("reported")


async def anna_asks(story: Story) -> None:
    anna = await story.at("Anna Lind")
    await story.sees(anna, "Yrkesmentor · Golv · 1 mentor · Centrum · från 30 nov")
    await press(anna, "Jag tar den")
    await press(anna, "Ställ en fråga")
    await story.sees(anna, "Vad vill du fråga Nora Berg?")
    await write(anna, "Vilka språk talar mentorn?")
    await story.sees(anna, "Din fråga är skickad till Nora Berg.")


async def nora_answers(story: Story) -> None:
    nora = await story.at("Nora Berg")
    await story.sees(nora, "Anna Lind har en fråga om ert erbjudande.")
    await press(nora, "Svara")
    await story.sees(nora, "Vad vill du svara?")
    await story.photographed("asked")
    await write(nora, "Svenska och arabiska.")
    await story.sees(nora, "Tack! Svaret är skickat till Anna Lind.")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_new_contact_is_invited_joins_reports_is_asked_and_answers(
    browser: Browser, size: dict[str, int]
) -> None:
    async with opened(browser, size) as (page, _city):  # type: ignore[arg-type]
        story = Story("story", page, is_narrow=size is PHONE)
        await nora_is_invited_and_joins(story)
        await nora_reports(story)
        await anna_asks(story)
        await nora_answers(story)
        anna = await story.at("Anna Lind")
        await story.sees(anna, "Nora Berg har svarat.")
        await story.sees(anna, "Svenska och arabiska.")
        await story.photographed("answered")
