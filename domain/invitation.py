"""The secret that lets one person in: single use, bound to a role, and never kept in clear."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import timedelta

VALID_FOR = timedelta(days=14)
VALID_FOR_BY_POST = timedelta(days=42)
"""A letter is printed, posted, lies on a desk over a holiday, and is opened."""
CODE_BYTES = 20
"""160 random bits: above the 128 that make guessing hopeless, and 27 characters, well inside the 64 that
Telegram allows in a deep link (https://core.telegram.org/bots/features#deep-linking)."""


def new_code() -> str:
    """A fresh invitation code, of the characters that a deep link allows (A-Z, a-z, 0-9, _ and -)."""
    return secrets.token_urlsafe(CODE_BYTES)


def hashed(code: str) -> str:
    """What is stored of a code. A plain hash is enough, since nobody can try 2^160 codes."""
    return hashlib.sha256(code.encode()).hexdigest()


def together(codes: Sequence[str]) -> str:
    """Many codes as the secret of one message."""
    return json.dumps(list(codes))


def codes_in(secret: str) -> list[str]:
    """The codes that a message's secret holds: many, or the one that it is. No code begins with a bracket."""
    return list(json.loads(secret)) if secret.startswith("[") else [secret]
