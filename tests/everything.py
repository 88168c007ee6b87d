"""What docs/decisions/0018 leaves to `make soak`."""

import os

import pytest

IS_EVERYTHING = bool(os.environ.get("STEGET_EVERYTHING"))
"""Whether all of it runs, as in `make soak`."""

on_both_in_soak = pytest.mark.parametrize(
    "empty_database", ["sqlite", "postgresql"] if IS_EVERYTHING else ["sqlite"], indirect=True
)
"""For a test that is dear on PostgreSQL, and has a neighbour that is run there each time."""
