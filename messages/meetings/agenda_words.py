"""How the lines of an agenda are worded, in the chat and on paper alike."""

from collections.abc import Sequence, Sized
from datetime import date

from domain.agenda import Matter
from domain.contract import Counting
from domain.empty_places import EmptyPlaces
from domain.language import Language
from domain.obligation import ObligationStatus
from domain.offer_step import HELD_ON_A_DAY
from domain.slot import SlotKind
from domain.turn.obligation import Awaited
from messages import formats
from messages.label import Label
from messages.meetings.agenda import ActionFollowed, AgendaAbout, AgendaPoint, Given, MeetingOn, OfferNamed
from messages.obligations import words
from messages.obligations.facts import DueDay, ObligationFacts

CITY, SUPPLIER = TABLES = ("agenda_staff", "agenda_supplier")
"""Whose words: the tables of `labels.toml`."""


def point(each: AgendaPoint, table: str, *, language: Language) -> str:
    """One thing to do: what, about what, and how long it has waited."""
    said = Label(f"{table}.{each.matter}", text=_what(each.about, language)).worded(language)
    times = f" ({each.times})" if each.times > 1 else ""
    return said + times + _behind([_when(each, language), each.about.contract])


def action(each: ActionFollowed, table: str, *, language: Language) -> str:
    """What was agreed, whose it is, and whether it is done."""
    whose = Label(f"{table}.citys" if each.is_for_city else f"{table}.suppliers").worded(language)
    how = "agenda.done" if each.is_done else "agenda.late" if each.is_late else "agenda.by"
    return f"{each.title} ({whose}): " + Label(how, text=_dated(each.due_on, language)).worded(language)


def promise(each: ObligationFacts, language: Language) -> str:
    """What is promised, by when, and how far it has come."""
    parts = [words.named(each, language)]
    if each.status is ObligationStatus.FULFILLED:
        return " · ".join([*parts, Label("obligation_status.fulfilled").worded(language)])
    parts.append(_by(each, language))
    if each.slot_kind is not None and each.places:
        parts.append(_so_far(each, language))
    if each.turn is not None and each.turn.awaited is Awaited.MATCH:
        parts.append(Label("awaited.match").worded(language))
    return " · ".join(parts)


def given(each: Given, language: Language) -> str:
    """How much was offered of a kind, and how far that has come."""
    if each.kind in HELD_ON_A_DAY:
        steps = {"agenda.offered": each.offers, "agenda.held": each.held}
    else:
        steps = {
            "agenda.offered": each.places,
            "agenda.taken": each.taken,
            "agenda.proposed": each.proposed,
            "agenda.begun": each.begun,
            "agenda.completed": each.completed,
        }
    told = [Label(step, text=str(count)).worded(language) for step, count in steps.items() if count]
    return f"{kinds([each.kind], language)}: " + " · ".join(told)


def empty(each: EmptyPlaces, table: str, *, language: Language) -> str:
    """How many places stood empty, and why: first that the city never took them, where that is so."""
    count = Label("agenda.place" if each.places == 1 else "agenda.places", text=str(each.places)).worded(language)
    never_taken = not each.was_taken and each.is_citys_own
    own = [Label(f"{table}.never_taken").worded(language)] if never_taken else []
    return f"{count}: " + " ".join([*own, *_reason(each, language, table, is_said=never_taken)])


def _reason(each: EmptyPlaces, language: Language, table: str, *, is_said: bool) -> list[str]:
    if each.reason is None:
        return [] if is_said else [Label(f"{table}.nobody_has_said").worded(language)]
    reasons = "empty_reason_told" if table == SUPPLIER else "empty_reason"
    return [Label(f"{reasons}.{each.reason}").worded(language)]


def more(lines: Sized, most: int, *, language: Language) -> str:
    """How many lines there are beyond those that are shown."""
    return Label("agenda.more", text=str(len(lines) - most)).worded(language)


def kinds(some: Sequence[SlotKind], language: Language) -> str:
    """Ways to contribute, one after the other."""
    listed = ", ".join(Label(f"kind_many.{kind}").worded(language) for kind in some)
    return formats.begun_large(listed)


def met(meeting: MeetingOn, language: Language) -> str:
    """Which meeting it was."""
    kind = Label(f"meeting_kind.{meeting.kind}").worded(language)
    return f"{kind} {_dated(meeting.on, language)}"


def _what(about: AgendaAbout, language: Language) -> str:
    if about.offer is not None:
        return _offer(about.offer, language)
    if about.promise is not None:
        return words.named(about.promise, language)
    if about.meeting is not None:
        return met(about.meeting, language)
    return "–"


def _offer(offer: OfferNamed, language: Language) -> str:
    day = Label("agenda.on" if offer.kind in HELD_ON_A_DAY else "agenda.from", text=_dated(offer.starts_on, language))
    parts = (Label(f"kind.{offer.kind}"), Label(f"trade.{offer.trade}"), day)
    return Label(joined=parts).worded(language)


def _when(each: AgendaPoint, language: Language) -> str:
    """How long it has waited, or by when it is to be done: what the city has promised is late like anything else."""
    promised = each.about.promise
    if promised is not None and each.matter is not Matter.BOOK:
        return _by(promised, language)
    if each.about.meeting is not None or each.since is None:
        return ""
    return Label("agenda.since", text=_dated(each.since, language)).worded(language)


def _by(promised: ObligationFacts, language: Language) -> str:
    """By when; that something should have been done is said only where whoever is to do it is waited for."""
    is_waited_for = promised.turn is not None and promised.turn.awaited in _WAITED_FOR
    passed = "agenda.was_by" if is_waited_for else "agenda.last_day_was"
    name = passed if promised.day is DueDay.PASSED else "agenda.by"
    return Label(name, text=_dated(promised.due_on, language)).worded(language)


_WAITED_FOR = (Awaited.SUPPLIER, Awaited.CITY)
"""What waits for a decision is the city's turn, and no longer late at the supplier's."""


def _so_far(each: ObligationFacts, language: Language) -> str:
    if each.counting is Counting.MONTHS:
        done = formats.tenths(each.months_done, language)
        return Label("agenda.months_so_far", text=done).worded(language)
    return Label("agenda.begun_so_far", text=str(each.begun)).worded(language)


def _dated(day: date, language: Language) -> str:
    return formats.dated(day, language)


def _behind(notes: list[str]) -> str:
    told = ", ".join(note for note in notes if note)
    return f" ({told})" if told else ""
