"""`make bench`: measure Steget beside others, and write docs/performance.md.

    make bench                            everything, in about half an hour
    make bench PARTS="answers memory"     only these parts; the others' figures stay as they are
    make bench PARTS=memory MORE="--updates 100000"

Ends with 1 where anything has become worse than what is committed, and says what.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tests.bench import machine, page
from tests.bench.attended import attended
from tests.bench.effort import Effort
from tests.bench.parts import PARTS
from tests.bench.record import Measured, Record, broken

DOCS = Path(__file__).parent.parent.parent / "docs"


@click.command()
@click.argument("parts", nargs=-1, type=click.Choice(list(PARTS)))
@click.option("--rounds", default=Effort.rounds, show_default=True)
@click.option("--seconds", default=Effort.seconds, show_default=True, help="How long a turn of talking is.")
@click.option("--updates", default=Effort.updates, show_default=True, help="After so many the memory is looked at.")
@click.option("--contracts", default=Effort.contracts, show_default=True, help="So many are taken in.")
@click.option("--reminders", default=Effort.reminders, show_default=True, help="So many wait in the clock.")
@click.option("--receivers", default=Effort.receivers, show_default=True, help="So many a broadcast goes to.")
@click.option("--docs", default=DOCS, type=click.Path(file_okay=False, path_type=Path), help="Where the page is.")
def command(*, parts: Sequence[str], docs: Path, **effort: Any) -> None:
    """Measure, and write the figures down."""
    record, worse = Record(docs / "performance.json"), list[str]()
    for part in parts or PARTS:
        click.echo(f"{part} ...")
        with tempfile.TemporaryDirectory(prefix="steget-bench-") as folder:
            figures = attended(PARTS[part](Effort(Path(folder), **effort)))
        worse += record.replace(part, Measured(figures, machine.described()))
        # Written after each part: whoever stops it has what was measured so far.
        record.write()
        page.write(docs / "performance.md", {name: record.parts[name] for name in PARTS if name in record.parts})
        click.echo(page.tables({part: record.parts[part]}))
    _say(worse, broken([figure for part in parts or PARTS for figure in record.parts[part].figures]))


def _say(worse: Sequence[str], not_kept: Sequence[str]) -> None:
    for line in not_kept:
        click.echo(f"not as promised: {line}")
    for line in worse:
        click.echo(f"worse than before: {line}")
    if worse:
        raise SystemExit(1)


if __name__ == "__main__":
    command()
