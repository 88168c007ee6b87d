"""The demo as a newcomer meets it: the page in a real browser, the real bot behind it."""

import re

import pytest
from playwright.async_api import Browser, Locator, ViewportSize, expect

from tests.demo.page import (
    DESKTOP,
    PATIENCE,
    PHONE,
    in_the_browser,
    moves_clock,
    opened,
    phone,
    photographed,
    press,
    write,
)

pytestmark = [*in_the_browser, pytest.mark.timeout(180)]


async def report_internship(mira: Locator) -> None:
    """The short path, with two places."""
    await write(mira, "/rapportera")
    for label in ("Praktikplats", "Måleri"):
        await press(mira, label)
    await expect(mira.get_by_text("Hur många kan börja hos er?")).to_be_visible(timeout=PATIENCE)
    await mira.get_by_role("button", name="2", exact=True).last.click()
    await expect(mira.get_by_text("Var är arbetsplatsen?")).to_be_visible(timeout=PATIENCE)
    await write(mira, "Centrum")
    await press(mira, "Måndag 30 nov")
    await press(mira, "8 veckor")
    await press(mira, "Skicka")
    await expect(mira.get_by_text("Tack! Erbjudandet är skickat.")).to_be_visible(timeout=PATIENCE)


async def test_a_supplier_reports_two_places_and_one_matcher_claims_them(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        mira, anna, bashir = phone(page, "Mira Holm"), phone(page, "Anna Lind"), phone(page, "Bashir Nur")
        await report_internship(mira)
        for matcher in (anna, bashir):
            alert = matcher.get_by_text("Praktikplats · Måleri · 2 platser · Centrum · från 30 nov")
            await expect(alert).to_be_visible(timeout=PATIENCE)
        await photographed(page, "desktop-alert")
        await press(anna, "Jag tar den")
        await expect(anna.get_by_text("Du har tagit den")).to_be_visible(timeout=PATIENCE)
        await expect(bashir.get_by_text("Taget av Anna Lind.")).to_be_visible(timeout=PATIENCE)
        await expect(bashir.locator("button.key", has_text=re.compile("Jag tar den|Visa allt"))).to_have_count(0)
        await expect(mira.get_by_text("Anna Lind tar hand om ert erbjudande")).to_be_visible(timeout=PATIENCE)
        await photographed(page, "desktop-claimed")


async def test_the_same_works_on_a_narrow_screen(browser: Browser) -> None:
    async with opened(browser, PHONE) as (page, _city):
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"]

        async def turn_to(name: str) -> Locator:
            await page.locator("#switcher button", has_text=name.split(maxsplit=1)[0]).click()
            return phone(page, name)

        mira = await turn_to("Mira Holm")
        await report_internship(mira)
        await photographed(page, "narrow-sent")
        anna = await turn_to("Anna Lind")
        await photographed(page, "narrow-alert")
        await press(anna, "Jag tar den")
        await expect(anna.get_by_text("Du har tagit den")).to_be_visible(timeout=PATIENCE)
        bashir = await turn_to("Bashir Nur")
        await expect(bashir.get_by_text("Taget av Anna Lind.")).to_be_visible(timeout=PATIENCE)
        mira = await turn_to("Mira Holm")
        await expect(mira.get_by_text("Anna Lind tar hand om ert erbjudande")).to_be_visible(timeout=PATIENCE)
        await photographed(page, "narrow-told")


async def test_the_clock_moves_to_the_next_thing_due_and_it_happens(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        mira, anna = phone(page, "Mira Holm"), phone(page, "Anna Lind")
        await report_internship(mira)
        await expect(page.locator("#coming")).to_contain_text("frågas igen", timeout=PATIENCE)
        for _ in ("a reminder in the morning", "and half an hour later the matchers"):
            await moves_clock(page, "Till nästa händelse")
        await expect(anna.get_by_text("Ingen har tagit erbjudandet")).to_be_visible(timeout=PATIENCE)
        await expect(mira.get_by_text("Ingen matchare har hunnit")).to_be_visible(timeout=PATIENCE)
        await photographed(page, "desktop-clock")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
async def test_the_clock_has_three_ways_on_and_the_list_says_what_is_coming_to_whom(
    browser: Browser, size: ViewportSize
) -> None:
    async with opened(browser, size) as (page, _city):
        if size is PHONE:
            await page.locator("#switcher button", has_text="Staden").click()
        first, clock = page.locator("#coming li").first, page.locator(".now")
        for told in (
            "tis 24 nov. 08.00",
            "i morgon",
            "Vänlig påminnelse: startmöte",
            "till Mira Holm, Exempelmåleriet AB",
        ):
            await expect(first).to_contain_text(told)
        await photographed(page, f"coming-{'narrow' if size is PHONE else 'wide'}")
        await moves_clock(page, "+1 timme")
        await expect(clock).to_contain_text("09.30")
        await moves_clock(page, "Till nästa händelse")
        await expect(clock).to_contain_text("08.00tisdag 24 november 2026")
        await moves_clock(page, "+1 dag")
        await expect(clock).to_contain_text("08.00onsdag 25 november 2026")
        await expect(first).to_contain_text("tors 26 nov. 08.00")
        assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]


async def test_a_stranger_on_a_new_phone_is_told_how_to_get_in(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        await page.locator("#add-phone").click()
        newcomer = phone(page, "Ny telefon")
        await newcomer.get_by_role("button", name="Starta").click()
        await expect(newcomer.get_by_text("behöver du en inbjudan")).to_be_visible(timeout=PATIENCE)
