"""The secret that lets one person in: single use, bound to a role, and never kept in clear."""

import hashlib
import secrets
from datetime import timedelta

VALID_FOR = timedelta(days=14)
CODE_BYTES = 20
"""160 random bits: above the 128 that make guessing hopeless, and 27 characters, well inside the 64 that
Telegram allows in a deep link (https://core.telegram.org/bots/features#deep-linking)."""


def new_code() -> str:
    """A fresh invitation code, of the characters that a deep link allows (A-Z, a-z, 0-9, _ and -)."""
    return secrets.token_urlsafe(CODE_BYTES)


def hashed(code: str) -> str:
    """What is stored of a code. A plain hash is enough, since nobody can try 2^160 codes."""
    return hashlib.sha256(code.encode()).hexdigest()
