"""How often, and what counts from when, in people's words: "2 ggr/år", "var 6:e månad", "bara påbörjade platser"."""

from domain.contract import Cadence, Counting, CountsFrom
from domain.folded import folded
from domain.pattern import Pattern
from domain.typed_number import understood_number

BY_TIMES_A_YEAR = {4: Cadence.QUARTERLY, 2: Cadence.HALF_YEARLY, 1: Cadence.YEARLY}
BY_MONTHS = {3: Cadence.QUARTERLY, 6: Cadence.HALF_YEARLY, 12: Cadence.YEARLY}
ORDINALS = {"tredje": 3, "sjatte": 6, "tolfte": 12, "third": 3, "sixth": 6, "twelfth": 12}

_IN_BRACKETS = Pattern(r"\s*\([^()]*\)")
_OF_WHAT = Pattern(r"s?[ -]?(?:avstamning(?:ar)?|uppfoljning(?:ar)?|moten?|follow-?ups?|meetings?)$")
_PERIOD = (
    r"(?P<period>kvartal\w*|halvar\w*|(?:kalender|hel)?ar(?:s|s?vis|lig\w*|et|en)?|quarter\w*|"
    r"half-?year\w*|year\w*|annual\w*)"
)
_A = r"(?:/|per|om|i|a|varje|each|every|under)"
_TIMES = Pattern(
    rf"(?:(?P<times>\w+?) ?(?:(?:x|st|g|ggr|gang|ganger|moten?|times?)\b\.? ?{_A}?|{_A}) ?|"
    rf"(?:varje|per|every) )?{_PERIOD}"
)
"""A number alone is no number of times: "2 år" is every other year."""

_MONTHS = Pattern(
    r"(?:(?:var|varje|every) )?"
    r"(?P<months>\d{1,2}|tre|sex|tolv|three|six|twelve|tredje|sjatte|tolfte|third|sixth|twelfth)"
    r"(?::?e|:?a|rd|th)? (?:man\w*|months?)\.?"
)
_OTHER = Pattern(r"\b(?:vart?annat|varannan|second|ej|inte|not|aldrig|never)\b")

_MONTHS_COUNTED = Pattern(r"man(?:ad\w*)?\b|manader|heltid|full.?time|months?")
_PLACES_COUNTED = Pattern(r"plats|person|individ|styck|\bst\b|place|people")
_OFFERED = Pattern(r"erbj|offer")
_BEGUN = Pattern(r"borja|start|begun|began|begin")


def cadence(text: str) -> Cadence | None:
    """How often; None where it is not surely one of the three."""
    words = _OF_WHAT.sub("", _IN_BRACKETS.sub("", folded(text)).strip(" .,"))
    if _OTHER.search(words):
        return None
    if (every := _MONTHS.fullmatch(words)) is not None:
        number = ORDINALS.get(every["months"]) or understood_number(every["months"])
        return BY_MONTHS.get(number or 0)
    found = _TIMES.fullmatch(words)
    if found is None:
        return None
    times = 1 if found["times"] is None else understood_number(found["times"])
    return BY_TIMES_A_YEAR.get((times or 0) * _periods_in_a_year(found["period"]))


def counting(text: str) -> Counting | None:
    """What a number counts; months of full time where it says both a number and months."""
    words = folded(text)
    is_months, is_places = _MONTHS_COUNTED.search(words), _PLACES_COUNTED.search(words)
    if bool(is_months) == bool(is_places) or _OTHER.search(words):
        return None
    return Counting.MONTHS if is_months else Counting.PLACES


def counted_from(text: str) -> CountsFrom | None:
    """From when it counts: whoever counts what is offered counts what has begun too."""
    words = folded(text)
    if _OTHER.search(words):
        return None
    if _OFFERED.search(words):
        return CountsFrom.OFFERED
    return CountsFrom.BEGUN if _BEGUN.search(words) else None


def _periods_in_a_year(period: str) -> int:
    if period.startswith(("kvartal", "quarter")):
        return 4
    return 2 if period.startswith(("half", "halv")) else 1
