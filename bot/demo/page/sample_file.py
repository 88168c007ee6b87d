"""A file with contracts to send to the bot, as a city may have it: of made-up companies."""

from pathlib import Path
from typing import Final

SAMPLE_NAME: Final = "avtal-exempel.csv"
_FILE: Final = Path(__file__).parent.parent / "sample_contracts.csv"


def sample_file() -> bytes:
    """The file."""
    return _FILE.read_bytes()
