"""Growth: a city ten times the usual size after one year and after ten: how long its lists and a form step take.

Both ages are asked in alternation, one person at a time; the times are those of ten years over those of one.
"""

import asyncio
from contextlib import AsyncExitStack
from itertools import chain

from domain.command import Command, may_use
from domain.language import Language
from domain.role import Role
from messages.menu import spelling
from tests.bench.databases import both
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside, quantile
from tests.bench.grown_city import Asker, GrownCity, a_grown_city
from tests.bench.person import Turn
from tests.scale.history import aged
from tests.scale.size import A_SUPPLIERS, COORDINATOR, MATCHER

YOUNG, OLD = 1, 10
"""Years."""

MOST_TIMES = 1.3
OFTEN = 10
"""So often each thing is asked for in a round."""

LISTS = (
    *(Command.PEOPLE, Command.SLOTS, Command.MEETINGS, Command.CONTRACTS, Command.PROCUREMENTS),
    *(Command.BROADCASTS, Command.CONTRIBUTE, Command.FAQ, Command.TRYOUTS),
)
"""What grows with the years, each for whoever has it. How long the overview takes is tests/scale's to see."""

ASKED_BY = {Role.MATCHER: MATCHER, Role.SUPPLIER: A_SUPPLIERS, Role.COORDINATOR: COORDINATOR}
REPORT = (
    Turn("/rapportera", answer="Steg 1"),
    Turn("1", answer="Steg 2"),
    Turn("1", answer="Steg 3"),
    Turn("2", answer="Steg 4"),
    Turn("/avbryt", answer="Avbrutet"),
)
MEASURED_OF_REPORT = ("", "form step", "form step", "form step", "")

Seen = dict[str, list[list[float]]]
"""By what was asked for: of each round, the seconds that each answer took."""


def askers() -> list[Asker]:
    return [*(_of_lists(role) for role in ASKED_BY), Asker(A_SUPPLIERS + 1, REPORT, MEASURED_OF_REPORT)]


def _of_lists(role: Role) -> Asker:
    texts = [f"/{spelling(command, Language.SWEDISH)}" for command in LISTS if may_use(role, command)]
    turns = [Turn(text, answer="") for text in texts]
    return Asker(ASKED_BY[role], turns, [f"{text} of a {role}" for text in texts])


async def measured(effort: Effort) -> list[Figure]:
    figures = []
    with both(effort.folder) as databases:
        for name, empty in databases.items():
            async with AsyncExitStack() as stack:
                cities = {}
                for years in (YOUNG, OLD):
                    folder = effort.folder / f"{name}-{years}"
                    folder.mkdir()
                    url = empty.copied(folder)
                    await asyncio.to_thread(aged, url, years)
                    cities[years] = await stack.enter_async_context(a_grown_city(url, askers()))
                    await cities[years].asked()
                figures += await _compared(name, cities, effort)
    return figures


async def _compared(name: str, cities: dict[int, GrownCity], effort: Effort) -> list[Figure]:
    seen: dict[int, Seen] = {years: {} for years in cities}
    for _ in range(effort.rounds):
        for _ in range(OFTEN):
            for years, city in cities.items():
                for what, seconds in (await city.asked()).items():
                    seen[years].setdefault(what, []).append(seconds)
    return [figure for what in seen[YOUNG] for figure in _figures(name, what, seen, effort)]


def _figures(name: str, what: str, seen: dict[int, Seen], effort: Effort) -> list[Figure]:
    figures = []
    for part, words in ((0.5, "p50"), (0.99, "p99")):
        young, old = (_of_rounds(seen[years][what], part, effort) for years in (YOUNG, OLD))
        ratio = beside(old, young, f"after {YOUNG} year", at_most=MOST_TIMES if words == "p99" else None)
        figures.append(Figure(f"{what}, {words}, after {OLD} years", name, Spread.of(old), " ms", ratio))
    return figures


def _of_rounds(seconds: list[list[float]], part: float, effort: Effort) -> list[float]:
    """That quantile of each round, in milliseconds."""
    often = len(seconds) // effort.rounds
    rounds = [seconds[begin : begin + often] for begin in range(0, len(seconds), often)]
    return [1000 * quantile(list(chain.from_iterable(each)), part) for each in rounds]
