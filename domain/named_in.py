"""Which suppliers a text names, so that no name goes out without a yes."""

from collections.abc import Mapping, Sequence

from domain.company_name import LEGAL_FORMS
from domain.folded import folded
from domain.pattern import Pattern

WORD = Pattern(r"\w+")
FOR_AMPERSAND = {"och", "and"}


def suppliers_named_in(text: str, names: Mapping[int, str]) -> set[int]:
    """The ids of those whose names stand in the text, by their names.

    The whole name is found however it is typed, in the genitive too, and with "och" for "&". Without its legal form it
    is found where it is written as a name, with a capital: "trädgård" is no company, and "Trädgård" may be one. Whoever
    writes says the rest.
    """
    written = _words(text)
    compared = [folded(word) for word in written]
    return {supplier_id for supplier_id, name in names.items() if _stands_in(written, compared, name)}


def _stands_in(written: Sequence[str], compared: Sequence[str], name: str) -> bool:
    whole = [folded(word) for word in _words(name)]
    without_form = [word for word in whole if word not in LEGAL_FORMS]
    if _places(compared, whole):
        return True
    return any(written[place][0].isupper() for place in _places(compared, without_form))


def _words(text: str) -> list[str]:
    """Its words but those for "&", which some write and others don't."""
    return [word for word in WORD.findall(text) if folded(word) not in FOR_AMPERSAND]


def _places(words: Sequence[str], sought: Sequence[str]) -> list[int]:
    """Where those words stand one after the other, the last of them also in the genitive."""
    if not sought:
        return []
    *first, last = sought
    ends = {last, f"{last}s"}
    length = len(sought)
    return [
        place
        for place in range(len(words) - length + 1)
        if words[place + length - 1] in ends and words[place : place + length - 1] == first
    ]
