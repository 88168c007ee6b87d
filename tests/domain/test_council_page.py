"""On the council's page nothing can be subtracted from anything so that a small number comes out."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.council_page import CountedYear, Giver, Shown, Step, shown_of
from domain.empty_places import EmptyPlaces, WhyEmpty
from domain.placement import BEGIN_WITH_SOMEBODY, TOWARDS_GOAL
from domain.slot import EmptyReason, SlotKind
from domain.small_number import is_small

FIRMS = range(1, 7)
numbers = st.one_of(st.integers(0, 6), st.integers(0, 60))


@st.composite
def years(draw: st.DrawFn) -> CountedYear:
    """A year in which some may be named, each with a part of what was given."""
    begun, earlier = ({kind: draw(numbers) for kind in BEGIN_WITH_SOMEBODY} for _ in range(2))
    named: dict[Giver, int] = {}
    for kind in BEGIN_WITH_SOMEBODY:
        left = begun[kind] + earlier[kind]
        for firm in FIRMS:
            gave = draw(st.integers(0, min(left, 8)))
            left -= gave
            if gave:
                named[firm, kind] = gave
    return CountedYear(
        residents=[draw(numbers) for _ in range(draw(st.integers(1, 4)))],
        earlier=earlier,
        towards_goal=TOWARDS_GOAL,
        begun=begun,
        steps=dict(zip(Step, sorted((draw(numbers) for _ in Step), reverse=True), strict=True)),
        empty={why: draw(numbers) for why in WhyEmpty},
        named=named,
        by_name_alone=frozenset(firm for firm in FIRMS if draw(st.booleans())),
    )


def is_told_by(total: Shown, parts: Iterable[Shown]) -> bool:
    """Whether what is left of a shown total is small."""
    return isinstance(total, int) and is_small(total - sum(part for part in parts if isinstance(part, int)))


@settings(max_examples=60, deadline=None)
@given(years())
def test_whatever_is_subtracted_is_not_small(year: CountedYear) -> None:
    shown = shown_of(year)
    told = [number for number in (0, *shown.quarters) if isinstance(number, int)]
    assert not any(is_small(later - before) for later in told for before in told)
    assert not is_told_by(shown.earlier_residents, (shown.earlier[kind] for kind in TOWARDS_GOAL))
    assert not is_told_by(shown.stood_empty, shown.empty.values())
    for kind in BEGIN_WITH_SOMEBODY:
        begun, earlier = shown.begun[kind], shown.earlier[kind]
        if isinstance(begun, int) and isinstance(earlier, int):
            theirs = [number for (_, of), number in shown.named.items() if of is kind]
            assert not is_told_by(begun + earlier, theirs)


@settings(max_examples=30, deadline=None)
@given(years())
def test_no_small_number_is_shown_and_none_of_who_is_named_alone(year: CountedYear) -> None:
    shown = shown_of(year)
    everything = (*shown.quarters, *shown.earlier.values(), *shown.begun.values(), *shown.steps.values())
    small = [each for each in (*everything, *shown.empty.values(), *shown.named.values()) if isinstance(each, int)]
    assert not any(map(is_small, small))
    assert not any(firm in year.by_name_alone for firm, _ in shown.named)


def test_why_places_stood_empty_is_the_citys_own_where_nobody_took_them() -> None:
    told = {
        (None, False): WhyEmpty.UNTAKEN,
        (EmptyReason.DISTANCE, False): WhyEmpty.UNTAKEN,
        (None, True): WhyEmpty.UNKNOWN,
        (EmptyReason.NOBODY_FITTING, True): WhyEmpty.NOBODY_FITTING,
        (EmptyReason.DISTANCE, True): WhyEmpty.DISTANCE,
        (EmptyReason.PAUSED, False): WhyEmpty.PAUSED,
    }
    assert {case: EmptyPlaces(*case, places=1).why for case in told} == told
    for (reason, was_taken), why in told.items():
        assert why.is_citys_own is EmptyPlaces(reason, was_taken, 1).is_citys_own


def test_a_kind_that_nobody_is_named_for_is_shown_as_it_is() -> None:
    year = CountedYear([6], {}, TOWARDS_GOAL, {SlotKind.INTERNSHIP: 6}, {}, {})
    assert shown_of(year).begun[SlotKind.INTERNSHIP] == 6
