"""The secret that lets one person in: single use, bound to a role, and never kept in clear."""

import hashlib
import json
import secrets
from collections.abc import Sequence
from datetime import timedelta

VALID_FOR = timedelta(days=14)
VALID_FOR_BY_POST = timedelta(days=42)
"""A letter is printed, posted, lies on a desk over a holiday, and is opened."""
SIGNS = "2346789acdefhjkmnprtwxy"
"""What codes are made of. Capitals mean the same, and none is mistaken for another: no 0 and o, 1, i and l, 5 and s,
2 and z, 8 and b, 9, g and q, u and v. No month can be written with them, so no code looks like a personal number."""
CODE_LENGTH = 30
"""135 random bits: above the 128 that make guessing hopeless, and well inside the 64 characters that Telegram allows
in a deep link (https://core.telegram.org/bots/features#deep-linking)."""


def new_code() -> str:
    """A fresh invitation code."""
    return "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))


def hashed(code: str) -> str:
    """What is stored of a code. A plain hash is enough, since nobody can try 2^135 codes."""
    return hashlib.sha256(code.encode()).hexdigest()


def together(codes: Sequence[str]) -> str:
    """Many codes as the secret of one message."""
    return json.dumps(list(codes))


def codes_in(secret: str) -> list[str]:
    """The codes that a message's secret holds: many, or the one that it is. No code begins with a bracket."""
    return list(json.loads(secret)) if secret.startswith("[") else [secret]
