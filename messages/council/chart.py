"""The chart of the council's page: a bar a quarter, with no word in it, since its numbers stand below it as text.

What is entered from elsewhere has no date, so each bar stands on it; it is hatched, and the goal is a broken line, so
that nothing is told by colour alone. A number that is not shown has no bar, so that nobody can measure it.
"""

from collections.abc import Iterator

from messages.council.page import CouncilPage

QUARTERS = 4
WIDTH, HEIGHT = 400, 100
BAR = 56
_SLOT = WIDTH // QUARTERS
_TOP, _GROUND = 6, HEIGHT - 2


def svg(page: CouncilPage) -> str:
    """The drawing. Its colours stand in classes too, so that a page on a screen can have its own for the dark."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        '<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="hatch" d="M0 0V6" stroke="#1f5d50" stroke-width="3"/></pattern>'
        f"</defs>{''.join(_drawn(page))}</svg>"
    )


def _drawn(page: CouncilPage) -> Iterator[str]:
    earlier = page.earlier if isinstance(page.earlier, int) else 0
    tops = [number + earlier for number in page.quarters if isinstance(number, int)]
    highest = max([1, earlier, *tops, *([page.goal.number] if page.goal is not None else [])])

    def height_of(number: int) -> float:
        return round((_GROUND - _TOP) * number / highest, 1)

    for place, number in enumerate(page.quarters):
        x, base = place * _SLOT + (_SLOT - BAR) // 2, _GROUND - height_of(earlier)
        if earlier:
            yield _bar(x, base, height_of(earlier), 'class="earlier" fill="url(#hatched)" stroke="#1f5d50"')
        if isinstance(number, int) and number:
            yield _bar(x, base - height_of(number), height_of(number), 'class="confirmed" fill="#1f5d50"')
    yield f'<path class="ground" d="M0 {_GROUND}H{WIDTH}" stroke="#1d2b29"/>'
    if page.goal is not None:
        y = _GROUND - height_of(page.goal.number)
        yield f'<path class="goal" d="M0 {y}H{WIDTH}" stroke="#1d2b29" stroke-width="1.5" stroke-dasharray="7 4"/>'


def _bar(x: int, y: float, height: float, looks: str) -> str:
    return f'<rect x="{x}" y="{round(y, 1)}" width="{BAR}" height="{height}" {looks}/>'
