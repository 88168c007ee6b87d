"""What the bot says of files of what is kept."""

from datetime import date

from domain.export import Export, FileFormat
from domain.frozen import frozen
from messages.template import template


@template("coordinator_export")
@frozen
class ExportChosen:
    """Which file, or in which format.

    Attributes:
        export: None until one is chosen.
    """

    export: Export | None = None


@template("coordinator_export_ready")
@frozen
class ExportReady:
    """Stands under the file, which is read and made as it is sent.

    Attributes:
        exports: What the file holds, a tab each.
        on: The day on which it was asked for.
    """

    exports: tuple[Export, ...]
    in_format: FileFormat
    on: date


@template("coordinator_export_too_large")
@frozen
class ExportTooLarge:
    """What is said instead of a file that is too large for Telegram, or takes too long to make beside all else.

    Attributes:
        exports: What it would hold; where that is several, each by itself may be small enough.
    """

    exports: tuple[Export, ...]
