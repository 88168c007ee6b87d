"""What is asked before an obligation is added: what is to be done, and by when."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from domain.contract import Counting, CountsFrom
from domain.frozen import frozen
from domain.obligation import ADDED_BY_NAME, LONGEST_TITLE, NUMBERS, ObligationKind
from domain.pattern import Pattern
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.slot import SlotKind
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Option, Question, given
from handlers.form.typed import typed_line
from handlers.obligations import due_date
from handlers.obligations.contracted import Contracted
from handlers.slots.typed import typed_count

IN_OFFERS, IN_MONTHS = "in_offers", "in_months"

COUNTED_OTHERWISE: Mapping[str, tuple[Counting, CountsFrom]] = {
    IN_OFFERS: (Counting.PLACES, CountsFrom.OFFERED),
    IN_MONTHS: (Counting.MONTHS, CountsFrom.BEGUN),
}
"""Numbers that count something else than places in which somebody has begun, by what is chosen."""

_MONTHS_BEHIND = Pattern(r"\s*(?:heltids)?(?:mån|månad|månader|months?)\.?$", re.IGNORECASE)


@frozen
class ContractToAddTo:
    """What the form is about.

    Attributes:
        contract_id: The contract.
        shown: The contract's card that the button stood under, by its number in the outbox; 0 for anything else.
    """

    contract_id: int
    shown: int = 0


@frozen(kw_only=True)
class Adding(Contracted):
    """What is known before an obligation is added.

    Attributes:
        about: The contract that it is added to.
    """

    about: ContractToAddTo


@frozen
class ToAdd:
    """What is answered, as far as it is.

    Attributes:
        what: One of the usual kinds by its code, or what is to be done in words.
        slot_kind: Of which kind of slot a number of places is.
        places: How many.
    """

    what: str = ""
    slot_kind: SlotKind | None = None
    places: int | None = None

    @property
    def usual(self) -> ObligationKind | None:
        """The usual kind that was chosen; None where something was written."""
        if self.what in COUNTED_OTHERWISE:
            return ObligationKind.PLACES
        return next((kind for kind in ADDED_BY_NAME if kind.value == self.what), None)

    @property
    def is_number(self) -> bool:
        """Whether it is a number of places, or of months in them."""
        return self.usual in NUMBERS

    @property
    def is_in_months(self) -> bool:
        """Whether that number is one of months."""
        return self.what == IN_MONTHS


@frozen
class Added:
    """What is to be done, as an obligation keeps it."""

    kind: ObligationKind
    title: str | None
    slot_kind: SlotKind | None = None
    places: int | None = None
    counting: Counting | None = None
    counts_from: CountsFrom | None = None


def questions(answers: Answers, known: Contracted) -> Sequence[Question[Contracted]]:
    """What is to be done and by when; of which kind of slot and how many where it is a number of places."""
    wanted = given(answers, ToAdd)
    of_number = (SLOT_KIND, MONTHS if wanted.is_in_months else PLACES) if wanted.is_number else ()
    return (WHAT, *of_number, *due_date.questions(answers, known))


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """The answers; where it is not about a number of places any more, without its kind and number."""
    left, complaint = due_date.tidied(answers)
    if not given(left, ToAdd).is_number:
        left.pop("slot_kind", None)
        left.pop("places", None)
    elif given(left, ToAdd).is_in_months and given(left, ToAdd).slot_kind not in {None, *BEGIN_WITH_SOMEBODY}:
        left.pop("slot_kind", None)
    return left, complaint


def added_by(answers: Answers) -> Added:
    """What the answers add: a usual kind, or an action in people's own words."""
    wanted = given(answers, ToAdd)
    if wanted.usual is None:
        return Added(ObligationKind.ACTION, wanted.what)
    if not wanted.is_number:
        return Added(wanted.usual, None)
    return Added(wanted.usual, None, wanted.slot_kind, wanted.places, *COUNTED_OTHERWISE.get(wanted.what, ()))


def _kinds(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    otherwise = [Option(each, f"to_add.{each}") for each in COUNTED_OTHERWISE]
    return [*(Option(kind.value, f"obligation.{kind}") for kind in ADDED_BY_NAME), *otherwise]


def _slot_kinds(answers: Answers, _known: Contracted) -> Sequence[Option]:
    """A visit or a lecture takes no months."""
    kinds = BEGIN_WITH_SOMEBODY if given(answers, ToAdd).is_in_months else SlotKind
    return [Option(kind.value, f"kind.{kind}") for kind in kinds]


def _counts(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(number, text=str(number)) for number in (1, 2, 3, 4, 5)]


def _months(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(number, text=str(number)) for number in (3, 6, 12, 24)]


def _typed_months(answers: Answers, known: Contracted, text: str) -> int | Complaint:
    return typed_count(answers, known, _MONTHS_BEHIND.sub("", text.strip()))


WHAT = Question[Contracted]("what_to_add", "what", _kinds, typed_line(LONGEST_TITLE), in_a_row=2, branches=True)
SLOT_KIND = Question[Contracted]("kind_of_places", "slot_kind", _slot_kinds, in_a_row=2)
PLACES = Question[Contracted]("number_of_places", "places", _counts, typed_count, in_a_row=5, takes_number=True)
MONTHS = Question[Contracted]("number_of_months", "places", _months, _typed_months, in_a_row=4, takes_number=True)
