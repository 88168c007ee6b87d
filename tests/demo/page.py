"""The demo's page, open in a real browser, and what its people do on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from playwright.async_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect
from sqlalchemy import make_url

from bot.demo.running_city import RunningCity
from bot.demo.serving import demo
from storage import migration
from tests.everything import IS_EVERYTHING

MONDAY_MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


in_the_browser = (pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"))
"""For tests that drive the page: they run in the event loop of the one Chromium."""

DESKTOP = ViewportSize(width=1600, height=1000)


PHONE = ViewportSize(width=400, height=850)


SCREENSHOTS = Path(__file__).parent.parent / "screenshots"


PATIENCE = 15_000
"""Milliseconds; the bot writes at the pace that Telegram allows."""


@cache
def _empty() -> bytes:
    """A database with every table and nothing in it. To make one takes half a second, so it is made once."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "empty.sqlite")
        migration.upgrade(f"sqlite:///{file}")
        return file.read_bytes()


def copy_empty(url: str) -> None:
    """Make a demo's database as its start would. That it does so by itself too is seen in `test_first_steps`."""
    Path(make_url(url).database or "").write_bytes(_empty())


@asynccontextmanager
async def opened(
    browser: Browser, size: ViewportSize, *, colours: Literal["light", "dark"] = "light"
) -> AsyncIterator[tuple[Page, RunningCity]]:
    """The demo, open in a browser; an error on the page fails the test."""
    errors: list[str] = []
    async with demo(begins_at=MONDAY_MORNING, prepare=copy_empty) as (address, city):
        context = await browser.new_context(
            viewport=size, locale="sv-SE", reduced_motion="reduce", color_scheme=colours
        )
        try:
            yield await _opened(context, address, errors), city
        finally:
            await context.close()
    assert errors == []


async def _opened(context: BrowserContext, address: str, errors: list[str]) -> Page:
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    await page.goto(address)
    await expect(page.locator("section.phone")).to_have_count(5)
    return page


def phone(page: Page, name: str) -> Locator:
    """The phone of the person with that name."""
    return page.locator(f"section.phone[aria-label^='{name}']")


async def press(where: Locator, label: str) -> None:
    """Press the newest button that is called so."""
    await where.locator("button.key", has_text=label).last.click()


async def write(where: Locator, text: str) -> None:
    """Write in the phone's field, and send with Enter."""
    await where.get_by_role("textbox").fill(text)
    await where.get_by_role("textbox").press("Enter")


async def moves_clock(page: Page, label: str) -> None:
    """Press one of the clock's buttons, and wait until everything on the way has happened."""
    button = page.locator("[data-advance]", has_text=label)
    await button.click()
    await expect(button).not_to_have_attribute("aria-busy", "true", timeout=PATIENCE)


async def photographed(page: Page, name: str) -> None:
    """Keep a picture for people to look at, in `make soak`: to draw and pack one takes as long as a step."""
    if IS_EVERYTHING:
        SCREENSHOTS.mkdir(exist_ok=True)
        await page.screenshot(path=SCREENSHOTS / f"{name}.png")


async def turn_to(page: Page, name: str) -> None:
    """On a narrow screen one phone is on show at a time."""
    await page.locator("#switcher button", has_text=name).click()
