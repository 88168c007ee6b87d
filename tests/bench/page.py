"""docs/performance.md: what was measured stands between two marks; the rest is written by people."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.record import Measured

BEGINS, ENDS = "<!-- measured by make bench: begins -->", "<!-- measured by make bench: ends -->"


def write(file: Path, parts: Mapping[str, Measured]) -> None:
    """Put the tables in the place of those that are there."""
    before, _, rest = file.read_text(encoding="utf-8").partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    file.write_text(f"{before}{BEGINS}\n{tables(parts)}\n{ENDS}{after}", encoding="utf-8")


def tables(parts: Mapping[str, Measured]) -> str:
    """All tables: the promises first, then each part."""
    lines = [*_promises(parts)]
    for part, measured in parts.items():
        lines += _part(part, measured)
    return "\n".join(lines)


def _promises(parts: Mapping[str, Measured]) -> Iterator[str]:
    yield "## What is promised\n"
    yield "| what | of whom | measured | promised | kept |"
    yield "|---|---|---|---|---|"
    for measured in parts.values():
        for figure in measured.figures:
            yield from _promise(figure)
    yield ""


def _promise(figure: Figure) -> Iterator[str]:
    if figure.ratio is not None and figure.ratio.at_most is not None:
        times = f"{figure.ratio.times.worded()} times {figure.ratio.beside}"
        yield _row(figure, times, f"at most {figure.ratio.at_most:g}", is_kept=figure.ratio.is_kept)
    for most_or_least, value in (("at most", figure.at_most), ("at least", figure.at_least)):
        if value is not None:
            promised = f"{most_or_least} {value:g}{figure.unit}"
            yield _row(figure, figure.value.worded(figure.unit), promised, is_kept=figure.is_value_kept)


def _row(figure: Figure, measured: str, promised: str, *, is_kept: bool) -> str:
    return f"| {figure.what} | {figure.who} | {measured} | {promised} | {'yes' if is_kept else '**no**'} |"


def _part(part: str, measured: Measured) -> Iterator[str]:
    about = import_module(f"tests.bench.parts.{part}").__doc__ or ""
    title, _, told = " ".join(about.split()).partition(": ")
    yield f"## {title}\n"
    yield f"{told[0].upper()}{told[1:]} {measured.on}\n"
    yield "| what | of whom | takes | times |"
    yield "|---|---|---|---|"
    for figure in measured.figures:
        times = f"{figure.ratio.times.worded()} × {figure.ratio.beside}" if figure.ratio else ""
        yield f"| {figure.what} | {figure.who} | {figure.value.worded(figure.unit)} | {times} |"
    yield ""
