"""A clock that shows what a file says, so that a test can tell another process the time."""

from datetime import datetime
from pathlib import Path


class ToldClock:
    """Shows the instant that was told last."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        """The instant that the file says."""
        return datetime.fromisoformat(self._file.read_text())

    def tell(self, at: datetime) -> None:
        """Say a later instant; at once and as a whole, also for whoever reads at this moment."""
        fresh = self._file.with_suffix(".fresh")
        fresh.write_text(at.isoformat())
        fresh.replace(self._file)
