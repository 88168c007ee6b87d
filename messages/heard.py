"""What a text is to be taken for by its words alone: a kind word, a yes, a question, an offer. Words in `labels.toml`.

The words of both languages are known to everybody: people mix them.
"""

import re
from enum import StrEnum
from functools import cache

from domain.day_words import MONTHS, WEEKDAYS
from domain.language import Language
from domain.pattern import Pattern
from domain.slip import FEWEST_LETTERS, WITHOUT_ONE, only_near
from domain.slot import SlotKind, Trade
from domain.typed_text import unmarked
from messages.label import wordings

MOST_NAMES = 2
"""A greeting or a thank-you names somebody by that many words at the most: "Tack Anna Lind"."""

ANYTHING = "anything"
LONGEST_KINDNESS, LONGEST_OFFER = 100, 200
MOST_LOOSE_WORDS = 5

_PICTURES = {
    "thanks": "🙏❤♥💕💖🤗💐🌹",
    "greeting": "👋",
    "agreement": "👍👌🙂😊😀😃😄😁😎🤩🥳🎉😂🤣😅😆👏💪✅✔☑🤝⭐🌟😉🫡☺",
}
_DRAWN = Pattern(r"[:;=8xX][-o']?[)D\]P*]+|<3")
_DRAWN_OUT = Pattern(r"(?<=\w)(\w)\1{2,}")
_SKIN = Pattern("[\U0001f3fb-\U0001f3ff\ufe0f\u200d\\s!.]")


class KindWord(StrEnum):
    """What people say to be kind, which asks and answers nothing."""

    THANKS = "thanks"
    FAREWELL = "farewell"
    GREETING = "greeting"
    AGREEMENT = "agreement"


NAMING = (KindWord.THANKS, KindWord.GREETING, KindWord.FAREWELL)


@cache
def phrases(key: str) -> frozenset[str]:
    """The words of `labels.toml` by that key in every language, as they are compared."""
    return frozenset(unmarked(each) for language in Language for each in wordings(language)[key].split(","))


def is_heard(key: str, text: str) -> bool:
    """Whether the text is one of those words."""
    return unmarked(text) in phrases(key)


def righted(words: str, known: frozenset[str]) -> str:
    """The words, each with one slip in it as the known word that was meant, where only one is near."""
    own = phrases("heard.no_slip")
    return " ".join(word if word in known or word in own else only_near(word, known) or word for word in words.split())


def kind_word(text: str, *, is_whole: bool = False, is_exact: bool = False) -> KindWord | None:
    """The kind word that a text is, if need be with a slip in it; None where it says anything else.

    Where it is the whole of the text, it names nobody, and has no slip in it either.
    """
    words = unmarked(text)
    if not words or len(words) > LONGEST_KINDNESS:
        return None if words else _pictured(text)
    found = _kind_of(words)
    if found is not None or is_whole:
        return found
    return (None if is_exact else _with_slips(words)) or _naming_somebody(text)


def _with_slips(words: str) -> KindWord | None:
    """Such as "takc" or "tackkk"; a longer text says more, however it is read."""
    if len(words.split()) > MOST_LOOSE_WORDS:
        return None
    meant = righted(_DRAWN_OUT.sub(r"\1", words), _kind_ones())
    return _kind_of(meant) if meant != words else None


def _kind_of(words: str) -> KindWord | None:
    if not _kindly().fullmatch(words):
        return None
    return next((kind for kind in KindWord if _any_of(f"heard.{kind}").search(words)), None)


def _naming_somebody(text: str) -> KindWord | None:
    """A greeting, a farewell or thanks to somebody by name: "Hej Anna!", not "hej vi kommer", which says more."""
    words = [] if _has_mark(text) else re.findall(r"[^\W_]+", text)
    for count in range(1, min(MOST_NAMES, len(words) - 1) + 1):
        if not all(map(_may_be_a_name, words[-count:])):
            return None
        kind = _kind_of(unmarked(" ".join(words[:-count])))
        if kind in NAMING:
            return kind
    return None


def _may_be_a_name(word: str) -> bool:
    return word.isalpha() and word.istitle() and unmarked(word) not in _no_names()


def is_question(text: str) -> bool:
    """Whether the text asks something."""
    if _has_mark(text):
        return True
    words = unmarked(text)
    return _asks(words) or _puts_verb_first(words) or _at_beginning("heard.puzzled").match(words) is not None


def offered(text: str) -> SlotKind | str | None:
    """The kind that somebody writes they can offer; `anything` where they don't say which, None where they don't."""
    words = unmarked(text)
    if len(words) > LONGEST_OFFER or _asks(words) or _asks_others(text):
        return None
    if not _offers(words) and len(words.split()) > MOST_LOOSE_WORDS:
        return None
    words = righted(words, _words_of_offers())
    if _any_of("offered.never").search(words):
        return None
    kinds = [kind for kind in SlotKind if _any_of(f"offered.{kind}").search(words)]
    if not (_offers(words) or (kinds and _is_loose(words))):
        return None
    if len(kinds) == 1:
        return kinds[0]
    return ANYTHING if kinds or _any_of("offered.anything").search(words) else None


def kind_named(text: str) -> SlotKind | None:
    """The one kind of contribution that a text names, such as "praktik" or "we can take an intern"."""
    words = righted(unmarked(text), _words_of_offers())
    kinds = [kind for kind in SlotKind if _any_of(f"offered.{kind}").search(words)]
    return kinds[0] if len(kinds) == 1 and not _any_of("offered.never").search(words) else None


def _asks(words: str) -> bool:
    """Whether it begins with a word such as how or what, and goes on, but not with "som helst", nor "Vad bra!"."""
    if " " not in words or _at_beginning("heard.asking").match(words) is None:
        return False
    answers = _any_of("heard.no_question").search(words) or _at_beginning("heard.as_you_like").match(words)
    return not answers and not _exclamation().match(words)


def _puts_verb_first(words: str) -> bool:
    """Whether the verb stands before whoever does something: "kan man ändra tiden", but not "kan börja på måndag"."""
    if _any_of("heard.no_question").search(words) or words in phrases("heard.left_out"):
        return False
    return any(_verb_first(language).match(words) for language in Language)


def _has_mark(text: str) -> bool:
    return text.rstrip(" !.\"'”)").endswith("?")


def _asks_others(text: str) -> bool:
    """Whether it asks whether somebody else does it: "kan ni ta emot en praktikant", but not "kan vi få en"."""
    words = unmarked(text)
    if _any_of("offered.coming").search(words):
        return False
    if _puts_verb_first(words):
        return not _at_beginning("offered.wishes").match(words)
    wonders = _at_beginning("heard.puzzled").match(words) and _any_of("offered.others").search(words)
    return bool(wonders) or (_has_mark(text) and _at_beginning("offered.others").match(words) is not None)


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


@cache
def _exclamation() -> re.Pattern[str]:
    """Such as "Vad bra!", unless it goes on as a question: "how nice is it"."""
    begins, goes_on = _at_beginning("heard.exclaimed").pattern, _alternatives("heard.exclaimed_on")
    return re.compile(rf"{begins}(?! (?:{goes_on})\b)")


@cache
def _verb_first(language: Language) -> re.Pattern[str]:
    """The questions of one language that need no mark; the words of both together would mean something else."""

    def own(key: str) -> str:
        return "|".join(unmarked(each) for each in wordings(language)[key].split(","))

    verbs, subjects = own("heard.verbs"), own("heard.subjects")
    verbs_of_things, things = own("heard.verbs_of_things"), own("heard.things")
    needs, asked_of, no_subject = own("heard.needs"), own("heard.asked_of"), own("heard.no_subject")
    something = rf"(?!(?:{no_subject})\b)"
    orders = (
        rf"(?:{verbs}) (?:{subjects}) \w",
        rf"(?:{verbs_of_things}) (?:{things}) \w",
        rf"(?:{needs}) {something}\w",
        rf"(?:{verbs_of_things}) {something}(?:\w+ ){{1,4}}(?:{asked_of})$",
    )
    return re.compile(rf"(?:(?:{_alternatives('heard.greeting')}) )*(?:{'|'.join(orders)})")


@cache
def _kind_ones() -> frozenset[str]:
    """Each word of the kind ones that is long enough to be known with a slip in it."""
    return _single_words(*(f"heard.{kind}" for kind in KindWord))


@cache
def _words_of_offers() -> frozenset[str]:
    """The kinds, and each short "not": with a slip in it, "kan itne ta emot" is no offer either."""
    nots = {word for word in _single_words("offered.never") if len(word) < WITHOUT_ONE}
    return _single_words(*(f"offered.{kind}" for kind in SlotKind)) | nots


def _single_words(*keys: str) -> frozenset[str]:
    words = {word for key in keys for phrase in phrases(key) for word in phrase.split()}
    return frozenset(word for word in words if len(word) >= FEWEST_LETTERS)


@cache
def _no_names() -> frozenset[str]:
    """Words that are no names even where they are written with a capital."""
    says = [f"heard.{each}" for each in ("yes", "no", "asking", "verbs", "subjects", "always")]
    names = [*(f"offered.{kind}" for kind in SlotKind), *(f"trade.{trade}" for trade in Trade), *says]
    return frozenset().union(WEEKDAYS, MONTHS, *map(phrases, names))
