"""What is known before something is done about a contract, or about an obligation that follows from it."""

from datetime import date

from domain.frozen import frozen
from handlers.form.question import Known


@frozen
class Contracted(Known):
    """What is known of the contract that the form is about; `name` is its number and title.

    Attributes:
        ends_on: The contract's last day; None where it has none.
    """

    ends_on: date | None = None
