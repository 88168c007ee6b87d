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

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from tests.bench import conversations
from tests.bench.alternation import measured_in_turn
from tests.bench.attended import attended
from tests.bench.lineup import EVERYBODY, Lineup


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
        measuring = measured_in_turn(lineup, only or EVERYBODY, rounds=rounds, seconds=seconds, delays=[delay / 1000])
        (scores,) = attended(measuring).values()
    for score in scores:
        click.echo(score.line(beside=scores[0]))


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
