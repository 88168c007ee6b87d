"""Read a text for what should not be in it."""

from domain.secrecy import Finding
from handlers.secrecy import contact_details, personal_number, sensitive_words


def found_in(text: str) -> frozenset[Finding]:
    """Everything in the text that the guard knows."""
    found = set(sensitive_words.sensitive_in(text))
    if personal_number.is_in(text):
        found.add(Finding.PERSONAL_NUMBER)
    # A personal number may look like a phone number too; one reason is enough.
    rest = personal_number.masked(text)
    if contact_details.has_phone(rest):
        found.add(Finding.PHONE)
    if contact_details.has_email(rest):
        found.add(Finding.EMAIL)
    return frozenset(found)
