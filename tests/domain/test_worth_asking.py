"""Where it pays to ask: twenty made-up procurements and the presentation's four; a better fact never lowers a rank."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.demo.sample_procurements import PRESENTED
from domain.contribution import at_work, beside_work, sort_of
from domain.enough import ENOUGH
from domain.procurement import Level, ProcurementFacts, Requirement
from domain.slot import Trade
from domain.worth_asking import Advice, Experience, Holds, ranked

TABLE = Path(__file__).parent / "procurements_ranked.txt"
DOCUMENT = Path(__file__).parents[2] / "docs" / "procurements.md"

LEVELS = list(Level)


def rows() -> list[str]:
    """The procurements of the table, one a line."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith("|")][2:]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def number(cell: str) -> int | None:
    return int(cell.replace(",", "").rstrip(" %")) if cell else None


def experience(cell: str) -> Experience:
    """ "5 of 11"."""
    return Experience(*map(int, cell.split(" of "))) if cell else Experience()


def advice(row: str) -> Advice:
    """What is advised of the procurement in that row."""
    _, trade, value, months, people, labour, set_already, own, *_ = cells(row)
    names = [] if set_already == "none" else set_already.split(", ")
    known = ProcurementFacts(
        trade=Trade(trade) if trade else None,
        value=number(value),
        months=number(months),
        headcount=number(people),
        labour_share=number(labour),
        requirements=tuple(map(Requirement, names)) if set_already else None,
    )
    return Advice(known, experience(own))


def answer(advised: Advice) -> list[str]:
    """As the table's last columns say it."""
    kinds = ", ".join(kind.value.replace("_", " ") for kind in advised.kinds)
    return [advised.worth.name.lower(), advised.level.value, kinds, ", ".join(advised.missing)]


def test_each_is_ranked_and_advised_as_the_table_says() -> None:
    advised = [(row, advice(row)) for row in rows()]
    assert [cells(row)[-4:] for row, _ in advised] == [answer(how) for _, how in advised]
    in_order = [cells(row)[0] for row, _ in ranked(advised)]
    assert in_order == [cells(row)[0] for row, _ in advised]


def test_the_demo_has_the_presentations_four_with_the_same_facts() -> None:
    presented = [advice(row).known for row in rows() if "(presented)" in row]
    demo = [replace(each, title="") for each in PRESENTED]
    assert sorted(demo, key=repr) == sorted(presented, key=repr)


def test_the_document_shows_the_same_table() -> None:
    shown = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    assert "\n".join(shown) in DOCUMENT.read_text(encoding="utf-8")


def test_every_trade_has_something_that_suits_it_at_work_and_beside_it() -> None:
    for trade in (*Trade, None):
        assert at_work(sort_of(trade))
        assert beside_work(sort_of(trade))


def test_too_few_offers_say_nothing() -> None:
    known = ProcurementFacts(trade=Trade.PAINTING, months=24, headcount=4)
    few, enough = Experience(9, ENOUGH - 1), Experience(1, ENOUGH)
    assert [Advice(known, each).level for each in (few, enough)] == [Level.DIALOGUE, Level.NUMBERS]
    assert [few.share, enough.share] == [0, 0.1]


def test_what_its_work_costs_a_month_is_told_only_where_all_of_it_is_known() -> None:
    known = ProcurementFacts(value=480_000, labour_share=50, months=24)
    assert known.work_a_month == 10_000
    lacking = (replace(known, value=None), replace(known, labour_share=None), replace(known, months=None))
    assert [each.work_a_month for each in lacking] == [None, None, None]


numbers = st.none() | st.integers(0, 9)
planned = st.builds(
    ProcurementFacts,
    trade=st.none() | st.sampled_from([Trade.PAINTING, Trade.OFFICE, Trade.OTHER]),
    months=numbers,
    headcount=numbers,
    value=st.none() | st.integers(0, 9_000_000),
    labour_share=st.none() | st.integers(0, 100),
    requirements=st.none() | st.sampled_from([(), (Requirement.SOCIAL,), tuple(Requirement)]),
)
experiences = st.integers(0, 20).flatmap(lambda offers: st.builds(Experience, st.integers(0, offers), st.just(offers)))

BETTER_FACTS: dict[str, Callable[[ProcurementFacts], ProcurementFacts]] = {
    "a month longer": lambda it: replace(it, months=it.months + 1 if it.months is not None else None),
    "its length is known, and long": lambda it: replace(it, months=it.months or 24),
    "one more is needed": lambda it: replace(it, headcount=it.headcount + 1 if it.headcount is not None else None),
    "it is known that several are needed": lambda it: replace(it, headcount=it.headcount or 5),
    "more of it is work": lambda it: replace(it, labour_share=min((it.labour_share or 0) + 10, 100)),
}

BETTER_EXPERIENCE: dict[str, Callable[[Experience], Experience]] = {
    "an offer more led to a start": lambda own: replace(own, led=min(own.led + 1, own.offers)),
    "there are enough offers, and all led to a start": lambda _own: Experience(20, 20),
}


def is_worse(how: Advice, before: Advice) -> bool:
    return (
        how.worth < before.worth or how.weight < before.weight or LEVELS.index(how.level) < LEVELS.index(before.level)
    )


@given(planned, experiences)
@settings(max_examples=200)
def test_a_better_fact_never_lowers_a_rank_or_a_level(known: ProcurementFacts, own: Experience) -> None:
    before = Advice(known, own)
    after = {name: Advice(better(known), own) for name, better in BETTER_FACTS.items()}
    after |= {name: Advice(known, better(own)) for name, better in BETTER_EXPERIENCE.items()}
    assert [name for name, how in after.items() if is_worse(how, before)] == [], before


@given(planned, experiences, st.none() | st.integers(0, 10**12))
@settings(max_examples=50)
def test_what_it_costs_decides_nothing(known: ProcurementFacts, own: Experience, value: int | None) -> None:
    before, after = Advice(known, own), Advice(replace(known, value=value), own)
    assert (before.weight, before.level, before.kinds) == (after.weight, after.level, after.kinds)


def test_nobody_having_said_is_between_yes_and_no() -> None:
    several = [Advice(ProcurementFacts(months=24, headcount=each)).needs_several for each in (1, None, 2)]
    long = [Advice(ProcurementFacts(months=each, headcount=2)).is_long for each in (4, None, 5)]
    assert several == long == [Holds.NO, Holds.UNKNOWN, Holds.YES]


def test_within_a_class_comes_first_what_least_speaks_against() -> None:
    """That nobody has said how many are needed is better than that one is enough."""
    untold, one_is_enough = Advice(ProcurementFacts(months=2)), Advice(ProcurementFacts(months=2, headcount=1))
    assert [how for how, _ in ranked([("last", one_is_enough), ("first", untold)])] == ["first", "last"]
