"""How many there are, in small and in large."""

import os
from dataclasses import dataclass

IS_FULL = os.environ.get("STEGET_SCALE") == "full"
"""Set by `make soak`; without it a tenth has to do."""

STAFF = 10
COORDINATOR = 1
"""The person's id."""

MATCHER = 2
"""So are the rest of the staff."""

A_SUPPLIERS = STAFF + 7
"""The id of a person who speaks for a supplier."""

TELEGRAM_IDS_FROM = 5_000_000
"""A person's Telegram id is this much more than their own."""


@dataclass(frozen=True)
class Crowd:
    """How many there are. Each supplier has one contact, who is in; each contract one meeting, most of them held."""

    suppliers: int
    contracts: int
    obligations: int

    @property
    def people(self) -> int:
        """Everyone who is in."""
        return STAFF + self.suppliers

    @property
    def said(self) -> int:
        """What the bot has said and noted so far."""
        return 5 * self.people


FEW = Crowd(suppliers=30, contracts=30, obligations=1_000)
CITY = Crowd(suppliers=1_000, contracts=1_500, obligations=15_000)
"""Ten times a city of a middling size, on the embedded default."""
COUNTRY = Crowd(30_000, 30_000, 1_000_000) if IS_FULL else Crowd(3_000, 3_000, 100_000)
"""Every municipality's suppliers on one server; a tenth of them where time is short."""
