"""Steget beside bare bots, in a minute: processor time an answer, answers a second, and one person's waits.

    python -m tests.bench.compare                       everybody, once
    python -m tests.bench.compare --people 40 --rounds 5
                                                        the figures that count: medians of five, in alternation
    python -m tests.bench.compare --only sqlite --answers typed
                                                        one contestant alone, typed answers only
    python -m tests.bench.compare --only sqlite --profile out.prof
                                                        Steget under cProfile while many talk at once
    python -m tests.bench.compare --delay 50            an API that takes 50 ms for each answer

`python -m pstats out.prof` reads the profile. Competitors need `make .venv-bench/stamp` once. Everything is on
loopback, in a folder of its own that goes at the end; where a bot fails, `--keep FOLDER` leaves its log there.
"""

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

import click

from tests.bench import conversations
from tests.bench.lineup import BARE, EVERYBODY, Lineup
from tests.bench.load import many_at_once, one_at_a_time
from tests.bench.score import Score


@click.command()
@click.option("--people", default=40, show_default=True, help="How many talk at once.")
@click.option("--rounds", default=1, show_default=True)
@click.option("--seconds", default=3.0, show_default=True, help="How long each contestant is measured in a round.")
@click.option("--only", multiple=True, type=click.Choice(EVERYBODY), help="May be given several times.")
@click.option("--answers", default="mixed", show_default=True, type=click.Choice(list(conversations.FORMS)))
@click.option("--delay", default=0.0, show_default=True, help="Milliseconds that the API takes for each answer.")
@click.option("--profile", type=click.Path(dir_okay=False, path_type=Path), help="A file for Steget's profile.")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="A folder for databases and logs.")
def command(  # noqa: PLR0913  one for each option
    *,
    people: int,
    rounds: int,
    seconds: float,
    only: Sequence[str],
    answers: str,
    delay: float,
    profile: Path | None,
    keep: Path | None,
) -> None:
    """Measure Steget beside bare bots."""
    with _folder(keep) as folder:
        lineup = Lineup(folder, people, conversations.FORMS[answers], profile)
        scores = asyncio.run(compared(lineup, only or EVERYBODY, rounds=rounds, seconds=seconds, delay=delay / 1000))
    for score in scores:
        click.echo(score.line(beside=scores[0]))


async def compared(lineup: Lineup, names: Sequence[str], *, rounds: int, seconds: float, delay: float) -> list[Score]:
    """All run from the beginning; in each round one after another is talked to, while the others rest."""
    async with AsyncExitStack() as stack:
        contestants = [await stack.enter_async_context(lineup.running(name)) for name in names]
        scores = [Score(contestant.name) for contestant in contestants]
        for contestant in contestants:
            contestant.api.delay = delay
        for number in range(rounds):
            for contestant, score in zip(contestants, scores, strict=True):
                is_profiled = lineup.profile is not None and contestant.name not in BARE
                score.many.append(
                    await many_at_once(
                        contestant, seconds=seconds, warm_up=0.5 if number else 1.5, is_profiled=is_profiled
                    )
                )
                score.alone.append(await one_at_a_time(contestant, seconds=seconds))
    return scores


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="steget-bench-") as folder:
        yield Path(folder)


if __name__ == "__main__":
    command()
