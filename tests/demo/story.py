"""A story that is told on the demo's page: side by side, or on a narrow screen one phone at a time."""

import re
from dataclasses import dataclass

from playwright.async_api import Locator, Page, expect

from tests.demo.page import PATIENCE, moves_clock, phone, photographed, turn_to


@dataclass(frozen=True)
class Story:
    """The page on which it is told; its pictures are called after it."""

    name: str
    page: Page
    is_narrow: bool

    async def at(self, person: str) -> Locator:
        """Turn to that person's phone."""
        if self.is_narrow:
            await turn_to(self.page, person.split(maxsplit=1)[0])
        return phone(self.page, person)

    async def moves(self, label: str) -> None:
        """Move the clock."""
        if self.is_narrow:
            await turn_to(self.page, "Staden")
        await moves_clock(self.page, label)

    async def is_clock_at(self, day: str) -> None:
        """Wait until the page's clock shows that day."""
        await expect(self.page.locator(".now")).to_contain_text(day, timeout=PATIENCE)

    async def sees(self, where: Locator, words: str | re.Pattern[str]) -> None:
        """Wait until it stands there, last of what is said so."""
        await expect(where.get_by_text(words).last).to_be_visible(timeout=PATIENCE)

    async def photographed(self, moment: str) -> None:
        """Keep a picture; nothing on it is wider than the screen."""
        await photographed(self.page, f"{self.name}-{'narrow' if self.is_narrow else 'wide'}-{moment}")
        assert await self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
