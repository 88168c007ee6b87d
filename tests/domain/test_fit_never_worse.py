"""A better fact never makes an offer fit worse, whatever else is so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.fit import Fit, Rank, fit
from domain.offered import LeadsToJob, Offered, Shift
from domain.slot import SlotKind, Trade
from domain.wish import Adaptation, Licence, SwedishLevel, Wished, WishHours

TODAY = date(2026, 3, 2)
LEVELS, LEADS = list(SwedishLevel), [LeadsToJob.NO, None, LeadsToJob.PERHAPS, LeadsToJob.YES]

kinds = st.sampled_from([SlotKind.INTERNSHIP, SlotKind.EMPLOYMENT])
areas = st.none() | st.integers(1, 3)
days = st.none() | st.integers(-200, 200).map(lambda number: TODAY + timedelta(days=number))
needs = st.frozensets(st.sampled_from(Adaptation))
trades = st.sampled_from([Trade.PAINTING, Trade.FLOORING])
"""Near each other, so that much that is tried may fit."""
levels = st.none() | st.sampled_from(SwedishLevel)
licences = st.none() | st.sampled_from(Licence)

wishes = st.builds(
    Wished,
    kinds,
    trades,
    areas,
    days,
    st.none() | st.sampled_from(WishHours),
    levels,
    licences,
    needs,
)
offers = st.builds(
    Offered,
    kinds,
    trades,
    areas,
    days,
    days,
    st.none() | st.booleans(),
    st.none() | st.sampled_from(Shift),
    levels,
    licences,
    st.none() | needs,
    st.sampled_from(LEADS),
    st.integers(1, 2),
)

Better = Callable[[Wished, Offered], tuple[Wished, Offered]]

BETTER: dict[str, Better] = {
    "the kind is the one that is looked for": lambda wished, offered: (wished, replace(offered, kind=wished.kind)),
    "it may lead to a job more surely": lambda wished, offered: (
        wished,
        replace(offered, leads_to_job=LEADS[min(LEADS.index(offered.leads_to_job) + 1, len(LEADS) - 1)]),
    ),
    "the area is the one that is looked for": lambda wished, offered: (
        wished,
        replace(offered, area_id=wished.area_id),
    ),
    "any area will do": lambda wished, offered: (replace(wished, area_id=None), offered),
    "it begins on the day, and has no end": lambda wished, offered: (
        wished,
        replace(offered, starts_on=wished.from_on or TODAY, ends_on=None),
    ),
    "it has no end": lambda wished, offered: (wished, replace(offered, ends_on=None)),
    "any hours will do": lambda wished, offered: (replace(wished, hours=None), offered),
    "it asks for less Swedish": lambda wished, offered: (
        wished,
        replace(offered, swedish=LEVELS[max(LEVELS.index(offered.swedish) - 1, 0)] if offered.swedish else None),
    ),
    "it asks for no Swedish": lambda wished, offered: (wished, replace(offered, swedish=SwedishLevel.NONE)),
    "there is more Swedish": lambda wished, offered: (
        replace(wished, swedish=LEVELS[min(LEVELS.index(wished.swedish) + 1, 3)] if wished.swedish else None),
        offered,
    ),
    "it asks for no licence": lambda wished, offered: (wished, replace(offered, licence=Licence.NONE)),
    "the licence is the one that is asked for": lambda wished, offered: (
        replace(wished, licence=offered.licence or wished.licence),
        offered,
    ),
    "the workplace can be like more": lambda wished, offered: (
        wished,
        replace(offered, adaptations=offered.adaptations | {Adaptation.SEATED} if offered.adaptations else None),
    ),
    "the workplace can be like anything": lambda wished, offered: (
        wished,
        replace(offered, adaptations=frozenset(Adaptation)),
    ),
    "the workplace need be like nothing": lambda wished, offered: (
        replace(wished, adaptations=frozenset()),
        offered,
    ),
    "there is a place more": lambda wished, offered: (wished, replace(offered, places_left=offered.places_left + 1)),
}


def is_worse(found: Fit, before: Fit) -> bool:
    """What does not fit at all is not sorted."""
    return before.rank is not Rank.NO and (found.rank, found.weight) < (before.rank, before.weight)


@given(wishes, offers)
@settings(max_examples=100)
def test_a_better_fact_never_lowers_the_rank(wished: Wished, offered: Offered) -> None:
    before = fit(wished, offered, TODAY)
    worse = [name for name, better in BETTER.items() if is_worse(fit(*better(wished, offered), TODAY), before)]
    assert not worse, f"{wished}\n{offered}\n{before}"
