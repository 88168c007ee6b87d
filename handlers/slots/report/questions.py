"""What has to be told of a slot: the short path, by kind."""

from collections.abc import Sequence
from dataclasses import replace

from domain.secrecy import FieldPolicy
from domain.slot import SlotKind
from domain.slot_field import SlotField
from handlers.form.open_day import OPEN
from handlers.form.question import Answers, Question, coming_day, given
from handlers.form.typed import LONGEST_LINE, typed_day, typed_end, typed_single_day, typed_text
from handlers.slots.report import choices
from handlers.slots.report.short_path import ShortPathSoFar
from handlers.slots.report.supplying import Supplying
from handlers.slots.typed import typed_area, typed_count, typed_kind

Asked = Question[Supplying]

KIND = Asked("kind", "kind", choices.kinds, typed_kind, branches=True)
CONTRACT = Asked("contract", "contract_id", choices.contracts)
TRADE = Asked("trade", "trade", choices.trades, in_a_row=2)
PLACES = Asked("places", "places", choices.counts(1, 2, 3, 4, 5), typed_count, in_a_row=5, takes_number=True)
MENTORS = Asked("mentors", "places", choices.counts(1, 2, 3, 4, 5), typed_count, in_a_row=5, takes_number=True)
GROUP_SIZE = Asked(
    "group_size", "places", choices.counts(5, 10, 15, 20, 25), typed_count, in_a_row=5, takes_number=True
)
AREA = Asked("area", "area", choices.areas, typed_area, policy=FieldPolicy.PLACE)
AREA_OF_LECTURE = Asked("area_of_lecture", "area", choices.areas, typed_area, policy=FieldPolicy.PLACE)
START = Asked("start", "starts_on", choices.days, typed_day, takes_day=True, example=coming_day)
VISIT_DAY = Asked("visit_day", "starts_on", choices.single_days, typed_single_day, takes_day=True, example=coming_day)
END = Asked(
    "end",
    "ends_on",
    choices.ends,
    typed_end("starts_on", OPEN),
    takes_day=True,
    example=choices.usual_end,
)
END_OF_EMPLOYMENT = replace(END, is_of_step_before=True)
EMPLOYMENT_FORM = Asked("employment_form", SlotField.EMPLOYMENT_FORM, choices.codes(SlotField.EMPLOYMENT_FORM))
HOURS_A_MONTH = Asked(
    "hours_a_month",
    SlotField.HOURS_A_MONTH,
    choices.counts(2, 5, 8, 10),
    typed_count,
    in_a_row=4,
    takes_number=True,
)
TOPIC = Asked("topic", SlotField.TOPIC, read=typed_text(LONGEST_LINE))

_OF_KIND: dict[SlotKind, tuple[Asked, ...]] = {
    SlotKind.INTERNSHIP: (TRADE, PLACES, AREA, START, END),
    SlotKind.APPRENTICESHIP: (TRADE, PLACES, AREA, START, END),
    SlotKind.EMPLOYMENT: (TRADE, PLACES, AREA, START, EMPLOYMENT_FORM),
    SlotKind.MENTOR: (TRADE, MENTORS, AREA, START, HOURS_A_MONTH),
    SlotKind.STUDY_VISIT: (TRADE, GROUP_SIZE, AREA, VISIT_DAY),
    SlotKind.LECTURE: (TRADE, TOPIC, AREA_OF_LECTURE, VISIT_DAY),
}
WITH_AN_END = ("fixed", "seasonal")
"""The forms of employment that end on a day."""


def questions(answers: Answers, known: Supplying) -> Sequence[Asked]:
    """The questions of the short path; a supplier with several contracts is asked which one it is about."""
    so_far = given(answers, ShortPathSoFar)
    contract = (CONTRACT,) if len(known.contracts) > 1 else ()
    end = (END_OF_EMPLOYMENT,) if so_far.employment_form in WITH_AN_END else ()
    return (KIND, *contract, *_OF_KIND[so_far.kind or SlotKind.INTERNSHIP], *end)


def fields_asked(kind: SlotKind) -> set[str]:
    """The fields that the short path of a kind fills in."""
    asked = {question.field for question in (KIND, CONTRACT, *_OF_KIND[kind])}
    return asked | ({END.field} if kind is SlotKind.EMPLOYMENT else set())
