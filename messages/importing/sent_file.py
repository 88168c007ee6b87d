"""What the bot says of a file that a coordinator has sent, until what it would change can be shown."""

from dataclasses import dataclass

from messages.template import template


@template("coordinator_file_being_read")
@dataclass(frozen=True)
class FileBeingRead:
    """The file is being fetched; said at once.

    Attributes:
        name: The file's, as its sender calls it; empty where it has none.
    """

    name: str


@template("coordinator_file_too_large")
@dataclass(frozen=True)
class FileTooLarge:
    """The file is larger than any that is read."""

    megabytes: int


@template("coordinator_file_not_read")
@dataclass(frozen=True)
class FileNotRead:
    """The file could not be had, after several tries."""

    name: str
    contact: str
