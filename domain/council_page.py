"""What the council's page shows of a year: which of its numbers add up, and so what may stand where one is small."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum

from domain.empty_places import WhyEmpty
from domain.frozen import frozen
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.slot import SlotKind
from domain.suppression import Mark, Numbers, Sum, as_shown, running_sums

Shown = int | Mark
"""A number, or what stands in its place."""

Giver = tuple[int, SlotKind]
"""A supplier's id, and what it gave."""


class Step(StrEnum):
    """What becomes of a place, from offered to work; each is a part of the one before, and the last two of `BEGUN`."""

    OFFERED = "offered"
    TAKEN = "taken"
    PROPOSED = "proposed"
    BEGUN = "begun"
    """As both sides say."""
    COMPLETED = "completed"
    WORKING = "working"
    """Somebody was working when it was asked at 90 days."""


@frozen
class CountedYear:
    """A year as it is counted: for nobody's eyes, until it is said what may be shown.

    Attributes:
        residents: Those who were new in each quarter so far.
        earlier: What is entered as earlier results, by kind.
        towards_goal: The kinds that count towards the goal.
        begun: In how many places somebody began, by kind.
        steps: What became of the places that were offered.
        empty: The places that stood empty, by why.
        named: What each of those gave who may be named: begun and earlier together.
        by_name_alone: Those of them whose numbers are not to be told.
    """

    residents: Sequence[int]
    earlier: Mapping[SlotKind, int]
    towards_goal: Sequence[SlotKind]
    begun: Mapping[SlotKind, int]
    steps: Mapping[Step, int]
    empty: Mapping[WhyEmpty, int]
    named: Mapping[Giver, int] = field(default_factory=dict)
    by_name_alone: frozenset[int] = frozenset()


@frozen
class ShownYear:
    """The same as it may be shown.

    Attributes:
        quarters: Residents from the year's first day to each quarter's last.
        earlier_residents: What is entered as earlier results, of all kinds that count towards the goal.
        named: What those gave whose numbers may be told and are not small.
    """

    quarters: tuple[Shown, ...]
    earlier_residents: Shown
    earlier: Mapping[SlotKind, Shown]
    begun: Mapping[SlotKind, Shown]
    steps: Mapping[Step, Shown]
    empty: Mapping[WhyEmpty, Shown]
    stood_empty: Shown
    named: Mapping[Giver, int]


Cell = tuple[str, object]

_EARLIER_IN_ALL, _BEGUN_IN_ALL, _EMPTY_IN_ALL = ("earlier", "in all"), ("begun", "in all"), ("empty", "in all")


_LESS_THAN = {
    Step.TAKEN: Step.OFFERED,
    Step.PROPOSED: Step.TAKEN,
    Step.BEGUN: Step.PROPOSED,
    Step.COMPLETED: Step.BEGUN,
    Step.WORKING: Step.BEGUN,
}


def shown_of(year: CountedYear) -> ShownYear:
    """What may be shown of the year, so that no number under five can be worked out."""
    shown = as_shown(_numbers(year))
    return ShownYear(
        quarters=tuple(shown["until", place] for place in range(len(year.residents))),
        earlier_residents=shown[_EARLIER_IN_ALL],
        earlier={kind: shown["earlier", kind] for kind in BEGIN_WITH_SOMEBODY},
        begun={kind: shown["begun", kind] for kind in BEGIN_WITH_SOMEBODY},
        steps={step: shown["step", step] for step in Step},
        empty={why: shown["empty", why] for why in WhyEmpty},
        stood_empty=shown[_EMPTY_IN_ALL],
        named={giver: number for giver in year.named if isinstance(number := shown["named", giver], int) and number},
    )


def _numbers(year: CountedYear) -> Numbers[Cell]:
    kinds_named = {kind for _, kind in year.named}
    return Numbers(
        counted={
            **_series(year),
            **{("earlier", kind): year.earlier.get(kind, 0) for kind in BEGIN_WITH_SOMEBODY},
            _EARLIER_IN_ALL: sum(year.earlier.get(kind, 0) for kind in year.towards_goal),
            **{("begun", kind): year.begun.get(kind, 0) for kind in BEGIN_WITH_SOMEBODY},
            _BEGUN_IN_ALL: sum(year.begun.get(kind, 0) for kind in year.towards_goal),
            **{("step", step): year.steps.get(step, 0) for step in Step},
            **{("empty", why): year.empty.get(why, 0) for why in WhyEmpty},
            _EMPTY_IN_ALL: sum(year.empty.values()),
            **{("named", giver): number for giver, number in year.named.items()},
            **{("given", kind): _given(year, kind) for kind in kinds_named},
            **{("others", kind): _given(year, kind) - _named(year, kind) for kind in kinds_named},
        },
        sums=tuple(_sums(year)),
        at_most=tuple((("step", less), ("step", more)) for less, more in _LESS_THAN.items()),
        unprinted={
            *(("since", place) for place in range(len(year.residents))),
            _BEGUN_IN_ALL,
            *((table, kind) for table in ("given", "others") for kind in kinds_named),
        },
        kept_back=[("named", giver) for giver, given in year.named.items() if giver[0] in year.by_name_alone and given],
    )


def _series(year: CountedYear) -> dict[Cell, int]:
    grown = (sum(year.residents[: place + 1]) for place in range(len(year.residents)))
    return {
        **{("since", place): number for place, number in enumerate(year.residents)},
        **{("until", place): number for place, number in enumerate(grown)},
    }


def _sums(year: CountedYear) -> Iterator[Sum[Cell]]:
    since: list[Cell] = [("since", place) for place in range(len(year.residents))]
    yield from running_sums(since, [("until", place) for _, place in since])
    yield Sum(_EARLIER_IN_ALL, tuple(("earlier", kind) for kind in year.towards_goal))
    yield Sum(_BEGUN_IN_ALL, tuple(("begun", kind) for kind in year.towards_goal))
    yield Sum(_EMPTY_IN_ALL, tuple(("empty", why) for why in WhyEmpty))
    for kind in {kind for _, kind in year.named}:
        named = (("named", giver) for giver in year.named if giver[1] is kind)
        yield Sum(("given", kind), (*named, ("others", kind)))
        yield Sum(("given", kind), (("begun", kind), ("earlier", kind)))


def _given(year: CountedYear, kind: SlotKind) -> int:
    return year.begun.get(kind, 0) + year.earlier.get(kind, 0)


def _named(year: CountedYear, kind: SlotKind) -> int:
    return sum(number for (_, given), number in year.named.items() if given is kind)
