"""What is shown of the weeks ahead: how much in each, who hears what, and all of it as a file."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from domain.frozen import frozen
from domain.outlook import Addressee, Outgoing, Sort
from domain.working_hours import WorkingHours
from handlers.handling.choices import Choice, beside, numbered, page_of
from messages.button import data
from messages.label import Label
from messages.message import Attachment, Message
from messages.outlook import outlook as said
from messages.outlook.outlook import OutlookAbout, OutlookOf, Receiver, SheetLine, WeekAhead

ON_A_PAGE = 8
LINES_SHOWN = 30
MOST_IN_SHEET = 5_000


@frozen
class View:
    """One look ahead, and where its buttons lead.

    Attributes:
        of: Of what it is.
        said: All that will be sent, soonest first.
        show: The button of a page; `one` that of somebody on it, `sheet` that of the file.
        numbers: What each of them carries first.
        others: The ways on beside these.
        is_cut: There is more than was counted.
    """

    of: OutlookOf
    said: Sequence[Outgoing[OutlookAbout]]
    hours: WorkingHours
    show: str
    one: str
    sheet: str
    numbers: tuple[int, ...] = ()
    others: tuple[Choice, ...] = ()
    is_cut: bool = False

    def receivers(self) -> list[tuple[Addressee, Receiver]]:
        """Who will hear something, those who hear the most first."""
        counted = Counter(each.to for each in self.said)
        in_order = sorted(counted.items(), key=lambda each: (-each[1], each[0].company, each[0].name))
        return [(to, _receiver(to, count)) for to, count in in_order]


def overview(view: View, wanted: int) -> Message:
    """The weeks, and a page of those who will hear something."""
    receivers = [receiver for _, receiver in view.receivers()]
    page = page_of(wanted, len(receivers), size=ON_A_PAGE)
    here = receivers[page.skipped : page.skipped + page.size]
    shown = said.OutlookShown(
        of=view.of,
        weeks=weeks(view) if page.place == 0 else (),
        receivers=tuple(here),
        total=len(receivers),
        number=page.number,
        pages=page.pages,
        is_cut=view.is_cut,
    )
    items = [(_named(each), data(view.one, *view.numbers, page.place, place)) for place, each in enumerate(here)]
    sheet = [(Label("outlook.sheet"), data(view.sheet, *view.numbers))] if view.said else []
    others = [*beside(page, view.show, *view.numbers), *sheet, *view.others]
    return Message(shown, (*numbered(items), *numbered(others, first=len(items) + 1, in_a_row=2)))


def of_one(view: View, page: int, place: int) -> Message:
    """What one of them will hear; the overview where there is nobody in that place any more."""
    receivers = view.receivers()
    chosen = page * ON_A_PAGE + place
    if not 0 <= chosen < len(receivers):
        return overview(view, page)
    to, receiver = receivers[chosen]
    lines = [line for each in view.said if each.to == to for line in _lines(view, each)]
    back = (Label("outlook.back"), data(view.show, *view.numbers, page))
    shown = said.OutlookOfOne(view.of, receiver, tuple(lines[:LINES_SHOWN]), max(0, len(lines) - LINES_SHOWN))
    return Message(shown, numbered([back]))


def sheet(view: View) -> Message:
    """All of it, as a file."""
    named = dict(view.receivers())
    lines = [
        SheetLine(line.on, line.sort, line.about, named[each.to]) for each in view.said for line in _lines(view, each)
    ]
    return Message(said.OutlookSheet(view.of, tuple(lines[:MOST_IN_SHEET])), attachment=Attachment.OUTLOOK)


def weeks(view: View) -> tuple[WeekAhead, ...]:
    """Each week in which something is sent, and how much of each sort."""
    counted: dict[tuple[int, int], Counter[Sort]] = {}
    begins = {}
    for each in view.said:
        day = view.hours.local(each.at).date()
        year, week, weekday = day.isocalendar()
        begins[year, week] = day - timedelta(days=weekday - 1)
        counted.setdefault((year, week), Counter())[each.sort] += 1
    return tuple(
        WeekAhead(
            week=week,
            begins_on=begins[year, week],
            reminders=sorts[Sort.REMINDER],
            nudges=sorts[Sort.NUDGE],
            decisions=sorts[Sort.DECISION],
            meetings=sorts[Sort.MEETING],
            questions=sorts[Sort.QUESTION],
            agendas=sorts[Sort.AGENDA],
        )
        for (year, week), sorts in sorted(counted.items())
    )


def _lines(view: View, one: Outgoing[OutlookAbout]) -> list[said.OutlookLine]:
    day = view.hours.local(one.at).date()
    return [said.OutlookLine(day, one.sort, about) for about in one.abouts]


def _receiver(to: Addressee, count: int) -> Receiver:
    return Receiver(to.name, to.company, to.is_in, to.group, count)


def _named(receiver: Receiver) -> Label:
    if receiver.group is not None:
        return Label(f"outlook_group.{receiver.group}")
    parts = dict.fromkeys(part for part in (receiver.name, receiver.company) if part)
    return Label(joined=tuple(Label(text=part) for part in parts))
