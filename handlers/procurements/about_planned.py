"""What a form is about that was opened on a procurement's card."""

from domain.frozen import frozen


@frozen
class AboutPlanned:
    """The procurement, and where it was shown.

    Attributes:
        shown: The card that the button stood under, by its number in the outbox; 0 for anything else.
    """

    procurement_id: int
    shown: int = 0
