"""What the ladder will say in the weeks ahead, if nothing happens before: to whom, on which day, about what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from domain.frozen import frozen
from domain.ladder import Ladder
from domain.obligation import Rung
from domain.working_hours import WorkingHours

AHEAD = timedelta(weeks=8)
"""So far a leader looks ahead."""

WEEK = timedelta(days=7)
ASKED_AGAIN_AFTER = 5
"""Working days, until the coordinators are asked again about what they have not decided."""

MOST_ALONE = 5
"""So many decisions on a day are asked for one by one; more come as one list."""

About = TypeVar("About")
"""What it is about, as whoever words it needs it."""


class Sort(StrEnum):
    """What sort of message it is."""

    REMINDER = "reminder"
    """Friendly, before the day."""
    NUDGE = "nudge"
    DECISION = "decision"
    """Coordinators are asked to decide."""
    MEETING = "meeting"
    """A meeting is reminded of."""
    AGENDA = "agenda"
    """Whoever leads a meeting gets its agenda."""
    QUESTION = "question"


class Group(StrEnum):
    """Those who hear the same."""

    COORDINATORS = "coordinators"
    MATCHERS = "matchers"


@frozen
class Addressee:
    """Who hears it.

    Attributes:
        name: Whose name it goes by; empty for a group.
        company: For whom they speak; empty for the city's own.
        is_in: Steget reaches them; where it doesn't, the coordinators hear so instead.
        group: They are several who hear the same.
    """

    name: str
    company: str = ""
    is_in: bool = True
    group: Group | None = None


COORDINATORS = Addressee("", group=Group.COORDINATORS)
MATCHERS = Addressee("", group=Group.MATCHERS)


@frozen
class Outgoing(Generic[About]):
    """One message, to one who hears it."""

    at: datetime
    sort: Sort
    to: Addressee
    abouts: tuple[About, ...]


@frozen
class Due(Generic[About]):
    """Something that is to be done, as far as the ladder has to know it.

    Attributes:
        counted_from: The day from which the ladder counts.
        rung: The rung on which it stands.
        next_at: When the ladder comes to it next.
        first: Who hears of it.
        both: Who hears of it from the rung of the second contact on.
    """

    about: About
    counted_from: date
    rung: Rung
    next_at: datetime
    first: tuple[Addressee, ...]
    both: tuple[Addressee, ...]


@frozen
class _Step(Generic[About]):
    at: datetime
    rung: Rung
    due: Due[About]


@dataclass
class Outlook(Generic[About]):
    """Looks ahead by the city's ladder and hours.

    Attributes:
        until: So far.
        sent: When each was last nudged: they are at most once a week.
    """

    ladder: Ladder
    hours: WorkingHours
    now: datetime
    until: datetime
    sent: Mapping[Addressee, datetime] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._climbs: dict[tuple[date, Rung, datetime], list[tuple[datetime, Rung]]] = {}

    def of(self, dues: Sequence[Due[About]]) -> list[Outgoing[About]]:
        """All that will be said about these, soonest first."""
        steps = sorted((step for due in dues for step in self._steps(due)), key=lambda step: step.at)
        said = [*self._nudges(steps), *self._decisions(steps)]
        return sorted(said, key=lambda each: each.at)

    def _steps(self, due: Due[About]) -> Iterator[_Step[About]]:
        key = (due.counted_from, due.rung, due.next_at)
        if key not in self._climbs:
            # Counting working days takes its time, and many fall due on the same day.
            self._climbs[key] = list(self._rungs(*key))
        return (_Step(at, rung, due) for at, rung in self._climbs[key])

    def _rungs(self, counted_from: date, reached: Rung, next_at: datetime) -> Iterator[tuple[datetime, Rung]]:
        at = self._really(next_at)
        while at < self.until:
            reached = self.ladder.rung_at(counted_from, reached, at, self.hours)
            yield at, reached
            climb = self.ladder.next_climb(counted_from, reached, self.hours)
            if reached is Rung.COORDINATOR:
                at = self.hours.opening_on(self.hours.working_days_from(at.date(), ASKED_AGAIN_AFTER))
            elif climb is not None:
                at = climb.at
            else:
                return

    def _nudges(self, steps: Sequence[_Step[About]]) -> Iterator[Outgoing[About]]:
        """One message a week to each, with everything that stands by then."""
        by_addressee: dict[Addressee, list[_Step[About]]] = defaultdict(list)
        for step in steps:
            told = () if step.rung is Rung.COORDINATOR else step.due.first
            told = step.due.both if step.rung is Rung.SECOND_CONTACT else told
            for addressee in told:
                by_addressee[addressee].append(step)
        risen = {id(step.due): step.at for step in reversed(steps) if step.rung is Rung.COORDINATOR}
        for addressee, theirs in by_addressee.items():
            yield from self._to_one(addressee, theirs, risen)

    def _to_one(
        self, addressee: Addressee, steps: Sequence[_Step[About]], risen: Mapping[int, datetime]
    ) -> Iterator[Outgoing[About]]:
        last = self.sent.get(addressee)
        told_until = datetime.min.replace(tzinfo=self.hours.zone)
        for step in steps:
            if step.at <= told_until:
                continue
            at = step.at if last is None else max(step.at, self._opening_from(last + WEEK))
            if at >= self.until:
                return
            stands = {id(each.due): each for each in steps if each.at <= at < risen.get(id(each.due), self.until)}
            told_until = at
            if stands:
                last = at
                sort = Sort.REMINDER if all(each.rung is Rung.REMINDER for each in stands.values()) else Sort.NUDGE
                yield Outgoing(at, sort, addressee, tuple(each.due.about for each in stands.values()))

    def _decisions(self, steps: Sequence[_Step[About]]) -> Iterator[Outgoing[About]]:
        """What reaches the top on a day is asked for; what is not decided by then, once a week in one list."""
        first: dict[int, _Step[About]] = {}
        again: list[_Step[About]] = []
        for step in (step for step in steps if step.rung is Rung.COORDINATOR):
            if id(step.due) in first or step.due.rung is Rung.COORDINATOR:
                again.append(step)
            else:
                first[id(step.due)] = step
        yield from self._risen(list(first.values()))
        last: datetime | None = None
        for step in again:
            if last is None or step.at >= last + WEEK:
                last = step.at
                undecided = {id(each.due): each.due.about for each in steps if _is_undecided(each, step.at)}
                yield Outgoing(step.at, Sort.DECISION, COORDINATORS, tuple(undecided.values()))

    def _risen(self, steps: Sequence[_Step[About]]) -> Iterator[Outgoing[About]]:
        by_day: dict[datetime, list[_Step[About]]] = defaultdict(list)
        for step in steps:
            by_day[step.at].append(step)
        for at, together in by_day.items():
            abouts = tuple(each.due.about for each in together)
            for told in (abouts,) if len(abouts) > MOST_ALONE else ((each,) for each in abouts):
                yield Outgoing(at, Sort.DECISION, COORDINATORS, told)

    def _really(self, at: datetime) -> datetime:
        return self.hours.open_from(max(at, self.now))

    def _opening_from(self, at: datetime) -> datetime:
        return self.hours.opening_on(self.hours.working_day_from(self.hours.local(at).date()))


def _is_undecided(step: _Step[About], at: datetime) -> bool:
    return step.rung is Rung.COORDINATOR and step.at <= at
