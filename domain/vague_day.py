"""Whether a text speaks of a time but not of a day, such as "mitten av mars" or "after Easter"."""

from domain.day_words import MONTHS, any_of
from domain.folded import folded
from domain.pattern import Pattern

_WORDS = Pattern(
    rf"\b(?:{any_of(MONTHS)}|borjan|mitten|slutet|omkring|runt|ungefar|cirka|ca|nagon|nagra|par|snart|snarast|omgaende|"
    r"senare|fore|efter|innan|beginning|middle|mid|end|around|about|after|before|soon|asap|later|some|few|couple|early|"
    r"late|julen|jul|nyaret|nyar|pasken|pask|midsommar|sommaren|sommar|hosten|host|varen|var|vintern|vinter|christmas|"
    r"year|easter|summer|autumn|spring|winter|helgen|helg|weekend|veckan|veckor|vecka|manadsskiftet|manaden|manader|"
    r"manad|kvartalet|kvartal|aret|ar|weeks?|months?|quarter|years)\b"
)


def is_vague(text: str) -> bool:
    """Whether a word of it is of the calendar; what was surely a day has been read before."""
    return _WORDS.search(folded(text)) is not None
