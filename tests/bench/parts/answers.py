"""Answers: Steget's durable form step beside echoes that keep nothing."""

from tests.bench.alternation import measured_in_turn
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside
from tests.bench.lineup import EVERYBODY, NAMES, Lineup
from tests.bench.score import Score

DELAYS = {0.0: "", 0.05: ", API of 50 ms"}
"""Seconds that the API takes for an answer, and how the tables say it."""

MOST_PROCESSOR = {("sqlite", 0.0): 8.0, ("postgresql", 0.0): 12.0}
MOST_WAIT = {0.0: 4.0, 0.05: 1.3}
"""Times aiogram's."""


async def measured(effort: Effort) -> list[Figure]:
    lineup = Lineup(effort.folder, effort.people)
    found = await measured_in_turn(lineup, EVERYBODY, rounds=effort.rounds, seconds=effort.seconds, delays=list(DELAYS))
    return [
        figure
        for delay, scores in found.items()
        for score in scores
        for figure in _figures(score, scores[0], delay, effort)
    ]


def _figures(score: Score, echo: Score, delay: float, effort: Effort) -> list[Figure]:
    return [*_of_many(score, echo, delay, effort.people), *_of_one(score, echo, delay)]


def _of_many(score: Score, echo: Score, delay: float, people: int) -> list[Figure]:
    many = f"{people} people at once{DELAYS[delay]}"
    mine, theirs = ([load.processor_ms for load in one.many] for one in (score, echo))
    ratio = beside(mine, theirs, NAMES[echo.name], at_most=MOST_PROCESSOR.get((score.name, delay)))
    a_second = [load.a_second for load in score.many]
    return [
        Figure(f"processor time an answer, {many}", NAMES[score.name], Spread.of(mine), " ms", ratio),
        Figure(f"answers a second, {many}", NAMES[score.name], Spread.of(a_second), ""),
    ]


def _of_one(score: Score, echo: Score, delay: float) -> list[Figure]:
    figures = []
    for part, words in ((0.5, "p50"), (0.99, "p99")):
        mine, theirs = score.waits_ms(part), echo.waits_ms(part)
        is_promised = score.name in {"sqlite", "postgresql"} and part == 0.5
        ratio = beside(mine, theirs, NAMES[echo.name], at_most=MOST_WAIT[delay] if is_promised else None)
        what = f"one person waits, {words}{DELAYS[delay]}"
        figures.append(Figure(what, NAMES[score.name], Spread.of(mine), " ms", ratio))
    return figures
