"""What `make bench` measures, a part each; every part can be run alone."""

from collections.abc import Callable, Coroutine
from typing import Any

from tests.bench.effort import Effort
from tests.bench.figure import Figure
from tests.bench.parts import alerts, answers, broadcast, clock, growth, importing, memory, processes, start, statements

PARTS: dict[str, Callable[[Effort], Coroutine[Any, Any, list[Figure]]]] = {
    "answers": answers.measured,
    "alerts": alerts.measured,
    "broadcast": broadcast.measured,
    "statements": statements.measured,
    "start": start.measured,
    "memory": memory.measured,
    "clock": clock.measured,
    "processes": processes.measured,
    "importing": importing.measured,
    "growth": growth.measured,
}
