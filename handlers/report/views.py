"""What the form shows: for each step its template, parameters and buttons."""

from datetime import date

from handlers.report.choices import options
from handlers.report.form import QUESTIONS, Known, Option, Report, Step
from handlers.report.steps import asks_for_number, position
from messages import supplier
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from messages.slot_facts import SlotFacts

ANSWER, BACK, CANCEL = "an", "ba", "ca"
"""What the form's buttons carry: the action, the form's revision and, for an answer, its place among the choices."""

_ASKED: dict[Step, type[supplier.Asked]] = {
    Step.KIND: supplier.KindAsked,
    Step.TRADE: supplier.TradeAsked,
    Step.PLACES: supplier.PlacesAsked,
    Step.AREA: supplier.AreaAsked,
    Step.START: supplier.StartAsked,
    Step.END: supplier.EndAsked,
}
_IN_A_ROW = {Step.KIND: 1, Step.TRADE: 2, Step.PLACES: 5, Step.AREA: 1, Step.START: 1, Step.END: 1, Step.SUMMARY: 2}


def question(report: Report, known: Known, revision: int, complaint: str = "") -> Message:
    """The message that asks what is to be asked now; `complaint` is a label's name."""
    buttons = (*_choices(report, known, revision), _way_out(report, revision))
    if report.step is Step.SUMMARY:
        return Message(supplier.Summary(slot=_facts(report), complaint=complaint), buttons)
    asked = _ASKED[report.step](position=position(report.step), total=len(QUESTIONS), complaint=complaint)
    return Message(asked, buttons)


def label(option: Option) -> Label:
    """How a choice is named."""
    return Label(key=option.label, day=option.day, text=option.text)


def _choices(report: Report, known: Known, revision: int) -> Rows:
    has_numbers = not asks_for_number(report.step)
    buttons = [
        Button(label(option), data(ANSWER, revision, index), number=index + 1 if has_numbers else 0)
        for index, option in enumerate(options(report, known))
    ]
    if report.step is Step.SUMMARY:
        return ((buttons[0],), *_rows(buttons[1:], _IN_A_ROW[report.step]))
    return _rows(buttons, _IN_A_ROW[report.step])


def _rows(buttons: list[Button], in_a_row: int) -> Rows:
    return tuple(tuple(buttons[start : start + in_a_row]) for start in range(0, len(buttons), in_a_row))


def _way_out(report: Report, revision: int) -> tuple[Button, ...]:
    cancel = Button(Label("answer.cancel"), data(CANCEL, revision))
    if report.step is QUESTIONS[0] and not report.is_changing:
        return (cancel,)
    return (Button(Label("answer.back"), data(BACK, revision)), cancel)


def _facts(report: Report) -> SlotFacts:
    offer = report.offer()
    if offer is None:
        raise ValueError("a summary needs every answer")
    return SlotFacts(
        kind=offer.kind,
        trade=offer.trade,
        places=offer.places,
        area=offer.area,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on if isinstance(offer.ends_on, date) else None,
        supplier="",
        contact="",
    )
