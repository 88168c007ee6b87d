"""How an obligation is named, and why it was settled as it was, in words."""

from domain.answered import FulfilledBy, SupplierAnswer
from domain.contract import Counting
from domain.language import Language
from domain.settling_reason import NothingReason, WaiverReason
from messages.label import Label
from messages.obligations.facts import DueObligation, ObligationName

TABLES = {"waiver": WaiverReason, "nothing": NothingReason, "answered": SupplierAnswer, "fulfilled_by": FulfilledBy}
"""Where the wordings of each sort of code stand in `labels.toml`."""


MOST_ON_BUTTON = 30
"""Characters of people's own words; more would be cut on a phone anyway."""


def named(obligation: ObligationName, language: Language) -> str:
    """What it is: in people's own words where there are any, a number with its noun, else by its kind."""
    return label(obligation).worded(language)


def listed(obligation: ObligationName, language: Language) -> str:
    """What it is, behind a number: "Praktikplatser: 2", since "1. 2 praktikplatser" reads as one number."""
    if obligation.title or obligation.slot_kind is None or not obligation.places:
        return named(obligation, language)
    table = "months_listed" if obligation.counting is Counting.MONTHS else "places_listed"
    return Label(f"{table}.{obligation.slot_kind}", text=str(obligation.places)).worded(language)


def label(obligation: ObligationName) -> Label:
    """What it is, in the same words, as a label such as a button has."""
    if obligation.title:
        return Label(text=obligation.title)
    if obligation.slot_kind is None or not obligation.places:
        return Label(f"obligation.{obligation.kind}")
    counted = "months" if obligation.counting is Counting.MONTHS else "places"
    table = f"{counted}_one" if obligation.places == 1 else f"{counted}_many"
    return Label(f"{table}.{obligation.slot_kind}", text=str(obligation.places))


def short_label(due: DueObligation) -> Label:
    """What it is and under which contract, as it stands on a button among others."""
    named = Label(text=due.title[:MOST_ON_BUTTON]) if due.title else Label(f"obligation.{due.kind}")
    return Label(joined=(named, Label(text=due.registry_number[:MOST_ON_BUTTON])))


def because(reason: str, language: Language) -> str:
    """Why: a usual reason by its label, any other in its writer's own words."""
    table = next((table for table, codes in TABLES.items() if reason in set(codes)), None)
    return Label(f"{table}.{reason}").worded(language) if table else reason
