"""What is asked before something is decided of a procurement: how far to go, what to ask for, and why."""

from collections.abc import Sequence
from typing import Any

from domain.frozen import frozen
from domain.procurement import LONGEST_DECISION_REASON, Level
from domain.secrecy import FieldPolicy
from domain.slot import SlotKind
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.ticking import tick, toggled_in_order
from handlers.form.typed import typed_text
from handlers.procurements.about_planned import AboutPlanned
from messages.procurements.facts import DecisionFacts


@frozen
class ToDecide(AboutPlanned):
    """The procurement, and what had been decided of it.

    Attributes:
        read: The decision that held when the card was read, by its id; 0 for none.
    """

    read: int = 0


@frozen(kw_only=True)
class Deciding(Known):
    """What is known before something is decided; `name` is the procurement's title.

    Attributes:
        advised: How far the bot would go.
        suits: Which kinds of contribution suit.
        holds: What is decided already; None where nothing is.
    """

    about: ToDecide
    advised: Level
    suits: tuple[SlotKind, ...]
    holds: DecisionFacts | None


@frozen
class Decided:
    """What is answered."""

    level: Level
    reason: str
    kinds: tuple[SlotKind, ...] = ()


def questions(answers: Answers, _known: Deciding) -> Sequence[Question[Deciding]]:
    """Where nothing is to be asked for, no kind is asked about."""
    return (LEVEL, REASON) if answers.get(LEVEL.field) == Level.NONE else (LEVEL, KINDS, REASON)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """The answers, without kinds where nothing is to be asked for."""
    is_nothing = answers.get(LEVEL.field) == Level.NONE
    return {field: answer for field, answer in answers.items() if not (is_nothing and field == KINDS.field)}, ""


def _levels(_answers: Answers, known: Deciding) -> Sequence[Option]:
    return [
        Option(level.value, f"level.{level}", note="procurement.advised" if level is known.advised else "")
        for level in (Level.DIALOGUE, Level.NUMBERS, Level.BONUS, Level.NONE)
    ]


def _kinds(answers: Answers, known: Deciding) -> Sequence[Option]:
    """What suits is chosen until something else is; none at all leaves the contribution to the supplier."""
    chosen = answers.get(KINDS.field, known.suits)
    now = [kind for kind in SlotKind if kind in chosen]
    each_one = [
        tick({KINDS.field: _values(toggled_in_order(SlotKind, now, kind))}, f"kind.{kind}", is_chosen=kind in now)
        for kind in SlotKind
    ]
    return [*each_one, Option(_values(now), "answer.done")]


def _values(kinds: Sequence[SlotKind]) -> list[str]:
    return [kind.value for kind in kinds]


LEVEL = Question[Deciding]("procurement_level", "level", _levels, branches=True)
KINDS = Question[Deciding]("procurement_kinds", "kinds", _kinds)
REASON = Question[Deciding](
    "procurement_reason", "reason", read=typed_text(LONGEST_DECISION_REASON), policy=FieldPolicy.REASON
)
