"""A parcel: a row of the outbox with all that is needed to send it."""

from bot import enduring_clock
from domain.contact import ContactDetails
from domain.frozen import frozen
from domain.language import Language
from messages.attachment import File
from messages.message import Message, from_content
from messages.rendering import MASK, MOST_CHARACTERS, MOST_IN_CAPTION, NO_DETAILS, Rendered, plain, rendered
from messages.template import name_of
from storage.documents.document import Document
from storage.outbox import SAYS, SAYS_UNDER_FILE, Method
from storage.outgoing import Original, Outgoing

WORDED = (*SAYS, Method.EDIT_MESSAGE_TEXT)

TAKE_WORDS_AWAY = ("everyone_asked_unkept", "matcher_wish_gone")
"""Templates that stand where something stood that is not to be read any more: by themselves they say nothing."""


@frozen
class Parcel:
    """One message to send, edit or delete, or one thing to do that needs no words.

    Attributes:
        row: What the outbox holds.
        language: The reader's, as it is now.
        is_silent: Whether the phone must not ring.
        original: The message that the row edits.
        reached_at: The phone and the e-mail that it tells, as they are now.
        looked_up: The message itself, where the row keeps no words of it; what went wrong where it can't be looked up.
        document: The kept document that it stands under.
        file: The file that it stands under, where that is read and made before it is sent.
        begin_before: The second of the enduring clock at which the row's lease is over.
    """

    row: Outgoing
    language: Language
    is_silent: bool
    original: Original | None
    begin_before: float
    reached_at: ContactDetails = NO_DETAILS
    looked_up: Message | Exception | None = None
    document: Document | None = None
    file: File | None = None

    def is_late(self) -> bool:
        """Whether the row's lease is over, so that another may be sending it."""
        return enduring_clock.seconds() >= self.begin_before

    @property
    def is_under_file(self) -> bool:
        """Whether its words belong under a picture or a document; not those that are said instead of a file."""
        return (self.original or self.row).method in SAYS_UNDER_FILE and not self._is_instead_of_file

    @property
    def _is_instead_of_file(self) -> bool:
        return self.row.method in SAYS_UNDER_FILE and self.looked_up is not None and self.message().attachment is None

    @property
    def only_takes_words_away(self) -> bool:
        """Whether it is worth nothing as a message of its own."""
        return name_of(self.message().parameters) in TAKE_WORDS_AWAY

    def message(self) -> Message:
        """The message before it is worded. Raises what `from_content` raises, or what went wrong at looking it up."""
        if isinstance(self.looked_up, Exception):
            raise self.looked_up
        return self.looked_up or from_content(self.row.content)

    def to_keep(self, kept: Rendered) -> str:
        """What outbox and ledger keep of the words: of those that are kept nowhere, which template they are by."""
        return plain(kept.text) if self.looked_up is None else name_of(self.message().parameters)

    def kept(self) -> Rendered | None:
        """The message in words as it is kept; None for what has none. Raises what a broken template raises."""
        return self._worded(MASK, self.reached_at.masked(MASK)) if self.row.method in WORDED else None

    def told(self, kept: Rendered, invitation_link: str | None = None) -> Rendered:
        """The same with what is kept nowhere: the link, and the phone and e-mail."""
        is_all_kept = invitation_link is None and not self.reached_at.are_known
        return kept if is_all_kept else self._worded(invitation_link or MASK, self.reached_at)

    def _worded(self, invitation_link: str, reached_at: ContactDetails) -> Rendered:
        most = MOST_IN_CAPTION if self.is_under_file else MOST_CHARACTERS
        return rendered(
            self.message(), self.language, invitation_link=invitation_link, reached_at=reached_at, most=most
        )
