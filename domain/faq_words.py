"""Words that a search for what is asked often reads in its own way, as `folded` writes them."""

from collections.abc import Sequence
from itertools import chain

from domain.folded import folded
from domain.pattern import Pattern
from domain.typed_text import compared

_BEHIND_DIGIT = Pattern(r"(?<=\d)(?=[^\W\d])")
"""Where digits and letters are one word: "16åring"."""


def words_of(text: str) -> Sequence[str]:
    """The words of a text, folded, as they are meant. What only its ring tells from another word is told before."""
    apart = _BEHIND_DIGIT.sub(" ", compared(text))
    meant = (SPOKEN.get(word, word) for word in map(_folded, apart.split()))
    return " ".join(meant).split()


def _folded(word: str) -> str:
    return RINGED.get(word) or folded(word)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(line.split() for line in lines))


SPOKEN = {
    written: meant
    for meant, ways in (
        ("vad", "va vaa vafan hva"),
        ("inte", "int inta inge itte ente ej ikke"),
        ("hur", "hu huru"),
        ("mycket", "mkt mycke"),
        ("nagon", "nan non naan nagan noen"),
        ("nagot", "nat nagat"),
        ("dem", "dom domm"),
        ("varfor", "vaffo varffor vafor varfo vaffor"),
        ("blir det", "blire blirde blirre"),
        ("ar det", "ere arde arre"),
        ("behover", "behova bhover"),
        ("maste", "moste mosst maast mste mast"),
        ("kommer", "kmr komer"),
        ("med", "me"),
        ("och", "o oxa a"),
        ("ska", "skall"),
        ("ar", "e ae"),
        ("sager", "sajer"),
        ("cannot", "cant canot"),
        ("is not", "isnt aint"),
        ("it is", "its"),
        ("do not", "dont"),
        ("does not", "doesnt"),
        ("did not", "didnt"),
        ("will not", "wont"),
        ("could not", "couldnt"),
        ("are not", "arent"),
        ("what is", "whats"),
        ("who is", "whos"),
        ("okej", "ok okay oki okey"),
        ("what", "wat wot"),
    )
    for written in ways.split()
}
"""What is written as it is spoken, or in a hurry, by what it means."""

RINGED = {"år": "years", "halvår": "halfyear", "vårt": "var", "långt": "far away"}
"""Words that would be others without their ring: "är", a form of "halv", "värt", and "lång"."""

ONESELF = _words("vi jag han hon de dom we i he she they")
"""A text that begins with one of these tells something rather than asks."""

ELSEWHERE = tuple(
    _words(
        "adress anbud bankgiro bestallning diarienum faktur invoic konto leverans login logga losenord moms offert",
        "oppettid parker parking password pris quote tender upphandl wifi",
    )
)
"""How words of other matters begin: a text that has one hardly asks what is asked often."""

ASKING = _words(
    "vad hur vem vems vilka vilken vilket varfor nar vart maste far behover behovs bor gar kravs galler racker undrar",
    "undran fraga fragar what how who whom whose which why when where must may could should do does wonder wondering",
)
"""Words of which a question has one."""

ASKING_OR_TELLING = _words("kan ska finns ar har blir can is are will would have has need")
"""Words of which a question has one, or who tells something of themselves."""

WANTING = _words("vill inte ej inget ingen want not no need")
"""Words of somebody who tells what is in the way, or what they would like, and so asks what to do."""

OFFERING = _words("erbjuder erbjuda erbjuds offer offering offers ledig lediga")
"""Words of somebody who offers rather than asks."""

THANKING = _words("tack tackar tusen stort thanks thank")
"""A text that begins with one of these is thanks."""

EMPTY = _words(
    "en ett den det de dem vi ni oss er era vara vart var jag du han hon hen man sig sin i pa av for till fran med om",
    "hos vid och eller men att som sa da nu har dar ar vara blir bli ska kan far vill hej hejsan tja tjena hallo",
    "snalla tack undrar bara lite nog ju val vad hur nar vilka vilken vilket maste nagon nagot nagra dig mig mej dej",
    "min mitt mina din ditt dina hans hennes deras",
    "the a an of to in on at for with by from and or but if we you us they he she it i is are be am was do does did",
    "can may will would should have has there this that these those what how who when which please hi hello thanks any",
    "some somebody someone our your me my",
)
"""Words that say nothing of the matter."""
