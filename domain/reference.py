"""References: how a row of the outbox, the ledger or another noun names what it is about, such as "slot:12"."""

from enum import StrEnum
from typing import Self

from domain.frozen import frozen


class Noun(StrEnum):
    """What can be referred to. The values are kept in databases and never change."""

    CONTACT = "contact"
    """Somebody whom a supplier has named, in or not."""
    CONTRACT = "contract"
    HEARSAY = "hearsay"
    """What staff heard a supplier say outside Steget."""
    INQUIRY = "inquiry"
    INVITATION = "invitation"
    INVITATIONS = "invitations"
    """Invitations that were made together; the number is the first one's."""
    MEETING = "meeting"
    NUDGE = "nudge"
    """Somebody's reminders; the number is the person's."""
    OBLIGATION = "obligation"
    PERSON = "person"
    PLACEMENT = "placement"
    SLOT = "slot"
    WISH = "wish"
    """What a place should be like; nothing of it stands in the ledger's texts."""
    AREA = "area"
    REVERSED_QUESTION = "reversed_question"
    """A matcher had the bot ask a supplier for a place that somebody looks for."""
    OUTCOME = "outcome"
    EVALUATION = "evaluation"
    EARLIER_RESULT = "earlier_result"
    """What a supplier gave before Steget, or outside it."""
    PROGRAMME = "programme"
    """A month's tally of a programme."""
    GOAL = "goal"
    """How many residents the city wants in occupation in a year."""
    DOCUMENT = "document"
    """A page, a dossier or a record that was made to be filed."""
    NAMING = "naming"
    """A supplier was asked whether it may be named in what the city shows."""
    PROCUREMENT = "procurement"
    BROADCAST = "broadcast"
    """What the city told many suppliers at once."""
    FAQ = "faq"
    """What is asked often, with its answer."""
    CITY_QUESTION = "city_question"
    """What somebody asked the city."""
    TRYOUT = "tryout"
    """What was done in another way with some suppliers, to see what comes of it."""
    BOT = "bot"
    """What the bot is said to be; there is one."""
    UNDECIDED = "undecided"
    """What waits for a coordinator's decision; the number is the coordinator's."""
    DONE = "done"
    """Somebody's word that an obligation is done; the number is the obligation's."""
    NOTHING = "nothing"
    """A supplier's answer that there is nothing to offer; the number is the obligation's."""


@frozen
class Reference:
    """One thing, by its noun and its number there. Written, it is short: "slot:12"."""

    noun: Noun
    number: int

    def __str__(self) -> str:
        return f"{self.noun.value}:{self.number}"

    @classmethod
    def read(cls, written: str) -> Self | None:
        """What was written; None for what names nothing that is known here."""
        noun, _, number = written.partition(":")
        if noun not in set(Noun) or not number.isascii() or not number.isdigit():
            return None
        return cls(Noun(noun), int(number))
