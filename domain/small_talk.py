"""What people say around an answer that adds nothing to it: "vi börjar 7/12", "10.00 passar bra 👍", "7 dec pls".

Only words that agree are listed: with a "kanske", an "inte" or a 👎 the text is left whole, and is no answer.
"""

import unicodedata

from domain.pattern import Pattern

_BEFORE = (
    r"(?:vi|jag|de|hon|han) (?:borjar|startar)|(?:vi|jag) kan(?: (?:borja|starta|ta))?|vi (?:kor|sager|tar|ses)|"
    r"(?:det|da) blir det|det blir|blir|borjar|startar|startdatum|start|datum|tid|garna|ja|jo|japp|okej|ok|hej|hejsan|"
    r"perfekt|(?:we|i|they) (?:start|begin)|(?:we|i) can(?: (?:start|begin|do))?|let'?s (?:say|start|do)|starts|begins|"
    r"date|time|yes|hi|hello|okay|sure"
)
_AFTER = (
    r"(?:det )?(?:passar|funkar|gar|blir|vore|ar)(?: (?:oss|mig))? (?:bra|fint|utmarkt|perfekt|ok|okej)"
    r"(?: for (?:oss|mig))?|"
    r"(?:det )?(?:passar|funkar|gar|duger)(?: (?:oss|mig))?|tack(?: sa mycket)?|garna|da|ok|okej|okay|mvh|pls|plz|"
    r"please|thanks|thank you|thx|works(?: (?:well|fine|great))?(?: for (?:me|us))?|suits (?:me|us)|"
    r"(?:is|would be) (?:fine|good|great|ok|okay|perfect)|perfekt|perfect"
)
_FROM_THE_BEGINNING = Pattern(rf"(?:(?:{_BEFORE})[,.!:]* )+")
_TO_THE_END = Pattern(rf"(?:[,.!]* (?:{_AFTER}))+[.!]*")
_DRAWN = Pattern(r"(?:(?<=\s)|(?<=[\w.!]))(?:[:;=][-o']?[)d\]p]+|<3)(?=\s|$)")
_OBJECTING = frozenset("👎❌🚫⛔✖❓❔🤔😕🤷🙅🤨😬")


def without_small_talk(words: str) -> str:
    """The words, as `folded` has them, without those around them that say nothing."""
    left = " ".join(_without_pictures(words).split())
    left = _FROM_THE_BEGINNING.sub("", left, count=1) if _FROM_THE_BEGINNING.match(left) else left
    ending = next((found for found in _TO_THE_END.finditer(left) if found.end() == len(left)), None)
    return left[: ending.start()] if ending is not None else left


def _without_pictures(words: str) -> str:
    if not _OBJECTING.isdisjoint(words):
        return words
    drawn = _DRAWN.sub(" ", words)
    return drawn if drawn.isascii() else "".join(" " if _is_picture(sign) else sign for sign in drawn)


def _is_picture(sign: str) -> bool:
    """Whether it is drawn, or gives a drawing its colour of skin."""
    return unicodedata.category(sign) == "So" or "\U0001f3fb" <= sign <= "\U0001f3ff" or sign == "\ufe0f"
