"""What is asked before an obligation is added: what is to be done, and by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.obligation import ADDED_BY_NAME, LONGEST_TITLE, NUMBERS, ObligationKind
from domain.slot import SlotKind
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Option, Question, given
from handlers.form.typed import typed_text
from handlers.obligations import due_date
from handlers.obligations.contracted import Contracted
from handlers.slots.typed import typed_count


@dataclass(frozen=True)
class ContractToAddTo:
    """What the form is about.

    Attributes:
        contract_id: The contract.
        shown: The contract's card that the button stood under, by its number in the outbox; 0 for anything else.
    """

    contract_id: int
    shown: int = 0


@dataclass(frozen=True, kw_only=True)
class Adding(Contracted):
    """What is known before an obligation is added.

    Attributes:
        about: The contract that it is added to.
    """

    about: ContractToAddTo


@dataclass(frozen=True)
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
        return next((kind for kind in ADDED_BY_NAME if kind.value == self.what), None)

    @property
    def is_number(self) -> bool:
        """Whether it is a number of places."""
        return self.usual in NUMBERS


@dataclass(frozen=True)
class Added:
    """What is to be done, as an obligation keeps it."""

    kind: ObligationKind
    title: str | None
    slot_kind: SlotKind | None
    places: int | None


def questions(answers: Answers, known: Contracted) -> Sequence[Question[Contracted]]:
    """What is to be done and by when; of which kind of slot and how many where it is a number of places."""
    of_number = (SLOT_KIND, PLACES) if given(answers, ToAdd).is_number else ()
    return (WHAT, *of_number, *due_date.questions(answers, known))


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """The answers; where it is not about a number of places any more, without its kind and number."""
    left, complaint = due_date.tidied(answers)
    if not given(left, ToAdd).is_number:
        left.pop("slot_kind", None)
        left.pop("places", None)
    return left, complaint


def added_by(answers: Answers) -> Added:
    """What the answers add: a usual kind, or an action in people's own words."""
    wanted = given(answers, ToAdd)
    if wanted.usual is None:
        return Added(ObligationKind.ACTION, wanted.what, None, None)
    if not wanted.is_number:
        return Added(wanted.usual, None, None, None)
    return Added(wanted.usual, None, wanted.slot_kind, wanted.places)


def _kinds(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(kind.value, f"obligation.{kind}") for kind in ADDED_BY_NAME]


def _slot_kinds(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(kind.value, f"kind.{kind}") for kind in SlotKind]


def _counts(_answers: Answers, _known: Contracted) -> Sequence[Option]:
    return [Option(number, text=str(number)) for number in (1, 2, 3, 4, 5)]


def _typed(answers: Answers, known: Contracted, text: str) -> str | Complaint:
    """What is to be done, on one line, as it stands in lists and on buttons."""
    return typed_text(LONGEST_TITLE)(answers, known, " ".join(text.split()))


WHAT = Question[Contracted]("what_to_add", "what", _kinds, _typed, in_a_row=2, branches=True)
SLOT_KIND = Question[Contracted]("kind_of_places", "slot_kind", _slot_kinds, in_a_row=2)
PLACES = Question[Contracted]("number_of_places", "places", _counts, typed_count, in_a_row=5, takes_number=True)
