"""What may be told of a slot besides: optional, by kind."""

from collections.abc import Sequence

from domain.secrecy import FieldPolicy
from domain.slot_field import CHOICES, FIELDS_OF, NAME_SOMEBODY, SlotField
from handlers.form.question import Answers, coming_day, given
from handlers.form.typed import LONGEST_LINE, LONGEST_TEXT, typed_last_day, typed_text
from handlers.slots.report import choices
from handlers.slots.report.questions import Asked
from handlers.slots.report.short_path import ShortPathSoFar
from handlers.slots.typed import typed_count

_LONG_TEXTS = {
    SlotField.TASKS,
    SlotField.MUST_SKILLS,
    SlotField.SHOULD_SKILLS,
    SlotField.PHYSICAL_DEMANDS,
    SlotField.ADAPTATIONS,
    SlotField.PROTECTIVE_GEAR,
}
_CHOICES_ONLY = {
    SlotField.LEADS_TO_JOB,
    SlotField.INSURANCE,
    SlotField.AGREEMENT_FORM,
    SlotField.COLLECTIVE_AGREEMENT,
    SlotField.SUBSIDY,
}
_HALF_WIDE = {SlotField.SHIFTS, SlotField.DRIVING_LICENCE, SlotField.MINIMUM_AGE, SlotField.EXTENT}
_POLICIES = {
    SlotField.ADDRESS: FieldPolicy.PLACE,
    **dict.fromkeys(NAME_SOMEBODY, FieldPolicy.WORKPLACE_CONTACT),
}


def extras(answers: Answers) -> Sequence[Asked]:
    """The optional questions for what is being offered."""
    kind = given(answers, ShortPathSoFar).kind
    return [_EXTRAS[field] for field in FIELDS_OF[kind]] if kind is not None else ()


def _extra(field: SlotField) -> Asked:
    if field is SlotField.ANSWER_BY:
        return Asked(
            field, field, choices.single_days, typed_last_day, takes_day=True, example=coming_day, may_be_cleared=True
        )
    if field is SlotField.HOURS_A_WEEK:
        hours = choices.counts(20, 30, 38, 40)
        return Asked(field, field, hours, typed_count, in_a_row=4, takes_number=True, may_be_cleared=True)
    in_a_row = 2 if field in _HALF_WIDE else 1
    if field in _CHOICES_ONLY:
        return Asked(field, field, choices.codes(field), in_a_row=in_a_row, may_be_cleared=True)
    longest = LONGEST_TEXT if field in _LONG_TEXTS else LONGEST_LINE
    if field in CHOICES:
        return Asked(field, field, choices.codes(field), typed_text(longest), in_a_row=in_a_row, may_be_cleared=True)
    policy = _POLICIES.get(field, FieldPolicy.WORKPLACE_TEXT)
    return Asked(field, field, read=typed_text(longest), may_be_cleared=True, policy=policy)


_EXTRAS = {field: _extra(field) for fields in FIELDS_OF.values() for field in fields}
