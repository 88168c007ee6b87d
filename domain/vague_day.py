"""Whether a text speaks of a time but not of a day, such as "mitten av mars" or "after Easter"."""

import re

from domain.day_words import MONTHS
from domain.folded import folded

_VAGUE = {
    *MONTHS,
    *[
        "borjan",
        "mitten",
        "slutet",
        "omkring",
        "runt",
        "ungefar",
        "cirka",
        "ca",
        "nagon",
        "nagra",
        "par",
        "snart",
        "senare",
        "fore",
        "efter",
    ],
    *[
        "beginning",
        "middle",
        "mid",
        "end",
        "around",
        "about",
        "after",
        "before",
        "soon",
        "later",
        "some",
        "few",
        "couple",
        "early",
        "late",
    ],
    *[
        "jul",
        "julen",
        "nyar",
        "nyaret",
        "pask",
        "pasken",
        "midsommar",
        "sommar",
        "sommaren",
        "host",
        "hosten",
        "var",
        "varen",
        "vinter",
        "vintern",
    ],
    *["christmas", "year", "easter", "summer", "autumn", "spring", "winter"],
    *[
        "vecka",
        "veckan",
        "veckor",
        "manad",
        "manaden",
        "manader",
        "manadsskiftet",
        "kvartal",
        "kvartalet",
        "ar",
        "aret",
    ],
    *["week", "weeks", "month", "months", "quarter", "years"],
}


def is_vague(text: str) -> bool:
    """Whether a word of it is of the calendar; what was surely a day has been read before."""
    return not _VAGUE.isdisjoint(re.findall(r"[a-z]+", folded(text)))
