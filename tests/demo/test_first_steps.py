"""*Prova så här*: a step is done when it has truly happened, and leads to what is there; a confirmed start counts."""

import re
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.demo.city_description import Step, Way
from bot.demo.local_telegram import Phone
from bot.demo.page.sample_file import SAMPLE_NAME, sample_file
from bot.demo.page.state import phone_state
from bot.demo.running_city import RunningCity
from bot.demo.serving import demo
from tests.city import City
from tests.demo.page import MONDAY_MORNING
from tests.each import each

REPORT, CLAIM, START, IMPORT, INVITE, MEETING, CLOCK = range(7)


class Newcomer:
    """Somebody at the page, who does what it says."""

    def __init__(self, city: RunningCity) -> None:
        self.city = city

    def phone(self, name: str) -> Phone:
        """The phone of the person of that name."""
        return next(one for one in self.city.telegram.phones.values() if one.first_name == name)

    async def does(self, name: str, act: Callable[[Phone], object]) -> None:
        """Do it on that phone, and let the bot answer."""
        act(self.phone(name))
        await self.city.all_said()

    async def writes(self, name: str, *texts: str) -> None:
        """Write these, one after the other."""
        for text in texts:
            await self.does(name, lambda phone, text=text: phone.says(text))  # type: ignore[misc]

    async def presses(self, name: str, button: str) -> None:
        """Press the newest button that is called so."""
        await self.does(name, lambda phone: phone.presses_button(button))

    async def steps(self) -> tuple[Step, ...]:
        """The steps as the page shows them now."""
        await self.city.look_around()
        return self.city.describe().steps

    async def done(self) -> list[int]:
        """Which are done."""
        return [at for at, step in enumerate(await self.steps()) if step.is_done]

    async def way(self, step: int) -> tuple[str, str, bool]:
        """How the step is done, on whose phone, and whether the message that it leads to is there."""
        way = (await self.steps())[step].way
        assert way is not None
        return way.how.sv, self._whose(way), self._is_there(way)

    def _whose(self, way: Way) -> str:
        return self.city.telegram.phones[way.user_id].first_name if way.user_id else ""

    def _is_there(self, way: Way) -> bool:
        return way.user_id is not None and self.city.telegram.phones[way.user_id].message(way.message_id) is not None

    async def goal(self) -> int:
        """How many of the goal are reached."""
        await self.city.look_around()
        return self.city.describe().goal.confirmed or 0


@pytest_asyncio.fixture
async def newcomer() -> AsyncIterator[Newcomer]:
    async with demo(begins_at=MONDAY_MORNING) as (_address, city):
        yield Newcomer(city)


OFFER = ("2", "Centrum", "1", "2", "1")
"""Places, where, from when, to when, and off it goes."""


async def test_an_offer_is_followed_to_a_start_that_counts(newcomer: Newcomer, subtests: pytest.Subtests) -> None:
    write = "Skriv /rapportera hos Mira, och svara på frågorna."
    begun, counted = await newcomer.goal(), newcomer.city.describe().results[0].number
    with each(subtests, "nothing is done, and all three begin with an offer"):
        assert await newcomer.done() == []
        assert [await newcomer.way(one) for one in (REPORT, CLAIM, START)] == [(write, "Mira", False)] * 3
    await newcomer.writes("Mira", "/rapportera", "1", "1", *OFFER)
    with each(subtests, "it is offered: a matcher can take it"):
        assert await newcomer.done() == [REPORT]
        assert await newcomer.way(CLAIM) == ("Tryck på ”Jag tar den” hos Anna.", "Anna", True)
    await newcomer.presses("Mira", "Ångra")
    with each(subtests, "it is taken back: there is nothing to take"):
        assert await newcomer.done() == [REPORT]
        assert await newcomer.way(CLAIM) == (write, "Mira", False)
    await newcomer.writes("Sam", "/report", "1", "1", "1", *OFFER)
    await newcomer.presses("Bashir", "Jag tar den")
    with each(subtests, "it is taken, by another matcher: they can say that somebody has begun"):
        assert await newcomer.done() == [REPORT, CLAIM]
        assert await newcomer.way(START) == (
            "Skriv /platser hos Bashir, öppna erbjudandet och tryck på ”Någon har börjat”.",
            "Bashir",
            False,
        )
    await newcomer.writes("Bashir", "/platser", "1")
    with each(subtests, "the card is open: there is the button"):
        assert await newcomer.way(START) == ("Tryck på ”Någon har börjat” hos Bashir.", "Bashir", True)
    await newcomer.presses("Bashir", "Någon har börjat")
    with each(subtests, "whether the person counts already is asked"):
        assert await newcomer.way(START) == ("Tryck på ”Ny person i år” hos Bashir.", "Bashir", True)
    await newcomer.presses("Bashir", "Ny person i år")
    with each(subtests, "the supplier is asked, in English: nothing counts yet"):
        assert await newcomer.way(START) == ("Tryck på ”Yes” hos Sam.", "Sam", True)
        assert await newcomer.goal() == begun
    await newcomer.presses("Sam", "Yes")
    with each(subtests, "both have said it: it counts"):
        assert await newcomer.done() == [REPORT, CLAIM, START]
        assert await newcomer.goal() == begun + 1
        assert newcomer.city.describe().results[0].number == counted + 1


async def test_contracts_an_invitation_a_meeting_and_the_clock(newcomer: Newcomer, subtests: pytest.Subtests) -> None:
    with each(subtests, "the sample file"):
        sends = "Tryck på gemet hos Karin, och skicka exempelfilen med avtal."
        assert await newcomer.way(IMPORT) == (sends, "Karin", False)
    await newcomer.does("Karin", lambda phone: phone.sends_document(SAMPLE_NAME, sample_file()))
    with each(subtests, "it is shown, and nothing is taken in yet"):
        asked = "Läs vad filen ändrar hos Karin, och välj hur avtalen ska tas in."
        assert await newcomer.way(IMPORT) == (asked, "Karin", True)
        assert await newcomer.done() == []
    await newcomer.presses("Karin", "Bara det som kommer")
    with each(subtests, "taken in"):
        assert await newcomer.done() == [IMPORT]
    await newcomer.writes("Karin", "/bjudin", "2", "Nora Berg", "1")
    with each(subtests, "invited, and not in yet"):
        opens = "Tryck på länken i inbjudan hos Karin, och öppna den på en ny telefon."
        assert await newcomer.way(INVITE) == (opens, "Karin", True)
        assert await newcomer.done() == [IMPORT]
    code = re.findall(r"\?start=([\w-]+)", "".join(one.words for one in newcomer.phone("Karin").messages))[-1]
    stranger = newcomer.city.add_phone()
    newcomer.city.telegram.phones[stranger.user_id].opens_link(code)
    await newcomer.city.all_said()
    with each(subtests, "in: and the step leads to another invitation, not to a link that is used up"):
        assert await newcomer.done() == [IMPORT, INVITE]
        assert (await newcomer.way(INVITE))[0] == "Skriv /bjudin hos Karin, och svara på frågorna."
    with each(subtests, "meetings have a button for one"):
        books = "Skriv /moten hos Karin, och tryck på ”Boka möte”."
        assert await newcomer.way(MEETING) == (books, "Karin", False)
    await newcomer.writes("Karin", "/moten")
    with each(subtests, "and here it is"):
        assert await newcomer.way(MEETING) == ("Tryck på ”Boka möte” hos Karin.", "Karin", True)
    await newcomer.presses("Karin", "Boka möte")
    await newcomer.writes("Karin", "1", "1", "1", "10", "1", "Stadshuset")
    await newcomer.presses("Karin", "Klart")
    await newcomer.presses("Karin", "Boka och bjud in")
    with each(subtests, "booked"):
        assert await newcomer.done() == [IMPORT, INVITE, MEETING]
    await newcomer.city.advance(timedelta(hours=1))
    with each(subtests, "the clock has moved"):
        assert await newcomer.done() == [IMPORT, INVITE, MEETING, CLOCK]
    await newcomer.writes("Karin", "/sprak", "2")
    with each(subtests, "the chat is in English, and so is what the page says of it"):
        assert phone_state(newcomer.city, newcomer.phone("Karin").user_id)["language"] == "en"
        assert (await newcomer.way(INVITE))[0] == "Skriv /invite hos Karin, och svara på frågorna."


async def test_a_start_counts_as_soon_as_both_have_said_it_and_until_it_is_taken_back(city: City) -> None:
    page = RunningCity(city.settings, city.program, city.database, city.clock, city.telegram)

    async def counted() -> tuple[int, list[int]]:
        await page.look_around()
        described = page.describe()
        return described.goal.confirmed or 0, [at for at, step in enumerate(described.steps) if step.is_done]

    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await city.matcher_a.says("/platser")
    await city.matcher_a.presses("Centrum")
    await city.matcher_a.says_begun()
    assert await counted() == (0, [REPORT, CLAIM])
    await city.maleri.presses("Ja")
    assert await counted() == (1, [REPORT, CLAIM, START])
    await city.matcher_a.presses("Ångra senaste starten")
    await city.matcher_a.presses("Ja, ta bort starten")
    assert await counted() == (0, [REPORT, CLAIM, START])
