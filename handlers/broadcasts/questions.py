"""What is asked before a broadcast can be read as others will: its sort, to whom, its words, and whom it names."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from domain.broadcast import LONGEST_BROADCAST, BroadcastSort
from domain.folded import folded
from domain.frozen import frozen
from domain.secrecy import FieldPolicy
from handlers.broadcasts.choosing import AUDIENCE, BY, Choosing, Named
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Filled, Move, Option, Question
from handlers.form.ticking import tick, toggled
from handlers.form.typed import typed_text
from messages.broadcasts.suggestion import Suggestion
from messages.form import Asked

NO_ENGLISH = ""
"""There are only Swedish words."""

TOLD_OF = "told_of"
"""The field of the suppliers whose story it tells; those whose names stand in it come from its words."""


MORE_NAMES, UNSUGGESTED = "broadcast_names_more", "broadcast_words_unsuggested"
"""How the last question is asked where the words name somebody, and the one for words where no text is ready."""


@frozen
class Writing(Choosing):
    """What is known, as far as it is written.

    Attributes:
        suggestions: Ready texts of the sort that is chosen.
        suppliers: All of them, once there are words that may name one.
        in_text: Those whose names stand in the words.
        is_quiet: Nothing has come of it in the quarter whose results would be told, so that no text is ready.
    """

    suggestions: tuple[Suggestion, ...] = ()
    suppliers: tuple[Named, ...] = ()
    in_text: tuple[Named, ...] = ()
    is_quiet: bool = False

    def named_in(self, asked: Asked) -> Asked:
        """The question; whom the words name already is told, and why no text is ready."""
        if asked.ask == NAMES.name and self.in_text:
            return replace(asked, ask=MORE_NAMES, name=", ".join(name for _, name in self.in_text))
        if asked.ask == SWEDISH.name and self.is_quiet:
            return replace(asked, ask=UNSUGGESTED)
        return Choosing.named_in(self, asked)


@frozen
class Written:
    """What is answered."""

    sort: BroadcastSort
    words_sv: str
    words_en: str
    told_of: tuple[int, ...] = ()


def questions(_answers: Answers, _known: Writing) -> Sequence[Question[Writing]]:
    """What has to be answered."""
    return (SORT, AUDIENCE, SWEDISH, ENGLISH, NAMES)


def ways_to_choose(_answers: Answers) -> Sequence[Question[Writing]]:
    """What is opened from the question to whom it goes."""
    return BY


def _sorts(_answers: Answers, _known: Writing) -> Sequence[Option]:
    return [Option(sort.value, f"broadcast_sort.{sort}") for sort in BroadcastSort]


def _suggested(_answers: Answers, known: Writing) -> Sequence[Option]:
    return [_fills(each) for each in known.suggestions]


def _fills(suggestion: Suggestion) -> Option:
    words = {SWEDISH.field: suggestion.words_sv, ENGLISH.field: suggestion.words_en}
    label = "broadcast.suggestion_about" if suggestion.supplier else "broadcast.suggestion"
    return Option(words, label, text=suggestion.supplier, move=Move.FILL)


def _without_english(_answers: Answers, _known: Writing) -> Sequence[Option]:
    return [Option(NO_ENGLISH, "broadcast.no_english")]


def _named(answers: Answers, known: Writing) -> Sequence[Option]:
    """Whom they tell of without the name can be taken away again; whom the words name stays, and is no choice."""
    told_of = list(answers.get(TOLD_OF, ()))
    chosen = [
        tick({TOLD_OF: toggled(told_of, number)}, text=name, is_chosen=True)
        for number, name in known.suppliers
        if number in told_of and (number, name) not in known.in_text
    ]
    done = "answer.done" if known.in_text or chosen else "broadcast.names_nobody"
    return [*chosen, Option(True, done)]  # noqa: FBT003  the answer of who has said all


def _typed_name(answers: Answers, known: Writing, text: str) -> Filled | Complaint:
    """The supplier that is meant: the one of that name, or the only one that has it in its name."""
    sought = folded(text).strip()
    has_it = [number for number, name in known.suppliers if sought in folded(name)]
    found = [number for number, name in known.suppliers if sought == folded(name)] or has_it
    if len(found) != 1:
        return Complaint.TOO_MANY_FOUND if found else Complaint.SUPPLIER_NOT_FOUND
    told_of = answers.get(TOLD_OF, ())
    return Filled({TOLD_OF: told_of if found[0] in told_of else toggled(told_of, found[0])})


_TYPED: dict[str, Any] = {"read": typed_text(LONGEST_BROADCAST), "policy": FieldPolicy.RELAYED}
"""Passed on as it is: the writer's own phone and address may stand in it, and nobody else's."""

SORT = Question[Writing]("broadcast_sort", "sort", _sorts, in_a_row=2)
SWEDISH = Question[Writing]("broadcast_words", "words_sv", _suggested, **_TYPED)
ENGLISH = Question[Writing]("broadcast_english", "words_en", _without_english, **_TYPED)
NAMES = Question[Writing]("broadcast_names", "names", _named, _typed_name)

PARTS = {
    "sort": (SORT.field,),
    "audience": (AUDIENCE.field,),
    "words": (SWEDISH.field, ENGLISH.field, NAMES.field),
    "names": (NAMES.field,),
}
"""What can be changed once all is written, each with the fields that are asked for anew."""
