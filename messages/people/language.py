"""What is said about the language."""

from domain.frozen import frozen
from messages.template import template


@template("everyone_language_asked")
@frozen
class LanguageAsked:
    """The question which language the reader wants."""


@template("everyone_language_set")
@frozen
class LanguageSet:
    """The language is changed."""
