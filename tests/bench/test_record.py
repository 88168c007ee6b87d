"""What has become worse is said, and what only looks so is not."""

from pathlib import Path

import pytest

from tests.bench.figure import Figure, Ratio, Spread
from tests.bench.record import Measured, Record, broken


def answer(*times: float, at_most: float | None = None) -> Figure:
    return Figure("an answer", "Steget", Spread.of([5.0]), " ms", Ratio(Spread.of(times), "an echo", at_most))


def compared(before: Figure, after: Figure) -> list[str]:
    record = Record(Path("nowhere"))
    record.replace("answers", Measured([before], "yesterday"))
    return record.replace("answers", Measured([after], "today"))


def test_a_ratio_that_has_grown_is_said() -> None:
    assert compared(answer(4.0, 4.1, 4.2), answer(6.0, 6.1, 6.2)) == [
        "an answer: Steget: 6.10 (6.00–6.20), was 4.10 (4.00–4.20)"
    ]


@pytest.mark.parametrize(
    "after",
    [answer(4.2, 4.3, 4.4), answer(4.1, 5.0, 6.0), answer(2.0, 2.1, 2.2)],
    ids=["hardly more", "within what was seen before", "less"],
)
def test_what_differs_by_chance_or_has_become_better_is_not_said(after: Figure) -> None:
    assert compared(answer(4.0, 4.1, 4.2), after) == []


def test_a_gain_is_worse_when_it_is_less() -> None:
    def processes(*times: float) -> Figure:
        return Figure("answers", "two", Spread.of([9.0]), "", Ratio(Spread.of(times), "one", is_gain=True))

    assert compared(processes(1.5, 1.6), processes(1.9, 2.0)) == []
    assert compared(processes(1.9, 2.0), processes(1.5, 1.6)) == [
        "answers: two: 1.55 (1.50–1.60), was 1.95 (1.90–2.00)",
    ]


def test_what_is_not_as_promised_is_said() -> None:
    slow = Figure("start", "Steget", Spread.of([1.5]), " s", at_most=1.0)
    assert broken([answer(8.1, at_most=8.0), answer(7.9, at_most=8.0), slow]) == [
        "an answer: Steget: 8.10 times an echo, promised 8.0",
        "start: Steget: 1.50 s, promised 1.0 s",
    ]


def test_figures_are_kept_in_a_file_part_by_part(tmp_path: Path) -> None:
    file = tmp_path / "performance.json"
    record = Record(file)
    record.replace("answers", Measured([answer(4.0)], "yesterday"))
    record.write()
    again = Record(file)
    again.replace("start", Measured([answer(1.0)], "today"))
    again.write()
    assert Record(file).parts == {
        "answers": Measured([answer(4.0)], "yesterday"),
        "start": Measured([answer(1.0)], "today"),
    }
