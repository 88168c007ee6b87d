"""Choose to whom a broadcast goes: by several sorts of choice, and how many that makes is told at each step."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.audience import Audience, ChosenBy, Given, audience_of
from domain.folded import folded
from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Move, Option, Question
from handlers.form.ticking import tick, toggled
from messages.form import Asked
from messages.label import Label

MOST_SHOWN = 8
"""More contracts than that are not listed, but written."""

MOST_AT_ONCE = 20
"""What somebody writes may mean so many contracts, such as all of one supplier's."""

Named = tuple[int, str]
"""An id, and what it is called."""


@frozen
class Choosing(Known):
    """What is known before anything is asked.

    Attributes:
        receivers: So many people get it, as it is chosen now.
        areas: Those that can be chosen.
        contracts: Those that run, by number, title and supplier.
    """

    receivers: int = 0
    areas: tuple[Named, ...] = ()
    contracts: tuple[Named, ...] = ()

    def named_in(self, asked: Asked) -> Asked:
        """The question, with how many get it."""
        return replace(asked, name=str(self.receivers))


def chosen(answers: Answers) -> Audience:
    """To whom it goes, as far as it is chosen."""
    return audience_of({choice.value: answers.get(choice.value, ()) for choice in ChosenBy})


def _ways(answers: Answers, known: Choosing) -> Sequence[Option]:
    """Each sort of choice, with how many are chosen there; and on. A city without areas has none to choose."""
    opened = [_way(answers, question) for question in BY if question is not AREAS or known.areas]
    given = [_given(answers, each) for each in Given]
    done = "broadcast_to.everyone" if chosen(answers).is_everyone else "answer.done"
    return [*opened, *given, Option(True, done)]  # noqa: FBT003  the answer of who has chosen


def _way(answers: Answers, question: Question[Choosing]) -> Option:
    number = len(answers.get(question.field, ()))
    name = f"broadcast_to.{question.field}"
    joined = (Label(name), Label(text=str(number))) if number else ()
    return Option(question.name, name, joined=joined, move=Move.CHANGE)


def _given(answers: Answers, given: Given) -> Option:
    is_chosen = given.value in answers.get(ChosenBy.GIVEN, ())
    after = [] if is_chosen else [given.value]
    return tick({ChosenBy.GIVEN.value: after}, f"broadcast_to.{given}", is_chosen=is_chosen)


def _one_by_one(
    choice: ChosenBy, named: Callable[[Answers, Choosing], Sequence[tuple[str, str, str]]]
) -> Callable[[Answers, Choosing], Sequence[Option]]:
    """Each that can be chosen, to be ticked: its value, its label and its own text; and back to all the ways."""

    def options(answers: Answers, known: Choosing) -> Sequence[Option]:
        now = list(answers.get(choice.value, ()))
        each_one = [
            tick({choice.value: toggled(now, value)}, label, text=text, is_chosen=value in now)
            for value, label, text in named(answers, known)
        ]
        return [*each_one, Option(now, "answer.done")]

    return options


def _trades(_answers: Answers, _known: Choosing) -> Sequence[tuple[str, str, str]]:
    return [(trade.value, f"trade.{trade}", "") for trade in Trade]


def _kinds(_answers: Answers, _known: Choosing) -> Sequence[tuple[str, str, str]]:
    return [(kind.value, f"kind.{kind}", "") for kind in SlotKind]


def _areas(_answers: Answers, known: Choosing) -> Sequence[tuple[str, str, str]]:
    return [(str(area_id), "", name) for area_id, name in known.areas]


def _contracts(answers: Answers, known: Choosing) -> Sequence[tuple[str, str, str]]:
    """All of them where they are few, else those that are chosen."""
    now = answers.get(ChosenBy.CONTRACTS, ())
    are_few = len(known.contracts) <= MOST_SHOWN
    return [(str(number), "", name) for number, name in known.contracts if are_few or str(number) in now]


def _written_contracts(answers: Answers, known: Choosing, text: str) -> list[str] | Complaint:
    """Those that have the words in their number, their title or their supplier's name, beside the ones chosen."""
    now = list(answers.get(ChosenBy.CONTRACTS, ()))
    sought = folded(text).strip()
    found = [str(number) for number, name in known.contracts if sought in folded(name)]
    if not found or len(found) > MOST_AT_ONCE:
        return Complaint.CONTRACT_NOT_FOUND if not found else Complaint.TOO_MANY_FOUND
    return [*now, *(each for each in found if each not in now)]


AUDIENCE = Question[Choosing]("broadcast_audience", "audience", _ways, in_a_row=2)
TRADES = Question[Choosing]("broadcast_trades", "trades", _one_by_one(ChosenBy.TRADES, _trades), in_a_row=2)
KINDS = Question[Choosing]("broadcast_kinds", "kinds", _one_by_one(ChosenBy.KINDS, _kinds), in_a_row=2)
AREAS = Question[Choosing]("broadcast_areas", "areas", _one_by_one(ChosenBy.AREAS, _areas), in_a_row=2)
CONTRACTS = Question[Choosing](
    "broadcast_contracts", "contracts", _one_by_one(ChosenBy.CONTRACTS, _contracts), _written_contracts
)
BY = (TRADES, KINDS, AREAS, CONTRACTS)
