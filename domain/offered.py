"""What an offer says, as far as it can be compared with what somebody looks for. Its own words count as unknown."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import field
from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import SlotKind, Trade
from domain.slot_field import SlotField
from domain.wish import Adaptation, Licence, SwedishLevel

FULL_TIME_FROM = 35
"""Hours a week from which work counts as full time, where the offer names hours alone."""


class Shift(StrEnum):
    """When the work is done; the choices of `SlotField.SHIFTS`."""

    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"
    WEEKEND = "weekend"
    VARYING = "varying"


class LeadsToJob(StrEnum):
    """Whether it can lead to a job; the choices of `SlotField.LEADS_TO_JOB`."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


@frozen
class Offered:
    """A place as the rule of what fits sees it. None means each time that nobody has said.

    Attributes:
        area_id: The area of the city's list.
        is_full_time: Whether it is for full time.
        swedish: How much Swedish it asks for.
        licence: Which licence it asks for; `Licence.NONE` where it asks for none.
        adaptations: What the workplace can be like.
        places_left: In how many of its places nobody has begun.
    """

    kind: SlotKind
    trade: Trade
    area_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    is_full_time: bool | None = None
    shift: Shift | None = None
    swedish: SwedishLevel | None = None
    licence: Licence | None = None
    adaptations: AbstractSet[Adaptation] | None = None
    leads_to_job: LeadsToJob | None = None
    places_left: int = 1

    @property
    def given(self) -> AbstractSet[Adaptation]:
        """All that is known that the workplace can be like; who asks for little Swedish speaks it simply."""
        is_simple = self.swedish in {SwedishLevel.NONE, SwedishLevel.SIMPLE}
        return frozenset(self.adaptations or ()) | ({Adaptation.SIMPLE_SWEDISH} if is_simple else frozenset())

    @property
    def swedish_asked(self) -> SwedishLevel | None:
        """How much Swedish it takes, where simple Swedish is spoken with whoever needs it."""
        if self.swedish not in {None, SwedishLevel.NONE} and Adaptation.SIMPLE_SWEDISH in self.given:
            return SwedishLevel.SIMPLE
        return self.swedish

    @property
    def most_swedish_asked(self) -> SwedishLevel:
        """The most that it can take, also where nobody has said how much it does."""
        return self.swedish_asked or (
            SwedishLevel.SIMPLE if Adaptation.SIMPLE_SWEDISH in self.given else SwedishLevel.FLUENT
        )


@frozen
class SlotTold:
    """What is kept of an offer, of which the rule needs to know.

    Attributes:
        details: What is told beyond the short path, by the names of `SlotField`.
        adaptations: By the names of `Adaptation`; None where nobody has said.
        begun: In how many of its places somebody has begun.
    """

    kind: SlotKind
    trade: Trade
    places: int
    area_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    adaptations: Collection[str] | None = None
    begun: int = 0


def offered_of(told: SlotTold) -> Offered:
    """What an offer says; only the choices that are pressed are understood, never what is written instead."""
    return Offered(
        kind=told.kind,
        trade=told.trade,
        area_id=told.area_id,
        starts_on=told.starts_on,
        ends_on=told.ends_on,
        is_full_time=_is_full_time(told.details),
        shift=_shift(told.details.get(SlotField.SHIFTS)),
        swedish=_swedish(told.details.get(SlotField.LANGUAGE_LEVEL)),
        licence=_licence(told.details.get(SlotField.DRIVING_LICENCE)),
        adaptations=None if told.adaptations is None else frozenset(map(Adaptation, told.adaptations)),
        leads_to_job=_leads_to_job(told.details.get(SlotField.LEADS_TO_JOB)),
        places_left=max(0, told.places - told.begun),
    )


def _is_full_time(details: Mapping[str, str]) -> bool | None:
    extent, hours = details.get(SlotField.EXTENT), details.get(SlotField.HOURS_A_WEEK, "")
    if extent in {"full", "part"}:
        return extent == "full"
    return int(hours) >= FULL_TIME_FROM if hours.isdecimal() else None


def _shift(answer: str | None) -> Shift | None:
    return Shift(answer) if answer in set(Shift) else None


def _swedish(answer: str | None) -> SwedishLevel | None:
    """Where English will do, nobody has said how much Swedish is needed by somebody without it."""
    return SwedishLevel(answer) if answer in set(SwedishLevel) else None


def _licence(answer: str | None) -> Licence | None:
    return Licence(answer) if answer in set(Licence) else None


def _leads_to_job(answer: str | None) -> LeadsToJob | None:
    return LeadsToJob(answer) if answer in set(LeadsToJob) else None
