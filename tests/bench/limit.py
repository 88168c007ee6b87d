"""Telegram's own limit: who sends more than so many messages within any second is refused for a while."""

import time
from collections import deque

UNCOUNTED = {"getUpdates", "getMe", "getFile", "answerCallbackQuery"}
"""What says nothing to anybody."""


class Limit:
    """Counts what arrives, by the second that ends with it.

    Attributes:
        most: So many within a second are taken.
        highest: So many arrived within one at most.
        refused: So many were answered by 429.
    """

    def __init__(self, most: int) -> None:
        self.most, self.highest, self.refused = most, 0, 0
        self._arrived = deque[float]()

    def is_over(self, method: str) -> bool:
        """Whether this request, which arrives now, is one too many."""
        if method in UNCOUNTED:
            return False
        now = time.perf_counter()
        while self._arrived and self._arrived[0] <= now - 1.0:
            self._arrived.popleft()
        self._arrived.append(now)
        self.highest = max(self.highest, len(self._arrived))
        is_over = len(self._arrived) > self.most
        self.refused += is_over
        return is_over
