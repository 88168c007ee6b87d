"""Read a text for what should not be in it."""

from domain.secrecy import Finding
from handlers.secrecy import online_address, personal_number, phone, sensitive_words


def found_in(text: str) -> frozenset[Finding]:
    """Everything in the text that the guard knows."""
    found = set(sensitive_words.sensitive_in(text))
    if personal_number.is_in(text):
        found.add(Finding.PERSONAL_NUMBER)
    # A personal number may look like a phone number too; one reason is enough.
    rest = personal_number.masked(text)
    if phone.is_in(rest):
        found.add(Finding.PHONE)
    if online_address.is_in(rest):
        found.add(Finding.EMAIL)
    return frozenset(found)
