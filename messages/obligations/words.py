"""How an obligation is named, and why it was settled as it was, in words."""

from typing import Protocol

from domain.answered import AnswerCode, FulfilledBy
from domain.language import Language
from domain.obligation import ObligationKind
from domain.settling_reason import NothingReason, WaiverReason
from domain.slot import SlotKind
from messages.label import Label

TABLES = {"waiver": WaiverReason, "nothing": NothingReason, "answered": AnswerCode, "fulfilled_by": FulfilledBy}
"""Where the wordings of each sort of code stand in `labels.toml`."""


class Nameable(Protocol):
    """What an obligation is named by, wherever it is told of."""

    @property
    def kind(self) -> ObligationKind:
        """What is to be done."""

    @property
    def title(self) -> str | None:
        """The same in people's own words; None where the kind says it."""

    @property
    def slot_kind(self) -> SlotKind | None:
        """Of what kind the places are, where it is a number of places."""

    @property
    def places(self) -> int | None:
        """How many."""


def named(obligation: Nameable, language: Language) -> str:
    """What it is: in people's own words where there are any, a number with its noun, else by its kind."""
    return label(obligation).worded(language)


def label(obligation: Nameable) -> Label:
    """The same as it stands on a button."""
    if obligation.title:
        return Label(text=obligation.title)
    if obligation.slot_kind is None or not obligation.places:
        return Label(f"obligation.{obligation.kind}")
    table = "places_one" if obligation.places == 1 else "places_many"
    return Label(f"{table}.{obligation.slot_kind}", text=str(obligation.places))


def because(reason: str, language: Language) -> str:
    """Why: a usual reason by its label, any other in its writer's own words."""
    table = next((table for table, codes in TABLES.items() if reason in set(codes)), None)
    return Label(f"{table}.{reason}").worded(language) if table else reason
