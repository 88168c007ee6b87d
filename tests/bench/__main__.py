"""`make bench`: measure, and write the figures down for people."""

import asyncio
import os
import platform
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from tests.bench import measures
from tests.bench.measures import Figure

FIGURES = Path(__file__).parent.parent.parent / "docs" / "figures.md"
MEASURED = (measures.turn, measures.tick, measures.start, measures.import_contracts, measures.wait_for_import)


async def measured() -> list[Figure]:
    """Every figure on each database."""
    with tempfile.TemporaryDirectory(prefix="steget-bench-") as folder:
        async with measures.both(Path(folder)) as places:
            found = [await measure(place) for measure in MEASURED for place in places]
    return [figure for figure in found if figure is not None]


def page(figures: list[Figure]) -> str:
    """The figures as a page of the documentation."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    rows = "\n".join(f"| {each.what} | {each.database} | {each.figure} |" for each in figures)
    return f"""# Figures

Measured by `make bench` on {datetime.now(UTC).date()}: {machine}. Medians;
the whole program, with a stand-in for Telegram on the same machine, one person at a time. Other machines differ.

| what | database | takes |
|---|---|---|
{rows}
"""


if __name__ == "__main__":
    figures = asyncio.run(measured())
    FIGURES.write_text(page(figures), encoding="utf-8")
    click.echo(page(figures))
