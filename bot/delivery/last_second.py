"""What went within a second, as whoever receives it counts: never more than so many, however long the way is.

When a message arrives, nobody here knows: at some time between its being sent and its answer's being there. So it
counts all that while, and a second more. All times are seconds of the monotonic clock.
"""

import math
from collections import deque
from itertools import takewhile


class LastSecond:
    """So many places: a message holds one until it has ended and a second has gone by."""

    def __init__(self, most: int) -> None:
        self._rested = most
        self._taken = 0
        self._ended = deque[float]()

    def look(self, ended_by: float) -> None:
        """Begin a round: what ended by then counts no more, nor does what was taken in the last round but not begun."""
        self._taken = 0
        while self._ended and self._ended[0] <= ended_by:
            self._ended.popleft()
            self._rested += 1

    def free(self, ended_by: float) -> int:
        """How many more may go once nothing counts any more that had ended by then."""
        soon = sum(1 for _ in takewhile(lambda ended: ended <= ended_by, self._ended))
        return max(0, self._rested + soon - self._taken)

    def next_ended(self) -> float:
        """When that ended whose place the next one takes; minus infinity where one is free."""
        if self._taken < self._rested:
            return -math.inf
        return self._ended[self._taken - self._rested]

    def take(self) -> None:
        """One is permitted to go."""
        self._taken += 1

    def begin(self) -> None:
        """One that was permitted goes, on the place that has rested longest."""
        self._taken -= 1
        if self._rested:
            self._rested -= 1
        else:
            self._ended.popleft()

    def end(self, at: float) -> None:
        """One is through."""
        self._ended.append(at)

    def wait(self, ended_by: float) -> float:
        """Seconds until one more may go; 0 where one may now, or where what is under way is waited for."""
        place = self._taken - self._rested
        return max(0.0, self._ended[place] - ended_by) if 0 <= place < len(self._ended) else 0.0
