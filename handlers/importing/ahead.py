"""*Vad skickas i 8 veckor?*: what a file's new contracts would send, before anybody has said yes to it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from domain.cadence import Planned
from domain.company_name import known_as
from domain.contract import Counting
from domain.obligation import ObligationKind, Rung
from domain.outlook import AHEAD, Addressee, Due, Outlook
from domain.slot import SlotKind
from handlers.handling.choices import Choice
from handlers.handling.work import Work
from handlers.importing.codes import AHEAD as SHOW
from handlers.importing.codes import AHEAD_ONE, AHEAD_SHEET, FROM_TODAY, ONLY_COMING
from handlers.importing.comparing import NewContract
from handlers.importing.looking import Forecast
from handlers.importing.requirements import planned
from handlers.outlook.views import View
from messages.button import data
from messages.label import Label
from messages.obligations.facts import ObligationName
from messages.outlook.outlook import OutlookAbout, OutlookOf
from storage.importing.sent_file import SentFile
from storage.people import person as persons

MOST_KEPT = 2_000
"""Obligations of a file that are kept to look ahead by: a city's file has some hundred in these weeks."""

FROM_PREVIEW = 2
"""Numbers that the button under the preview carries; one that turns a page carries more."""

Kept = dict[str, Any]


async def kept(work: Work, found: Forecast) -> Kept:
    """What the new contracts would have somebody do in the weeks ahead, to look ahead by when that is asked for.

    It is worked out while the file is shown, so of a country's file only so much: nobody waits for the rest.
    """
    new = found.comparison.new[:MOST_KEPT]
    here = {each.id for one in new if (each := found.known.supplier(one.listed.company)) is not None}
    people: dict[int, list[str]] = {}
    for person in await persons.of_suppliers(work.session, sorted(here)):
        people.setdefault(person.supplier_id or 0, []).append(person.name)
    dues = list(islice(_all_kept(work, found, new, people), MOST_KEPT + 1))
    are_all = len(new) == len(found.comparison.new) and len(dues) <= MOST_KEPT
    return {"dues": dues[:MOST_KEPT], "are_all_dues": are_all}


def view(work: Work, sent: SentFile, choice: int) -> View:
    """What it would send, by the way in that was chosen."""
    changes = sent.changes or {}
    dues = changes.get("dues", [])
    ahead = Outlook[OutlookAbout](work.city.ladder, work.city.hours, work.now, work.now + AHEAD)
    wanted = [each for each in dues if choice == FROM_TODAY or not each["again"]]
    return View(
        of=OutlookOf.FROM_TODAY if choice == FROM_TODAY else OutlookOf.ONLY_COMING,
        said=ahead.of([due for each in wanted if (due := _due(work, each)) is not None]),
        hours=work.city.hours,
        show=SHOW,
        one=AHEAD_ONE,
        sheet=AHEAD_SHEET,
        numbers=(sent.id, choice),
        others=_other_way(sent, choice) if any(each["again"] for each in dues) else (),
        is_cut=not changes.get("are_all_dues", True),
    )


def _other_way(sent: SentFile, choice: int) -> tuple[Choice, ...]:
    if choice == FROM_TODAY:
        return ((Label("import.ahead_only_coming"), data(SHOW, sent.id, ONLY_COMING, 0)),)
    return ((Label("import.ahead_from_today"), data(SHOW, sent.id, FROM_TODAY, 0)),)


def _all_kept(
    work: Work, found: Forecast, all_new: Sequence[NewContract], people: Mapping[int, Sequence[str]]
) -> Iterator[Kept]:
    last = found.today + 2 * AHEAD
    for new in all_new:
        row = new.listed.row
        contacts = _contacts(found, new, people)
        counting = (new.terms.counting or Counting.PLACES).value
        by_rules = [(due, Kept()) for due in (*found.plans.by_rules[row], *found.plans.again.get(row, ()))]
        required = [
            (
                planned(each, work.city.hours),
                {"slot_kind": each.kind.value, "places": each.places, "counting": counting},
            )
            for each in new.requirements
        ]
        again = found.plans.again.get(row, ())
        for due, values in (*by_rules, *required):
            if found.today <= due.due_on <= last:
                yield _one_kept(new, due, contacts, is_again=due in again) | values


def _one_kept(new: NewContract, due: Planned, contacts: Sequence[tuple[str, bool]], *, is_again: bool) -> Kept:
    return {
        "number": new.listed.registry_number,
        "company": new.listed.company.name,
        "contacts": [list(each) for each in contacts],
        "kind": due.kind.value,
        "due_on": due.due_on.isoformat(),
        "again": is_again,
    }


def _contacts(found: Forecast, new: NewContract, people: Mapping[int, Sequence[str]]) -> list[tuple[str, bool]]:
    """Who hears of it, each with whether they are in: whom the contract names, or else a colleague who is."""
    here = found.known.supplier(new.listed.company)
    names = people.get(here.id, ()) if here else ()
    known = {known_as(name): name for name in names}
    named = [known.get(known_as(each.name), each.name) for each in new.listed.contacts]
    told = [name if name in names else names[0] for name in named] if names else named
    return [(name, name in names) for name in dict.fromkeys(told or names[:1])]


def _due(work: Work, one: Kept) -> Due[OutlookAbout] | None:
    """As it would be planned now; None where the ladder would never come to it."""
    due_on = date.fromisoformat(one["due_on"])
    climb = work.city.ladder.next_climb(due_on, Rung.NONE, work.city.hours)
    if climb is None or due_on < work.city.today(work.now):
        return None
    slot_kind = SlotKind(one["slot_kind"]) if one.get("slot_kind") else None
    name = ObligationName(
        ObligationKind(one["kind"]),
        None,
        slot_kind,
        one.get("places"),
        due_on,
        counting=Counting(one.get("counting", Counting.PLACES)),
    )
    company = one["company"]
    told = [Addressee(name, company, is_in=is_in) for name, is_in in one["contacts"]]
    told = told or [Addressee(company, company, is_in=False)]
    return Due(
        about=OutlookAbout(one["number"], obligation=name),
        counted_from=due_on,
        rung=Rung.NONE,
        next_at=climb.at,
        first=tuple(told[:1]),
        both=tuple(told),
    )
