"""What was seen of one contestant in all rounds."""

from dataclasses import dataclass, field
from statistics import median

from tests.bench.figure import quantile
from tests.bench.load import Load


@dataclass
class Score:
    """The loads of each round, with many people at once and with one alone."""

    name: str
    many: list[Load] = field(default_factory=list)
    alone: list[Load] = field(default_factory=list)

    @property
    def processor_ms(self) -> float:
        """Milliseconds an answer."""
        return median(load.processor_ms for load in self.many)

    @property
    def a_second(self) -> float:
        """Answers."""
        return median(load.a_second for load in self.many)

    def wait_ms(self, part: float) -> float:
        """So long that this part of all answers to one person alone came sooner, in milliseconds."""
        return 1000 * quantile([wait for load in self.alone for wait in load.waits], part)

    def waits_ms(self, part: float) -> list[float]:
        """The same for each round by itself."""
        return [1000 * quantile(load.waits, part) for load in self.alone]

    def line(self, *, beside: "Score") -> str:
        """One line, with how many times as much as the other it takes."""
        spread = [load.processor_ms for load in self.many]
        times = median(
            mine.processor_ms / other.processor_ms for mine, other in zip(self.many, beside.many, strict=True)
        )
        return (
            f"{self.name:11} {self.processor_ms:7.2f} ms an answer ({min(spread):.2f}-{max(spread):.2f}), "
            f"{times:6.2f} times {beside.name}; {self.a_second:7.0f} a second; alone p50 {self.wait_ms(0.5):6.1f} ms, "
            f"p99 {self.wait_ms(0.99):6.1f} ms, {self.wait_ms(0.5) / beside.wait_ms(0.5):5.2f} times"
        )
