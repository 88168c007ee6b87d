"""Random codes: what a placement or a wish is known by, easy to read aloud, and no word in any language."""

import secrets

LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
"""Without vowels, so that no code is a word; without what is easily taken for something else."""


def a_code(length: int) -> str:
    """A code of so many letters and digits."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))
