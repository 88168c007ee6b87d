"""Promises in a browser: contracts from a file, a meeting and its reminders, a nudge and its answer."""

import re

import pytest
from playwright.async_api import Browser, expect

from tests.demo.page import DESKTOP, PATIENCE, PHONE, in_the_browser, opened, phone, press, write
from tests.demo.story import Story
from tests.everything import IS_EVERYTHING

pytestmark = [*in_the_browser, pytest.mark.timeout(240)]

SIZES = {"wide": DESKTOP} | ({"narrow": PHONE} if IS_EVERYTHING else {})
"""On a narrow page the whole story is told each time (`test_whole_story.py`), this one in `make soak`."""

HOPS = 20
"""The nudge has come after so many of what is due, at the latest."""


async def karin_takes_the_sample_file_in(story: Story) -> None:
    karin = await story.at("Karin Ek")
    await karin.get_by_role("button", name="Skicka en fil eller en bild").press("Enter")
    await expect(karin.locator("input[type=file]")).to_be_focused()
    await story.page.keyboard.press("ArrowDown")
    await story.page.keyboard.press("Enter")
    await story.sees(karin, "Inget är sparat än.")
    await story.photographed("preview")
    await press(karin, "Bara det som kommer")
    await story.sees(karin, "Klart")
    await story.photographed("taken-in")


async def karin_books_a_start_up_meeting(story: Story) -> None:
    karin = await story.at("Karin Ek")
    await write(karin, "/moten")
    await press(karin, "Boka möte")
    await story.sees(karin, "Vilket avtal gäller mötet?")
    await write(karin, "UH-2026-17")
    await story.sees(karin, "Jag har sökt på det du skrev.")
    await story.photographed("searched")
    await press(karin, "UH-2026-17")
    await press(karin, "Startmöte")
    await story.photographed("day")
    await press(karin, "Om en vecka")
    await press(karin, "10.00")
    await press(karin, "60 minuter")
    await story.sees(karin, "Var är mötet?")
    await write(karin, "Stadshuset, rum 214")
    await story.sees(karin, "Vilka ska vara med?")
    await story.photographed("who")
    await press(karin, "Klart")
    await story.sees(karin, "Ska jag boka mötet?")
    await story.photographed("summary")
    await press(karin, "Boka och bjud in")
    await story.sees(karin, "Mötet är bokat.")
    await story.photographed("booked")


async def mira_comes(story: Story) -> None:
    mira = await story.at("Mira Holm")
    await story.sees(mira, "Karin Ek bjuder in. Kommer du?")
    await story.photographed("invited")
    await press(mira, "Kommer")
    await story.sees(mira, "Tack, vad bra!")
    await story.photographed("coming")
    await story.sees(await story.at("Karin Ek"), "Mira Holm kommer")


async def the_days_go_by_until_the_meeting(story: Story) -> None:
    await story.moves("Till nästa händelse")
    await story.is_clock_at("tisdag 24 november")
    for day in ("onsdag 25", "torsdag 26", "fredag 27"):
        await story.moves("+1 dag")
        await story.is_clock_at(f"{day} november")
    mira = await story.at("Mira Holm")
    await story.sees(mira, "Påminnelse: Startmöte med Exempelmåleriet AB")
    await story.photographed("reminded")
    for day in ("lördag 28", "söndag 29", "måndag 30"):
        await story.moves("+1 dag")
        await story.is_clock_at(f"{day} november")
    mira = await story.at("Mira Holm")
    await story.sees(mira, "I dag kl. 10.00: Startmöte med Exempelmåleriet AB")
    await story.photographed("same-morning")


async def a_nudge_comes(story: Story) -> None:
    nudge = phone(story.page, "Mira Holm").get_by_text(re.compile("^Snart dags"))
    for _ in range(HOPS):
        if await nudge.count():
            break
        await expect(story.page.locator("#coming li").first).to_contain_text("till ")
        await story.moves("Till nästa händelse")
    await story.at("Mira Holm")
    await expect(nudge.last).to_be_visible(timeout=PATIENCE)
    await story.photographed("nudged")


async def mira_answers_it_in_one_press(story: Story) -> None:
    mira = await story.at("Mira Holm")
    await press(mira, "Påminn mig senare")
    await story.sees(mira, "Jag påminner dig igen den 25 januari 2027.")
    await story.photographed("answered")


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_contracts_come_in_a_meeting_is_booked_and_reminded_of_and_a_nudge_is_answered(
    browser: Browser, size: dict[str, int]
) -> None:
    async with opened(browser, size) as (page, _city):  # type: ignore[arg-type]
        story = Story("promises", page, is_narrow=size is PHONE)
        await karin_takes_the_sample_file_in(story)
        await karin_books_a_start_up_meeting(story)
        coming = page.locator("#coming li", has_text="Påminnelse om möte: startmöte, UH-2026-17").first
        await expect(coming).to_contain_text("till Karin Ek, Mira Holm")
        await mira_comes(story)
        await the_days_go_by_until_the_meeting(story)
        await a_nudge_comes(story)
        await mira_answers_it_in_one_press(story)
