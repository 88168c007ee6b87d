"""What a nudge says of all that somebody is reminded of, and the answers under it."""

from collections.abc import Sequence
from typing import assert_never

from domain.obligation import SupplierWay, rules_of
from handlers.doorways import OFFER_SLOT_NOW, PROPOSE_MEETING
from handlers.handling.choices import Choice, numbered
from handlers.handling.work import Work
from handlers.obligations.codes import DONE, NOTHING
from handlers.obligations.ladder.codes import LATER, SHOW, WRONG_PERSON
from handlers.obligations.ladder.standing import ObligationStanding
from messages.button import Button, data
from messages.label import Label
from messages.message import Message
from messages.obligations.nudge import Nudge, Standing
from messages.obligations.words import short_label


def of_all(work: Work, told: Sequence[ObligationStanding]) -> Message:
    """A nudge about all of these: one alone stands with its answers, several each have a button that leads to them."""
    if len(told) == 1:
        return of_one(work, told[0])
    by_number = list(enumerate(told, start=1))
    rows = [
        (Button(short_label(each.due), data(SHOW, each.obligation.id), number=number),)
        for number, each in by_number
        if each.is_doable or each.standing is Standing.PROPOSED
    ]
    if any(each.standing is Standing.TO_BE_DONE for each in told):
        rows.append((Button(Label("nudge.all_later"), data(LATER, 0), number=len(told) + 1),))
    lines = tuple(each.line(number) for number, each in by_number)
    return Message(Nudge(lines, work.city.contact), tuple(rows))


def of_one(work: Work, standing: ObligationStanding, *, is_one_of_many: bool = False) -> Message:
    """A nudge about one, with its answers, and the way back where others were told of with it."""
    back = [(Label("nudge.to_list"), data(SHOW, 0))] if is_one_of_many else []
    told = Nudge((standing.line(),), work.city.contact)
    return Message(told, numbered([*_answers(standing), *back]))


def _answers(standing: ObligationStanding) -> list[Choice]:
    if standing.standing is Standing.PROPOSED:
        return [(Label("nudge.propose_other"), data(PROPOSE_MEETING, standing.obligation.id))]
    if not standing.is_doable:
        return []
    obligation_id = standing.obligation.id
    ways = [_way(way, obligation_id) for way in rules_of(standing.obligation.kind).supplier_ways]
    if standing.standing is Standing.TO_BE_DONE:
        ways.append((Label("nudge.later"), data(LATER, obligation_id)))
    return [*ways, (Label("nudge.wrong_person"), data(WRONG_PERSON, obligation_id))]


def _way(way: SupplierWay, obligation_id: int) -> Choice:
    match way:
        case SupplierWay.PROPOSE_TIME:
            return Label("nudge.propose_time"), data(PROPOSE_MEETING, obligation_id)
        case SupplierWay.SAY_DONE:
            return Label("nudge.done"), data(DONE, obligation_id)
        case SupplierWay.OFFER_SLOT:
            return Label("nudge.report"), data(OFFER_SLOT_NOW, obligation_id)
        case SupplierWay.SAY_NOTHING_TO_OFFER:
            return Label("nudge.nothing"), data(NOTHING, obligation_id)
    assert_never(way)
