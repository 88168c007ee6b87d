"""At every width the next step leads on, chats stand at their ends, and no row is cut; the language is the page's."""

import re
from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.demo.running_city import RunningCity
from tests.demo.page import DESKTOP, PATIENCE, PHONE, in_the_browser, opened, phone
from tests.each import each

pytestmark = [*in_the_browser, pytest.mark.timeout(180)]

TABLET = ViewportSize(width=1000, height=900)
LOW = ViewportSize(width=1200, height=700)
SMALL = ViewportSize(width=320, height=640)

NOT_AT_THEIR_END = """() => [...document.querySelectorAll("section.phone")].filter((one) => {
    const log = one.querySelector(".log");
    return log.clientHeight && log.scrollHeight - log.scrollTop - log.clientHeight > 1;
}).map((one) => one.getAttribute("aria-label"))"""

CUT_ROWS = """() => {
    const list = document.getElementById("coming");
    const {top, bottom} = list.getBoundingClientRect();
    const rows = [...list.children].map((row) => row.getBoundingClientRect());
    const cut = rows.filter((row) => row.top < bottom - 1 && row.bottom > bottom + 1 || row.right > innerWidth);
    return rows.length < 3 || !list.clientHeight ? "no rows" : cut.length;
}"""

NEXT_STEP = "#way-on .lead:visible, #next-step .lead:visible"


async def a_frame(page: Page) -> None:
    """Let the page come to rest after its size has changed."""
    await page.evaluate("() => new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(rest)))")


async def mira_offers_a_place(city: RunningCity) -> None:
    mira = next(one for one in city.telegram.phones.values() if one.first_name == "Mira")
    for text in ("/rapportera", "1", "1", "2", "Centrum", "1", "2", "1"):
        mira.says(text)
        await city.all_said()


async def test_chats_stand_at_their_ends_and_no_row_is_cut_whatever_changes(
    browser: Browser, subtests: pytest.Subtests
) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        await page.locator("#add-phone").click()
        await expect(page.locator("section.phone")).to_have_count(6)
        for size in (DESKTOP, TABLET, PHONE, SMALL, LOW, TABLET, DESKTOP):
            await page.set_viewport_size(size)
            await a_frame(page)
            with each(subtests, f"chats at {size['width']}"):
                assert await page.evaluate(NOT_AT_THEIR_END) == []
            if size is PHONE:
                await page.locator("#switcher button", has_text="Staden").click()
            with each(subtests, f"what is coming at {size['width']}"):
                assert await page.evaluate(CUT_ROWS) == 0
                assert await page.evaluate("document.documentElement.scrollWidth") <= size["width"]


async def test_the_next_step_is_seen_leads_there_stays_through_a_reload_and_speaks_the_pages_language(
    browser: Browser, subtests: pytest.Subtests
) -> None:
    async with opened(browser, DESKTOP) as (page, city):
        tried, lead = page.locator("#tried"), page.locator(NEXT_STEP)
        await expect(tried).to_have_text("0 av 7 gjorda")
        await the_goal_moves_when_it_changes(page, subtests, partial(mira_offers_a_place, city))
        await expect(tried).to_have_text("1 av 7 gjorda", timeout=PATIENCE)
        await page.reload()
        for size in (DESKTOP, TABLET, PHONE):
            await page.set_viewport_size(size)
            with each(subtests, f"the matcher's turn at {size['width']}"):
                await expect(lead).to_have_text("Till Anna")
                await lead.focus()
                await page.keyboard.press("Enter")
                alert = phone(page, "Anna Lind").locator("article:focus")
                await expect(alert.get_by_role("button", name="Jag tar den")).to_be_in_viewport()
        with each(subtests, "a step out of turn, by keyboard: the sample file is at hand"):
            await page.locator("#switcher button", has_text="Staden").click()
            await page.get_by_role("button", name="Ta in avtal").press("Enter")
            await expect(phone(page, "Karin Ek").get_by_role("button", name="Skicka exempelfilen")).to_be_visible()
        with each(subtests, "done steps are told to who can't see the tick"):
            await expect(page.locator("#steps li").first).to_contain_text("(klart)")
        await speaks_english(page, subtests)
        with each(subtests, "and so is the goal"):
            await expect(page.locator("#way")).to_have_attribute("aria-valuetext", re.compile("2 open places"))


async def the_goal_moves_when_it_changes(
    page: Page, subtests: pytest.Subtests, something_happens: Callable[[], Awaitable[None]]
) -> None:
    """It is asked for then, and not before."""
    drawings: set[str] = set()
    meter, picture = page.get_by_role("meter"), page.locator("#goal-picture")
    with each(subtests, "a mark for each resident, and all of it in words"):
        await expect(picture).to_be_visible(timeout=PATIENCE)
        assert await picture.evaluate("(one) => one.naturalWidth") > 0
        await expect(meter).to_have_accessible_name("26 av 40 i sysselsättning")
        await expect(meter).to_have_attribute("aria-valuetext", re.compile("26 bekräftade.*0 lediga platser"))
    before = await picture.get_attribute("src")
    page.on("request", lambda request: drawings.add(request.url))
    await something_happens()
    with each(subtests, "two places more, in words and as marks"):
        await expect(meter).to_have_attribute("aria-valuetext", re.compile("2 lediga platser"), timeout=PATIENCE)
        await expect(picture).not_to_have_attribute("src", before or "", timeout=PATIENCE)
        assert len([address for address in drawings if "/goal.svg" in address]) == 1


async def speaks_english(page: Page, subtests: pytest.Subtests) -> None:
    """The page alone does, and it says so."""
    await page.get_by_role("group", name="Sidans språk").get_by_role("button", name="English").click()
    with each(subtests, "the language of the page says what it changes"):
        await expect(page.get_by_role("alert")).to_contain_text("The page is in English now. Each chat keeps its own")
        await expect(page.locator("#next-step")).to_contain_text("Press the paperclip on Karin's phone")
    with each(subtests, "and is kept"):
        await page.reload()
        await expect(page.get_by_role("group", name="Page language")).to_be_visible()
        await expect(page.locator("html")).to_have_attribute("lang", "en")
