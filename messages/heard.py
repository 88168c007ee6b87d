"""What a text is to be taken for by its words alone: a kind word, a yes, a question, an offer. Words in `labels.toml`.

The words of both languages are known to everybody: people mix them.
"""

import re
from enum import StrEnum
from functools import cache

from domain.language import Language
from domain.slot import SlotKind
from domain.typed_text import unmarked
from messages.label import wordings

FEW_WORDS = 3
"""So short a text that begins with a greeting or a thank-you is nothing else, whomever it names: "Tack Anna"."""

ANYTHING = "anything"
LONGEST_KINDNESS, LONGEST_OFFER = 100, 200
MOST_LOOSE_WORDS = 5

_PICTURES = {
    "thanks": "🙏❤♥💕💖🤗💐🌹",
    "greeting": "👋",
    "agreement": "👍👌🙂😊😀😃😄😁😎🤩🥳🎉😂🤣😅😆👏💪✅✔☑🤝⭐🌟😉🫡☺",
}
_DRAWN = re.compile(r"[:;=8xX][-o']?[)D\]P*]+|<3")
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f\u200d\\s!.]")


class KindWord(StrEnum):
    """What people say to be kind, which asks and answers nothing."""

    THANKS = "thanks"
    FAREWELL = "farewell"
    GREETING = "greeting"
    AGREEMENT = "agreement"


@cache
def phrases(key: str) -> frozenset[str]:
    """The words of `labels.toml` by that key in every language, as they are compared."""
    return frozenset(unmarked(each) for language in Language for each in wordings(language)[key].split(","))


def is_heard(key: str, text: str) -> bool:
    """Whether the text is one of those words."""
    return unmarked(text) in phrases(key)


def kind_word(text: str, *, is_whole: bool = False) -> KindWord | None:
    """The kind word that a text is; None where it says anything else. Where it is the whole of it, it names nobody."""
    words = unmarked(text)
    if not words or len(words) > LONGEST_KINDNESS:
        return None if words else _pictured(text)
    if _kindly().fullmatch(words):
        return next((kind for kind in KindWord if _any_of(f"heard.{kind}").search(words)), None)
    if is_whole:
        return None
    first, *others = words.split()
    is_short = len(others) < FEW_WORDS and words.replace(" ", "").isalpha()
    openings = (KindWord.THANKS, KindWord.GREETING)
    return next((kind for kind in openings if is_short and first in phrases(f"heard.{kind}")), None)


def is_question(text: str) -> bool:
    """Whether the text asks something."""
    if text.rstrip(" !.\"'”)").endswith("?"):
        return True
    words = unmarked(text)
    return _asks(words) or _at_beginning("heard.puzzled").match(words) is not None


def offered(text: str) -> SlotKind | str | None:
    """The kind that somebody writes they can offer; `anything` where they don't say which, None where they don't."""
    words = unmarked(text)
    if len(words) > LONGEST_OFFER or _any_of("offered.never").search(words) or _asks(words):
        return None
    kinds = [kind for kind in SlotKind if _any_of(f"offered.{kind}").search(words)]
    if not (_offers(words) or (kinds and _is_loose(words))):
        return None
    if len(kinds) == 1:
        return kinds[0]
    return ANYTHING if kinds or _any_of("offered.anything").search(words) else None


def kind_named(text: str) -> SlotKind | None:
    """The one kind of contribution that a text names, such as "praktik" or "we can take an intern"."""
    words = unmarked(text)
    kinds = [kind for kind in SlotKind if _any_of(f"offered.{kind}").search(words)]
    return kinds[0] if len(kinds) == 1 and not _any_of("offered.never").search(words) else None


def _asks(words: str) -> bool:
    """Whether it begins with a word such as how or what, and goes on, but not with "som helst"."""
    begins = " " in words and _at_beginning("heard.asking").match(words) is not None
    return begins and not _any_of("heard.no_question").search(words)


def _offers(words: str) -> bool:
    if _any_of("offered.does").search(words):
        return True
    if _any_of("offered.has").search(words) and _any_of("offered.places").search(words):
        return True
    may = _any_of("offered.may").search(words)
    return may is not None and _any_of("offered.do").search(words) is not None


def _is_loose(words: str) -> bool:
    """Whether it is hardly more than the noun: "en praktikant", "2 lärlingar till"."""
    loose = [_alternatives("offered.loose"), *(_alternatives(f"offered.{kind}") for kind in SlotKind)]
    rest = re.sub(rf"\b(?:{'|'.join(loose)}|\d+)\b", "", words)
    return not rest.split() and len(words.split()) <= MOST_LOOSE_WORDS


def _pictured(text: str) -> KindWord | None:
    """What a text without words says by pictures."""
    signs = set(_SKIN.sub("", text))
    if _DRAWN.fullmatch(text.strip()):
        return KindWord.AGREEMENT
    known = {sign: KindWord(kind) for kind, pictures in _PICTURES.items() for sign in pictures}
    found = {known.get(sign) for sign in signs}
    if not found or None in found:
        return None
    return next(kind for kind in KindWord if kind in found)


def _alternatives(key: str) -> str:
    return "|".join(sorted(map(re.escape, phrases(key)), key=len, reverse=True))


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(key)})\b")


@cache
def _at_beginning(key: str) -> re.Pattern[str]:
    greetings = _alternatives("heard.greeting")
    return re.compile(rf"(?:(?:{greetings}) )*(?:{_alternatives(key)})\b")


@cache
def _kindly() -> re.Pattern[str]:
    keys = [f"heard.{kind}" for kind in KindWord]
    kindly, beside = "|".join(map(_alternatives, keys)), _alternatives("heard.beside")
    # What was read once is not read again in another way: "tack så mycket" is three words too.
    return re.compile(rf"(?:(?>(?:{kindly}|{beside})(?: |$)))++")
