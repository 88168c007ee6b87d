"""What a city plans to buy, tells many, is asked and has tried, in so many years: little is open, the rest piles up."""

from collections.abc import Iterator

from domain.broadcast import BroadcastSort
from domain.language import Language
from domain.procurement import Level
from domain.slot import Trade
from domain.tryout import TryoutSort
from tests.scale.rows import TODAY, Dialect, Rows
from tests.scale.size import COORDINATOR, STAFF

PLANNED, DECIDED = 40, 20
"""So many procurements wait in the plan, and of so many of them something is decided."""

BROADCASTS_A_YEAR, TRYOUTS_A_YEAR, TRIED_WITH, WORDINGS_A_YEAR, OPEN_QUESTIONS = 40, 12, 5, 8, 10


def asked_and_told(dialect: Dialect, *, suppliers: int, years: int, bought: int) -> Iterator[Rows]:
    """All of it, parents first.

    Args:
        bought: So many procurements are there already; those that are planned come behind them.
    """
    yield from _planned(dialect, bought)
    yield from _told(dialect, suppliers, years)
    yield from _asked_often(dialect, years)
    yield from _asked(dialect, suppliers, years)
    yield from _tried(dialect, suppliers, years)


def _planned(dialect: Dialect, bought: int) -> Iterator[Rows]:
    noted_at = dialect.instant(f"{TODAY} - i")
    # In every second trade, as a plan has some of them.
    trades = " ".join(f"WHEN {place} THEN '{trade}'" for place, trade in list(enumerate(Trade))[::2])
    planned = {
        "id": f"{bought} + i",
        "title": "'Upphandling ' || i",
        "trade": f"CASE i % {len(Trade)} {trades} END",
        "planned_on": dialect.day(f"{TODAY} + 90 + i"),
        "months": "i % 24",
        "headcount": "i % 5",
        "noted_at": noted_at,
        "noted_by": str(COORDINATOR),
        "created_at": noted_at,
    }
    yield Rows("procurement", PLANNED, planned)
    decided = {"decided_by": str(COORDINATOR), "decided_at": noted_at, "reason": "'Målarna vill.'", "advice": "'{}'"}
    of_one = {"id": "i", "procurement_id": f"{bought} + i", "level": f"'{Level.DIALOGUE}'", "kinds": "'[]'"}
    yield Rows("procurement_decision", DECIDED, of_one | decided)


def _told(dialect: Dialect, suppliers: int, years: int) -> Iterator[Rows]:
    many = BROADCASTS_A_YEAR * years
    at = _evenly(dialect, many, years)
    broadcast = {
        "id": "i",
        "sort": f"'{BroadcastSort.THANKS}'",
        "words_sv": "'Tack för i år!'",
        "audience": "'{}'",
        "named": "'[]'",
        "written_by": str(COORDINATOR),
        "written_at": at,
        "accepted_at": at,
        "receivers": str(suppliers),
        "queued_up_to": str(STAFF + suppliers),
        "queued_at": at,
        "told_quarters": "4",
    }
    yield Rows("broadcast", many, broadcast)


def _asked_often(dialect: Dialect, years: int) -> Iterator[Rows]:
    """Each of the city's own questions is worded anew once a year."""
    many = WORDINGS_A_YEAR * years
    at = _evenly(dialect, many, years)
    entry = {"id": "i", "added_by": str(COORDINATOR), "added_at": dialect.instant(f"{TODAY} - 365 * {years}")}
    yield Rows("faq_entry", WORDINGS_A_YEAR, entry)
    wording = {
        "id": "i",
        "entry_id": f"1 + i % {WORDINGS_A_YEAR}",
        "language": f"'{Language.SWEDISH}'",
        "question": f"'Fråga ' || (i % {WORDINGS_A_YEAR})",
        "answer": "'Det ordnar vaktmästaren.'",
        "is_to_confirm": "false",
        "written_by": str(COORDINATOR),
        "written_at": at,
        "replaced_at": f"CASE WHEN i <= {many - WORDINGS_A_YEAR} THEN {at} END",
    }
    yield Rows("faq_text", many, wording)


def _asked(dialect: Dialect, suppliers: int, years: int) -> Iterator[Rows]:
    """Every supplier asks the city something every other year; the latest questions wait for an answer."""
    many = OPEN_QUESTIONS + suppliers * years // 2
    at, is_open = _evenly(dialect, many, years), f"i > {many - OPEN_QUESTIONS}"
    question = {
        "id": "i",
        "asked_by": f"{STAFF + 1} + i % {suppliers}",
        "asked_at": at,
        "language": f"'{Language.SWEDISH}'",
        "words": "'Vem har nyckel nummer ' || i || '?'",
        "asked_of": str(COORDINATOR),
        "next_at": f"CASE WHEN {is_open} THEN {dialect.instant('i % 30')} END",
        "answer": f"CASE WHEN {is_open} THEN NULL ELSE 'Vaktmästaren.' END",
        "answered_by": f"CASE WHEN {is_open} THEN NULL ELSE {COORDINATOR} END",
        "answered_at": f"CASE WHEN {is_open} THEN NULL ELSE {at} END",
    }
    yield Rows("city_question", many, question)


def _tried(dialect: Dialect, suppliers: int, years: int) -> Iterator[Rows]:
    many = TRYOUTS_A_YEAR * years
    noted = {"noted_by": str(COORDINATOR), "noted_at": _evenly(dialect, many, years)}
    tryout = {
        "id": "i",
        "sort": f"'{TryoutSort.VISIT}'",
        "words": "'Vi hälsade på.'",
        "begun_on": dialect.day(_days_ago(many, years)),
        "weeks": "8",
    }
    yield Rows("tryout", many, tryout | noted)
    tried = {"tryout_id": f"1 + (i - 1) / {TRIED_WITH}", "supplier_id": f"1 + i % {suppliers}"}
    yield Rows("tried_supplier", TRIED_WITH * many, tried)


def _evenly(dialect: Dialect, many: int, years: int) -> str:
    return dialect.instant(_days_ago(many, years))


def _days_ago(many: int, years: int) -> str:
    return f"{TODAY} - 1 - ({many} - i) * {365 * years - 2} / {many}"
