"""What was measured: a median with its spread, and how many times as much as another's it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Spread:
    """The median of all rounds, and the lowest and the highest of them."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Spread":
        """The spread of those values, one a round."""
        return cls(median(values), min(values), max(values))

    def worded(self, unit: str = "") -> str:
        """As it stands in a table."""
        if self.low == self.high:
            return f"{_number(self.median)}{unit}"
        return f"{_number(self.median)}{unit} ({_number(self.low)}–{_number(self.high)})"


@dataclass(frozen=True)
class Ratio:
    """How many times as much as another's.

    Attributes:
        times: Round by round.
        beside: Whose.
        at_most: What is promised; None where nothing is.
        is_gain: Whether it is the better the more it is.
    """

    times: Spread
    beside: str
    at_most: float | None = None
    is_gain: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether it is as promised."""
        return self.at_most is None or self.times.median <= self.at_most


@dataclass(frozen=True)
class Figure:
    """One thing that was measured of one bot.

    Attributes:
        what: What was measured.
        who: Of whom.
        value: How much it was.
        unit: Of what, with a space before it where it has one.
        ratio: Beside another; None for what stands alone.
        at_most: What is promised of the value itself; None where nothing is.
        at_least: The same of what is the better the more it is.
    """

    what: str
    who: str
    value: Spread
    unit: str
    ratio: Ratio | None = None
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_value_kept(self) -> bool:
        """Whether what is promised of the value itself holds."""
        is_little = self.at_most is None or self.value.median <= self.at_most
        return is_little and (self.at_least is None or self.value.median >= self.at_least)

    @property
    def is_kept(self) -> bool:
        """Whether all that is promised holds."""
        return self.is_value_kept and (self.ratio is None or self.ratio.is_kept)

    @classmethod
    def restored(cls, kept: dict[str, Any]) -> "Figure":
        """From what `dataclasses.asdict` made of it."""
        ratio = kept["ratio"]
        if ratio is not None:
            ratio = Ratio(**(ratio | {"times": Spread(**ratio["times"])}))
        return cls(**(kept | {"value": Spread(**kept["value"]), "ratio": ratio}))


def beside(
    mine: Sequence[float], theirs: Sequence[float], whose: str, *, at_most: float | None = None, is_gain: bool = False
) -> Ratio:
    """What I take against what they take, in the same rounds."""
    return Ratio(Spread.of([one / other for one, other in zip(mine, theirs, strict=True)]), whose, at_most, is_gain)


def quantile(values: Sequence[float], part: float) -> float:
    """So much that this part of the values is less."""
    return sorted(values)[min(int(part * len(values)), len(values) - 1)]


def _number(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
