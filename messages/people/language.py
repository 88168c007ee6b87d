"""What is said about the language."""

from dataclasses import dataclass

from messages.template import template


@template("everyone_language_asked")
@dataclass(frozen=True)
class LanguageAsked:
    """The question which language the reader wants."""


@template("everyone_language_set")
@dataclass(frozen=True)
class LanguageSet:
    """The language is changed."""
