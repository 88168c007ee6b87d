"""A parcel: a row of the outbox with all that is needed to send it."""

from dataclasses import dataclass

from bot import enduring_clock
from domain.language import Language
from messages.message import Message, from_content
from messages.rendering import MASK, MOST_CHARACTERS, MOST_IN_CAPTION, Rendered, rendered
from storage.outbox import SAYS, SAYS_UNDER_FILE, Method, OutboxRow

WORDED = (*SAYS, Method.EDIT_MESSAGE_TEXT)


@dataclass(frozen=True)
class Parcel:
    """One message to send, edit or delete, or one thing to do that needs no words.

    Attributes:
        row: What the outbox holds.
        language: The reader's, as it is now.
        is_silent: Whether the phone must not ring.
        original: The message that the row edits.
        begin_before: The second of the enduring clock at which the row's lease is over.
    """

    row: OutboxRow
    language: Language
    is_silent: bool
    original: OutboxRow | None
    begin_before: float

    def is_late(self) -> bool:
        """Whether the row's lease is over, so that another may be sending it."""
        return enduring_clock.seconds() >= self.begin_before

    @property
    def is_under_file(self) -> bool:
        """Whether its words belong under a picture or a document."""
        return (self.original or self.row).method in SAYS_UNDER_FILE

    def message(self) -> Message:
        """The message before it is worded. Raises what `from_content` raises."""
        return from_content(self.row.content)

    def worded(self, invitation_link: str = MASK) -> Rendered | None:
        """The message in words; None for what has none. Raises what a broken template raises."""
        if self.row.method not in WORDED:
            return None
        most = MOST_IN_CAPTION if self.is_under_file else MOST_CHARACTERS
        return rendered(self.message(), self.language, invitation_link=invitation_link, most=most)
