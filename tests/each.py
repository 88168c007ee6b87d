"""Many small checks in one test: each is made whatever became of the others, and one that fails is told by its name.

A test of its own for each would cost more than the check, and so would a report of each that goes well.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def each(subtests: pytest.Subtests, name: str) -> Iterator[None]:
    """One of the checks."""
    try:
        yield
    except Exception:  # whatever it is, the next is checked
        with subtests.test(name):
            raise
