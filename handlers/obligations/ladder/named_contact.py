"""A contact as somebody writes them down in one line: a name, and perhaps a phone number and an e-mail address."""

from domain.contact import LONGEST_EMAIL, LONGEST_NAME, LONGEST_PHONE
from domain.frozen import frozen
from domain.written_contact import EMAIL_IN_LINE, PHONE_IN_LINE
from handlers.form.typed import FEWEST_LETTERS, letters

_BETWEEN = " \t\n,;:.<>()-/"


@frozen
class NamedContact:
    """A contact, as far as the line tells of them."""

    name: str
    phone: str | None
    email: str | None


def named_contact(text: str) -> NamedContact | None:
    """The contact in a text; None where it names nobody."""
    email, phone = EMAIL_IN_LINE.search(text), PHONE_IN_LINE.search(EMAIL_IN_LINE.sub(" ", text))
    name = " ".join(PHONE_IN_LINE.sub(" ", EMAIL_IN_LINE.sub(" ", text)).split()).strip(_BETWEEN)
    if letters(name) < FEWEST_LETTERS or len(name) > LONGEST_NAME:
        return None
    return NamedContact(
        name,
        phone[0][:LONGEST_PHONE] if phone else None,
        email[0][:LONGEST_EMAIL] if email else None,
    )
