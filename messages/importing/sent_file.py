"""What the bot says of a file that a coordinator has sent, until what it would change can be shown."""

from domain.frozen import frozen
from messages.template import template


@template("coordinator_file_being_read")
@frozen
class FileBeingRead:
    """The file is being fetched; said at once.

    Attributes:
        name: The file's, as its sender calls it; empty where it has none.
    """

    name: str


@template("coordinator_file_too_large")
@frozen
class FileTooLarge:
    """The file is larger than any that is read."""

    megabytes: int


@template("coordinator_file_not_read")
@frozen
class FileNotRead:
    """The file could not be had, after several tries."""

    name: str
    contact: str
