"""Where to ask, what to say, what to know, in a browser: one is decided, a story goes out, a question comes back."""

import pytest
from playwright.async_api import Browser, Locator

from tests.demo.page import DESKTOP, in_the_browser, opened, press, write
from tests.demo.story import Story

pytestmark = [*in_the_browser, pytest.mark.timeout(120)]

WORDS = "I våras fick en praktikant börja hos ett måleri. I dag har hon jobb där."
QUESTION = "Vem hämtar nyckeln till förrådet?"
ANSWER = "Vaktmästaren, klockan sju."


async def karin_decides_of_the_first_of_four(story: Story, karin: Locator) -> None:
    await write(karin, "/upphandlingar")
    for ranked in ("1. Måleritjänster", "2. Snittblommor", "3. Stängsel", "4. Ledarskapsutbildning"):
        await story.sees(karin, ranked)
    await story.photographed("ranked")
    await press(karin, "Måleritjänster")
    await story.sees(karin, "Passar: praktikplats eller lärlingsplats")
    await story.photographed("explained")
    await press(karin, "Besluta")
    await press(karin, "Dialogkrav")
    await story.sees(karin, "Det som passar är valt.")
    await press(karin, "Klart")
    await story.sees(karin, "Varför beslutar ni så?")
    await write(karin, "Målarna tar gärna emot lärlingar.")
    await story.sees(karin, "Ska det här beslutas för Måleritjänster?")
    await press(karin, "Besluta")
    await story.sees(karin, "Beslutat. Det står kvar här, och följer med till avtalet.")
    await story.photographed("decided")


async def karin_sends_a_story_to_two_trades(story: Story, karin: Locator) -> None:
    await write(karin, "/utskick")
    for label in ("Nytt utskick", "Ett gott exempel", "Bransch"):
        await press(karin, label)
    await story.sees(karin, "Vilka branscher?")
    for trade in ("Måleri", "Park och mark"):
        await press(karin, trade)
        await story.sees(karin, f"{trade} (vald)")
    await press(karin, "Klart")
    await story.sees(karin, "Bransch · 2")
    await press(karin, "Klart")
    await story.sees(karin, "Vad vill du säga?")
    await write(karin, WORDS)
    for label in ("Hoppa över", "Ingen nämns"):
        await press(karin, label)
    await story.sees(karin, "Så här ser utskicket ut för 2 mottagare")
    await story.photographed("preview")
    await press(karin, "Skicka")
    await story.sees(karin, "Ett gott exempel: på väg")
    await story.moves("+1 timme")
    for receiver in ("Mira Holm", "Sam Dahl"):
        await story.sees(await story.at(receiver), WORDS)
    await press(karin, "Uppdatera")
    await story.sees(karin, "Framme hos Telegram: 2 av 2")
    await story.photographed("sent")


async def mira_asks_and_karin_answers(story: Story, karin: Locator) -> None:
    mira = await story.at("Mira Holm")
    await write(mira, "/fragor")
    await press(mira, "Fråga oss något annat")
    await story.sees(mira, "Vad vill du fråga kommunen?")
    await write(mira, QUESTION)
    await story.sees(mira, "Ska jag skicka din fråga till Karin Ek?")
    await press(mira, "Skicka")
    await story.sees(karin, "Mira Holm frågar kommunen.")
    await press(karin, "Svara")
    await story.sees(karin, f"Frågan var: {QUESTION}")
    await write(karin, ANSWER)
    await story.sees(karin, "Ska jag skicka svaret till Mira Holm?")
    await press(karin, "Skicka")
    await story.sees(mira, "Karin Ek har svarat på din fråga.")
    await story.sees(mira, ANSWER)
    await story.photographed("answered")


async def test_one_of_four_is_decided_a_story_goes_to_two_trades_and_a_question_comes_back(browser: Browser) -> None:
    async with opened(browser, DESKTOP) as (page, _city):
        story = Story("asking", page, is_narrow=False)
        karin = await story.at("Karin Ek")
        await karin_decides_of_the_first_of_four(story, karin)
        await karin_sends_a_story_to_two_trades(story, karin)
        await mira_asks_and_karin_answers(story, karin)
