"""Whatever anybody presses, writes or does, in any order: nothing raises, nothing sent is lost, there is a way on."""

import asyncio
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.demo.local_telegram import Message
from storage.inbox import InboxRow, InboxState
from tests.chat import Chat
from tests.city import City, a_city
from tests.empty_database import EmptyDatabase
from tests.meetings import contract_of

TEXTS = [
    *["1", "2", "3", "7", "99", "0", "hej", "Centrum", "vecka 49", "24/12", "8 veckor", "i morgon", "tillbaka"],
    *["avbryt", "Skicka", "Klart", "Råå hamn 😀", "<b>&", "x" * 600, "070-174 06 35", "anna@example.com"],
    *["sjukskriven", "ja", "nej"],
]
COMMANDS = ["/start", "/hjalp", "/sprak", "/language english", "/avbryt", "/nonsens"]
OF_ROLE = {
    "maleri": ["/rapportera", "/platser", "/moten", "/borta", "/bidra", "/fragor"],
    "matcher_a": ["/platser", "/moten", "/aviseringar", "/borta", "/forsok", "/fragor"],
    "coordinator": [
        *["/platser", "/moten", "/personer", "/bjudin", "/borta"],
        *["/upphandlingar", "/utskick", "/forsok", "/fragor"],
    ],
}
WALKS = int(os.environ.get("STEGET_WALKS", "2"))
"""How many walks of each role on each database; `make soak` takes many more."""

PHASES = (Phase.explicit, Phase.generate)
"""A walk that fails is told as it was: to look for a shorter one takes minutes."""

WAYS_ON = ("/", "Jag skriver", "I will write", "får veta", "is told", "Ring", "Call", "inte göra", "nothing")
"""A command, or a word on what comes next and whom to turn to."""

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("press"), st.integers(0, 60)),
        st.tuples(st.just("press"), st.integers(0, 60)),
        st.tuples(st.just("press"), st.integers(0, 60)),
        st.tuples(st.just("say"), st.integers(0, 60)),
        st.tuples(st.just("say"), st.integers(0, 60)),
        st.tuples(st.just("command"), st.integers(0, 60)),
        st.tuples(st.just("stale"), st.integers(0, 600)),
        st.tuples(st.just("reply"), st.integers(0, 60)),
        st.tuples(st.just("photo"), st.just(0)),
        st.tuples(st.just("later"), st.integers(0, 2)),
        st.tuples(st.just("restart"), st.just(0)),
    ),
    min_size=12,
    max_size=40,
)


@dataclass
class Walker:
    """Somebody who does anything."""

    city: City
    chat: Chat
    who: str

    async def does(self, what: str, number: int) -> None:
        """One thing."""
        ways: dict[str, Callable[[int], object]] = {
            "press": self._presses,
            "say": lambda place: self.chat.phone.says(TEXTS[place % len(TEXTS)]),
            "command": self._commands,
            "stale": self._presses_stale,
            "reply": self._replies,
            "photo": lambda _: self.chat.phone.sends_photo(),
        }
        if what == "restart":
            await self.city.restart()
        elif what == "later":
            await self.city.later((timedelta(minutes=11), timedelta(hours=20), timedelta(days=15))[number])
        else:
            ways[what](number)
        await self.city.settled()

    def _presses(self, place: int) -> None:
        with_buttons = [message for message in self.chat.received if message.buttons]
        if with_buttons:
            self._press(with_buttons[-1], place)

    def _presses_stale(self, place: int) -> None:
        """A button that may be long out of date, as it was under any message."""
        seen = [message for message in self.chat.received if message.buttons]
        if seen:
            self._press(seen[place % len(seen)], place)
            self.chat.phone.presses(seen[0].message_id, f"fa:{place % 9}:{place % 5}")

    def _press(self, message: Message, place: int) -> None:
        buttons = [button for row in message.buttons for button in row if button.data]
        if buttons:
            self.chat.phone.presses(message.message_id, str(buttons[place % len(buttons)].data))

    def _commands(self, place: int) -> None:
        commands = [*COMMANDS, *OF_ROLE[self.who] * 3]
        self.chat.phone.says(commands[place % len(commands)])

    def _replies(self, place: int) -> None:
        received = self.chat.received
        if received:
            self.chat.phone.says(TEXTS[place % len(TEXTS)], reply_to=received[place % len(received)].message_id)


def has_a_way_on(message: Message) -> bool:
    """Something to press, a command to write, or a word on what comes next."""
    words = message.text or message.caption or ""
    ways = (
        "/",
        "Jag skriver",
        "I will write",
        "får veta",
        "is told",
        "Ring",
        "Call",
        "inte göra något",
        "nothing you need",
    )
    return bool(message.buttons) or any(way in words for way in ways)


async def count_of(city: City, state: InboxState) -> int:
    counted = select(func.count()).where(InboxRow.state == state)
    return await city.asks(lambda session: session.scalar(counted)) or 0


async def walk(empty_database: EmptyDatabase, who: str, steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with a_city(Path(folder), empty_database) as city:
            await city.maleri.reports_internship()
            await city.coordinator.schedules_meeting(await contract_of(city, city.maleri))
            walker, sent = Walker(city, getattr(city, who), who), 1
            for what, number in steps:
                await walker.does(what, number)
                assert not walker.chat.received or has_a_way_on(walker.chat.last), walker.chat.last.words
                slots = await city.slots()
                assert len(slots) >= sent, "a slot that was sent is gone"
                sent = len(slots)
                assert await count_of(city, InboxState.SET_ASIDE) == 0, "an update could not be handled"
            await walker.does("command", 1)
            assert walker.chat.received, "nobody answers"


@pytest.mark.timeout(300 + 30 * WALKS)
@pytest.mark.parametrize("who", OF_ROLE)
def test_nobody_walks_into_a_wall(empty_database: EmptyDatabase, who: str) -> None:
    @settings(
        max_examples=WALKS,
        deadline=None,
        derandomize=True,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )
    @given(steps=STEPS)
    def walks(steps: list[tuple[str, int]]) -> None:
        asyncio.run(walk(empty_database, who, steps))

    walks()
