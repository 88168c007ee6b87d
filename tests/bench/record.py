"""The figures as they are committed, and what has become worse since."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.figure import Figure, Spread

SLACK = 1.15
"""A ratio may be so many times the committed one before it counts as worse: two runs differ by that."""


@dataclass(frozen=True)
class Measured:
    """One part, as it was measured last."""

    figures: Sequence[Figure]
    on: str


class Record:
    """A file of figures, part by part."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.parts: dict[str, Measured] = {}
        if file.exists():
            kept: dict[str, Any] = json.loads(file.read_text())
            self.parts = {part: _restored(measured) for part, measured in kept.items()}

    def replace(self, part: str, measured: Measured) -> list[str]:
        """Put new figures in the place of those of before; what has become worse, a line each."""
        before = self.parts.get(part)
        self.parts[part] = measured
        if before is None:
            return []
        earlier = {(figure.what, figure.who): figure for figure in before.figures}
        pairs = [(earlier[key], figure) for figure in measured.figures if (key := (figure.what, figure.who)) in earlier]
        return [line for then, now in pairs if (line := _worse(then, now))]

    def write(self) -> None:
        """Keep them."""
        kept = {part: asdict(measured) for part, measured in self.parts.items()}
        self._file.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


def broken(figures: Sequence[Figure]) -> list[str]:
    """What is not as promised, a line each."""
    lines = []
    for figure in figures:
        if figure.ratio is not None and not figure.ratio.is_kept:
            times, most = figure.ratio.times.worded(), figure.ratio.at_most
            lines.append(f"{figure.what}: {figure.who}: {times} times {figure.ratio.beside}, promised {most}")
        if not figure.is_value_kept:
            promised = figure.at_most if figure.at_least is None else figure.at_least
            value = figure.value.worded(figure.unit)
            lines.append(f"{figure.what}: {figure.who}: {value}, promised {promised}{figure.unit}")
    return lines


def _worse(then: Figure, now: Figure) -> str | None:
    """Ratios are compared, since they differ less from machine to machine; without one, what promises a most."""
    if then.ratio is not None and now.ratio is not None:
        before, after = then.ratio.times, now.ratio.times
    elif now.at_most is not None:
        before, after = then.value, now.value
    else:
        return None
    is_gain = now.ratio is not None and now.ratio.is_gain
    if not (_is_more(before, than=after) if is_gain else _is_more(after, than=before)):
        return None
    return f"{now.what}: {now.who}: {after.worded()}, was {before.worded()}"


def _is_more(this: Spread, *, than: Spread) -> bool:
    """Whether it is more by so much that chance doesn't explain it."""
    return this.median > SLACK * than.median and this.low > than.high


def _restored(kept: dict[str, Any]) -> Measured:
    return Measured([Figure.restored(figure) for figure in kept["figures"]], kept["on"])
