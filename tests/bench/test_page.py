"""The page of figures: what people have written there stays."""

from pathlib import Path

from tests.bench import page
from tests.bench.figure import Figure, Ratio, Spread
from tests.bench.record import Measured


def test_only_what_stands_between_the_marks_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "performance.md"
    file.write_text(f"# By hand\n\n{page.BEGINS}\nold\n{page.ENDS}\n\nThe end.\n")
    ratio = Ratio(Spread.of([6.0, 7.0, 9.0]), "an echo", at_most=8.0)
    figure = Figure("an answer", "Steget", Spread.of([5.0]), " ms", ratio)
    page.write(file, {"answers": Measured([figure], "Measured today.")})
    page.write(file, {"answers": Measured([figure], "Measured today.")})
    text = file.read_text()
    assert text.startswith("# By hand\n")
    assert text.endswith("\n\nThe end.\n")
    assert "old" not in text
    assert text.count("| an answer | Steget | 7.00 (6.00–9.00) times an echo | at most 8 | yes |") == 1
    assert text.count("| an answer | Steget | 5.00 ms | 7.00 (6.00–9.00) × an echo |") == 1
