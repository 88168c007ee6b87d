"""Choose the suppliers with whom something is tried: found by name, trade or area, and ticked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.frozen import frozen
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.form.ticking import tick, toggled
from handlers.form.typed import typed_search
from handlers.handling.work import Work
from messages.form import Asked
from messages.tryouts.trades import trades_named
from storage.people import supplier
from storage.people.person import Person
from storage.tryouts import choosable

OFFERED = 8
"""So many are offered at once; the others are found by writing."""

NAMES_TOLD = 6

SEARCH, TICKED = "search", "ticked"
"""Fields that no question fills in by itself: what is looked for, and who is chosen so far."""


@frozen
class ChosenSoFar:
    """What is answered of it, as far as it is.

    Attributes:
        suppliers: The ids; a text in their place is looked for.
        ticked: Those that are ticked while it is still asked; None before the first.
    """

    begun_on: date | None = None
    suppliers: list[int] | str | None = None
    ticked: list[int] | None = None
    search: str = ""

    @property
    def now(self) -> list[int]:
        """Those that are chosen as it stands."""
        if self.ticked is not None:
            return self.ticked
        return self.suppliers if isinstance(self.suppliers, list) else []


@frozen(kw_only=True)
class Choosing(Known):
    """What is known before it is asked.

    Attributes:
        found: The ids and names of all that can be chosen and that the search fits.
        chosen: The ids and names of those that are chosen.
        searched: What was looked for.
    """

    found: tuple[tuple[int, str], ...] = ()
    chosen: tuple[tuple[int, str], ...] = ()
    searched: str = ""

    def named_in(self, asked: Asked) -> Asked:
        """The question; the one for suppliers says so where none was found."""
        if asked.ask != SUPPLIERS.name:
            return asked
        is_in_vain = bool(self.searched) and not self.found
        complaint = Complaint.NO_SUPPLIER_FITS.value if is_in_vain else asked.complaint
        return replace(asked, name=self.told, complaint=complaint)

    @property
    def told(self) -> str:
        """How many are chosen, and the first of them by name."""
        names = [name for _, name in self.chosen]
        more = ["…"] if len(names) > NAMES_TOLD else []
        return f"{len(names)} ({', '.join([*names[:NAMES_TOLD], *more])})" if names else "0"


async def of_choice(work: Work, _actor: Person, answers: Answers) -> Choosing:
    """What is known as far as the form is filled in: suppliers are looked up once the day is known."""
    so_far, today = given(answers, ChosenSoFar), work.city.today(work.now)
    if so_far.begun_on is None:
        return Choosing(today, work.city.hours)
    trades = trades_named(so_far.search)
    found = await choosable.named(work.session, on=so_far.begun_on, words=so_far.search, trades=trades)
    names = await supplier.names(work.session, so_far.now)
    chosen = tuple(sorted(names.items(), key=lambda each: each[1]))
    return Choosing(today, work.city.hours, found=tuple(found), chosen=chosen, searched=so_far.search)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """A text in place of the suppliers is looked for."""
    left: dict[str, Any] = dict(answers)
    words = left.get(SUPPLIERS.field)
    if not isinstance(words, str):
        return left, ""
    del left[SUPPLIERS.field]
    return {**left, SEARCH: words}, Complaint.CONTRACT_SEARCHED.value


def _suppliers(answers: Answers, known: Choosing) -> Sequence[Option]:
    """Each can be ticked and unticked, the several that a search finds at once, until one says that all are there."""
    now = given(answers, ChosenSoFar).now
    ticks = [
        tick({TICKED: toggled(now, each)}, text=name, is_chosen=each in now) for each, name in known.found[:OFFERED]
    ]
    done = [Option(now, "answer.done")] if now else []
    return [*ticks, *_of_search(now, known), *done]


def _of_search(now: Sequence[int], known: Choosing) -> list[Option]:
    if not known.searched:
        return []
    fitting = [each for each, _ in known.found]
    union = [*now, *(each for each in fitting if each not in now)]
    every = tick({TICKED: union}, "tryout.choose_all", text=str(len(fitting)))
    finds_more = len(fitting) > 1 and len(union) > len(now)
    return [*([every] if finds_more else []), tick({SEARCH: ""}, "tryout.search_off")]


SUPPLIERS = Question[Choosing]("tried_suppliers", "suppliers", _suppliers, typed_search)
