"""The council's page in words: what stands where, in one language, for paper and screen alike."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import tomli

from domain.council_page import Shown, Step
from domain.empty_places import WhyEmpty
from domain.frozen import frozen
from domain.language import Language
from domain.quarter import MONTHS_OF_QUARTER
from domain.suppression import Mark
from messages import formats
from messages.council import chart
from messages.council.page import Contribution, CouncilPage
from messages.imprint import Imprint
from messages.label import FOLDER, Label

IN_A_GROUP = 8
"""So many signs of a checksum stand together, so that people can compare it."""


@cache
def words(language: Language) -> dict[str, dict[str, str]]:
    """All words of the page, by table and name."""
    return tomli.loads((FOLDER / language.value / "council_page.toml").read_text(encoding="utf-8"))


@frozen
class _Said:
    """A page that is put into words."""

    page: CouncilPage
    imprint: Imprint
    language: Language

    def __call__(self, table: str, name: str, /, **values: object) -> str:
        return words(self.language)[table][name].format(year=self.page.year, **values)

    def day(self, day: date) -> str:
        return formats.day(day, self.language)

    def number(self, number: Shown) -> str:
        return self("page", number) if isinstance(number, Mark) else str(number)


def worded(page: CouncilPage, imprint: Imprint, language: Language) -> dict[str, Any]:
    """What stands on the page, as plain data."""
    said = _Said(page, imprint, language)
    return {
        "language": language.value,
        "title": said("page", "title"),
        "city": imprint.city,
        "about": said("page", "about", day=said.day(page.on)),
        "draft": said("page", "draft") if page.approval is None else "",
        "goal": _goal(said),
        "quarters": _quarters(said),
        "steps": _steps(said),
        "gave": _gave(said),
        "meetings": {"heading": said("meetings", "heading"), "text": _meetings(said)},
        "empty": _empty(said),
        "not_said": _listed(said, "not_said", ("cause", "unknown", "earlier", "small")),
        "defined": _listed(said, "defined", ("resident", "contribution", "working")),
        "imprint": _imprint(said),
    }


def _listed(said: _Said, table: str, names: Sequence[str]) -> dict[str, Any]:
    return {"heading": said(table, "heading"), "lines": [said(table, name) for name in names]}


def _goal(said: _Said) -> dict[str, Any]:
    page, goal = said.page, said.page.goal
    figure = page.together if page.together is not None else page.residents if page.earlier == 0 else None
    of_goal = (
        said("goal", "figure_of_goal", number=said.number(figure), goal=goal.number)
        if figure is not None and goal is not None
        else said.number(figure)
        if figure is not None
        else ""
    )
    return {
        "heading": said("goal", "heading"),
        "figure": of_goal,
        "lines": [_residents(said), *_sources(said), _goal_set(said)],
    }


def _residents(said: _Said) -> str:
    number = said.page.together if said.page.together is not None else said.page.residents
    return said("goal", f"residents_{number}") if isinstance(number, Mark) else said("goal", "residents", number=number)


def _sources(said: _Said) -> list[str]:
    page = said.page
    if page.earlier == 0:
        return []
    number, earlier = said.number(page.residents), said.number(page.earlier)
    sentence = said("goal", "sources", number=number, earlier=earlier)
    return [formats.begun_large(sentence)]


def _goal_set(said: _Said) -> str:
    goal = said.page.goal
    if goal is None:
        return said("goal", "none")
    return said("goal", "set", goal=goal.number, day=said.day(goal.decided_on), registry_number=goal.registry_number)


def _quarters(said: _Said) -> dict[str, Any]:
    page, goal = said.page, said.page.goal
    columns = [_until(said, place) for place in range(len(page.quarters))]
    numbers = [said.number(number) for number in page.quarters]
    told = [
        said("goal", "chart_quarter", until=until, number=number)
        for until, number in zip(columns, numbers, strict=True)
    ]
    earlier = said("goal", "chart_earlier", earlier=said.number(page.earlier)) if page.earlier != 0 else ""
    keys = [
        ("confirmed", said("goal", "key_confirmed")),
        *([("earlier", said("goal", "key_earlier"))] if isinstance(page.earlier, int) and page.earlier else []),
        *([("goal", said("goal", "key_goal"))] if goal is not None else []),
    ]
    empty = [""] * (chart.QUARTERS - len(columns))
    return {
        "heading": said("goal", "by_quarter"),
        "columns": columns + empty,
        "numbers": numbers + empty,
        "svg": chart.svg(page),
        "alt": said(
            "goal",
            "chart",
            quarters=", ".join(told),
            earlier=earlier,
            goal=said("goal", "chart_goal", goal=goal.number) if goal is not None else "",
        ).strip(),
        "keys": [{"what": what, "text": text} for what, text in keys],
    }


def _until(said: _Said, place: int) -> str:
    """The last month of the quarter; the one that is not over yet is told "so far"."""
    page, month = said.page, (place + 1) * MONTHS_OF_QUARTER
    is_over = page.on.year > page.year or page.on.month > month
    named = formats.month_alone(date(page.year, month, 1), said.language)
    return said("goal", "until", month=named) if is_over else said("goal", "so_far")


def _steps(said: _Said) -> dict[str, Any]:
    reached = {each.step: said.number(each.places) for each in said.page.steps}
    return {
        "heading": said("steps", "heading"),
        "about": said("steps", "about"),
        "columns": [said("steps", step) for step in Step],
        "numbers": [reached[step] for step in Step],
    }


def _gave(said: _Said) -> dict[str, Any]:
    return {
        "heading": said("gave", "heading"),
        "columns": [
            said("gave", "kind"),
            said("gave", "number"),
            said("page", "earlier"),
            said("gave", "suppliers"),
        ],
        "rows": [
            [said("gave", each.kind), said.number(each.number), _earlier(said, each), _suppliers(said, each)]
            for each in said.page.contributions
        ],
        "about": said("gave", "about"),
    }


def _earlier(said: _Said, given: Contribution) -> str:
    if given.earlier == 0 and given.has_uncounted:
        return said("gave", "not_counted")
    return said.number(given.earlier)


def _suppliers(said: _Said, given: Contribution) -> str:
    named = [each.name if each.number is None else f"{each.name} ({each.number})" for each in given.suppliers]
    more = [said("gave", "more", number=given.more)] if given.more else []
    return " ".join([", ".join(named), *more]) or "–"


def _meetings(said: _Said) -> str:
    meetings = said.page.meetings
    if not meetings.planned:
        return said("meetings", "none")
    return said("meetings", "held", held=meetings.held, planned=meetings.planned, cancelled=meetings.cancelled)


def _empty(said: _Said) -> dict[str, Any]:
    total = said.page.stood_empty
    sentence = (
        said("empty", f"places_{total}")
        if isinstance(total, Mark)
        else said("empty", "places", number=total)
        if total
        else said("empty", "places_none")
    )
    groups = [
        {"heading": said("empty", heading), "text": _reasons(said, is_citys_own=is_citys_own)}
        for heading, is_citys_own in (("citys_own", True), ("others", False))
    ]
    return {
        "heading": said("empty", "heading"),
        "text": sentence,
        "groups": [group for group in groups if group["text"]],
    }


def _reasons(said: _Said, *, is_citys_own: bool) -> str:
    told = {each.why: each.places for each in said.page.empty}
    reasons = [why for why in WhyEmpty if why.is_citys_own is is_citys_own and told.get(why, 0) != 0]
    named = ((Label(f"council_empty.{why}").worded(said.language), told[why]) for why in reasons)
    return ", ".join(f"{name}: {said.number(places)}" for name, places in named)


def _imprint(said: _Said) -> list[str]:
    page, imprint = said.page, said.imprint
    head = imprint.ledger_head
    lines = [said("imprint", "made", city=imprint.city, day=said.day(page.on), number=imprint.number)]
    if page.approval is not None:
        lines.append(said("imprint", "approved", name=page.approval.name, day=said.day(page.approval.on)))
        if page.approval.replaces_on is not None:
            lines.append(said("imprint", "replaces", day=said.day(page.approval.replaces_on)))
    grouped = " ".join(head[place : place + IN_A_GROUP] for place in range(0, len(head), IN_A_GROUP))
    return [" ".join(lines), said("imprint", "head", head=grouped)]
