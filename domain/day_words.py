"""The words of days and numbers in Swedish and English, as `folded` writes them: without rings and dots."""

from collections.abc import Iterable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february",
            "mar mars march",
            "apr april",
            "maj may",
            "jun juni june",
            "jul juli july",
            "aug augusti august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mandag mandagen monday mon mand",
            "tisdag tisdagen tuesday tis tisd tue tues",
            "onsdag onsdagen wednesday ons onsd wed",
            "torsdag torsdagen thursday tor tors torsd thu thur thurs",
            "fredag fredagen friday fre fred fri",
            "lordag lordagen saturday lor lord sat",
            "sondag sondagen sunday son sond sun",
        ),
    )
    for name in names.split()
}
WEEKDAYS_BEFORE_A_DATE = WEEKDAYS | {"man": 0, "ma": 0, "ti": 1, "lo": 5, "so": 6}
"""Alone, "mån" may be a month. As the calendar on the buttons has them: "on" and "to" are English for a date's."""

DAYS_BY_NAME = {
    **dict.fromkeys(("lucia", "luciadagen"), (12, 13)),
    **dict.fromkeys(("julafton", "christmas eve"), (12, 24)),
    **dict.fromkeys(("juldagen", "christmas day"), (12, 25)),
    **dict.fromkeys(("annandag jul", "annandagen", "boxing day"), (12, 26)),
    **dict.fromkeys(("nyarsafton", "new year's eve"), (12, 31)),
    **dict.fromkeys(("nyarsdagen", "new year's day"), (1, 1)),
    **dict.fromkeys(("trettondagen", "trettondag jul"), (1, 6)),
    **dict.fromkeys(("valborg", "valborgsmassoafton"), (4, 30)),
    **dict.fromkeys(("nationaldagen", "sveriges nationaldag"), (6, 6)),
}
"""Days that are called by a name and are the same each year: month and day."""

_SWEDISH_UNITS = (
    "noll ett tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
)
_ENGLISH_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = {20: ("tjugo", "twenty"), 30: ("trettio", "thirty"), 40: ("fyrtio", "forty"), 50: ("femtio", "fifty")}


def _counts() -> Iterable[tuple[str, int]]:
    """Each number to 59 by its words."""
    units = list(zip(_SWEDISH_UNITS.split(), _ENGLISH_UNITS.split(), strict=True))
    for number, (swedish, english) in enumerate(units):
        yield from ((swedish, number), (english, number))
    for ten, (swedish, english) in _TENS.items():
        yield from ((swedish, ten), (english, ten))
        for one in range(1, 10):
            yield from ((swedish + units[one][0], ten + one), (f"{english}-{units[one][1]}", ten + one))


COUNTS = {**dict(_counts()), "en": 1, "a": 1, "an": 1}

_ORDINALS_OF_UNITS = (
    "forsta first",
    "andra second",
    "tredje third",
    "fjarde fourth",
    "femte fifth",
    "sjatte sixth",
    "sjunde seventh",
    "attonde eighth",
    "nionde ninth",
)
_ORDINALS_FROM_TEN = (
    "tionde tenth",
    "elfte eleventh",
    "tolfte twelfth",
    "trettonde thirteenth",
    "fjortonde fourteenth",
    "femtonde fifteenth",
    "sextonde sixteenth",
    "sjuttonde seventeenth",
    "artonde eighteenth",
    "nittonde nineteenth",
    "tjugonde twentieth",
)


def _ordinals() -> Iterable[tuple[str, int]]:
    """Each day of a month by its words."""
    for number, names in enumerate((*_ORDINALS_OF_UNITS, *_ORDINALS_FROM_TEN), start=1):
        yield from ((name, number) for name in names.split())
    for number, names in enumerate(_ORDINALS_OF_UNITS, start=21):
        swedish, english = names.split()
        yield from ((f"tjugo{swedish}", number), (f"twenty-{english}", number))
    yield from (
        ("forste", 1),
        ("andre", 2),
        ("trettionde", 30),
        ("thirtieth", 30),
        ("trettioforsta", 31),
        ("thirty-first", 31),
    )


ORDINALS = dict(_ordinals())


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"
