"""What can be told of a slot beyond the short path, and which kinds it makes sense for."""

from enum import StrEnum

from domain.slot import SlotKind


class SlotField(StrEnum):
    """One thing that a supplier may tell of a slot, or leave for the matcher to ask."""

    TITLE = "title"
    TASKS = "tasks"
    ADDRESS = "address"
    TRANSPORT = "transport"
    AT_TIME = "at_time"
    HOURS_A_WEEK = "hours_a_week"
    SHIFTS = "shifts"
    LANGUAGE_LEVEL = "language_level"
    MUST_SKILLS = "must_skills"
    SHOULD_SKILLS = "should_skills"
    DRIVING_LICENCE = "driving_licence"
    PHYSICAL_DEMANDS = "physical_demands"
    ADAPTATIONS = "adaptations"
    PROTECTIVE_GEAR = "protective_gear"
    REGISTER_EXTRACT = "register_extract"
    MINIMUM_AGE = "minimum_age"
    LEADS_TO_JOB = "leads_to_job"
    SUPERVISOR = "supervisor"
    STAND_IN = "stand_in"
    WORKPLACE_COMPANY = "workplace_company"
    """Whose workplace it is, where that is a subcontractor's; the place counts for the contract it is offered under."""
    SITE_CONTACT = "site_contact"
    """Whom to ask for there."""
    INSURANCE = "insurance"
    AGREEMENT_FORM = "agreement_form"
    EMPLOYMENT_FORM = "employment_form"
    EXTENT = "extent"
    COLLECTIVE_AGREEMENT = "collective_agreement"
    SUBSIDY = "subsidy"
    PROFESSION = "profession"
    LANGUAGES = "languages"
    HOURS_A_MONTH = "hours_a_month"
    TOPIC = "topic"
    AUDIENCE = "audience"
    ANSWER_BY = "answer_by"


NAME_SOMEBODY = frozenset({SlotField.SUPERVISOR, SlotField.STAND_IN, SlotField.SITE_CONTACT})
"""Made for somebody at the workplace, and often for their number: for whoever has the slot, and nobody else."""

_AT_A_WORKPLACE = (
    SlotField.TITLE,
    SlotField.TASKS,
    SlotField.ADDRESS,
    SlotField.TRANSPORT,
    SlotField.HOURS_A_WEEK,
    SlotField.SHIFTS,
    SlotField.LANGUAGE_LEVEL,
    SlotField.MUST_SKILLS,
    SlotField.SHOULD_SKILLS,
    SlotField.DRIVING_LICENCE,
    SlotField.PHYSICAL_DEMANDS,
    SlotField.ADAPTATIONS,
    SlotField.PROTECTIVE_GEAR,
    SlotField.REGISTER_EXTRACT,
    SlotField.MINIMUM_AGE,
)

_AT_A_SUBCONTRACTOR = (SlotField.WORKPLACE_COMPANY, SlotField.SITE_CONTACT)

FIELDS_OF: dict[SlotKind, tuple[SlotField, ...]] = {
    SlotKind.INTERNSHIP: (
        *_AT_A_WORKPLACE,
        SlotField.LEADS_TO_JOB,
        SlotField.SUPERVISOR,
        SlotField.STAND_IN,
        *_AT_A_SUBCONTRACTOR,
        SlotField.INSURANCE,
        SlotField.ANSWER_BY,
    ),
    SlotKind.APPRENTICESHIP: (
        *_AT_A_WORKPLACE,
        SlotField.AGREEMENT_FORM,
        SlotField.LEADS_TO_JOB,
        SlotField.SUPERVISOR,
        *_AT_A_SUBCONTRACTOR,
        SlotField.ANSWER_BY,
    ),
    SlotKind.EMPLOYMENT: (
        *_AT_A_WORKPLACE,
        SlotField.EXTENT,
        SlotField.COLLECTIVE_AGREEMENT,
        SlotField.SUBSIDY,
        SlotField.SUPERVISOR,
        *_AT_A_SUBCONTRACTOR,
        SlotField.ANSWER_BY,
    ),
    SlotKind.MENTOR: (SlotField.PROFESSION, SlotField.LANGUAGES, SlotField.ADDRESS, SlotField.ANSWER_BY),
    SlotKind.STUDY_VISIT: (
        SlotField.AT_TIME,
        SlotField.ADDRESS,
        SlotField.TRANSPORT,
        SlotField.PROTECTIVE_GEAR,
        SlotField.SUPERVISOR,
        SlotField.ANSWER_BY,
    ),
    SlotKind.LECTURE: (
        SlotField.AT_TIME,
        SlotField.AUDIENCE,
        SlotField.ADDRESS,
        SlotField.SUPERVISOR,
        SlotField.ANSWER_BY,
    ),
}
"""The optional fields of each kind, in the order in which they are shown. What the short path asks is not in here."""

CHOICES: dict[SlotField, tuple[str, ...]] = {
    SlotField.SHIFTS: ("day", "evening", "night", "weekend", "varying"),
    SlotField.LANGUAGE_LEVEL: ("none", "simple", "good", "fluent", "english"),
    SlotField.DRIVING_LICENCE: ("none", "b", "c", "truck"),
    SlotField.REGISTER_EXTRACT: ("no", "school", "other"),
    SlotField.MINIMUM_AGE: ("none", "16", "18", "20"),
    SlotField.LEADS_TO_JOB: ("yes", "perhaps", "no"),
    SlotField.INSURANCE: ("supplier", "city", "unsure"),
    SlotField.AGREEMENT_FORM: ("apprentice", "training", "undecided"),
    SlotField.EMPLOYMENT_FORM: ("permanent", "fixed", "seasonal", "hourly"),
    SlotField.EXTENT: ("full", "part"),
    SlotField.COLLECTIVE_AGREEMENT: ("yes", "equal", "no"),
    SlotField.SUBSIDY: ("yes", "no", "tell_more"),
}
"""The answers that are offered as buttons, by their codes. Some of these fields take other words too."""

DAY_FIELDS = frozenset({SlotField.ANSWER_BY})
"""Fields that hold a day, as in ISO 8601."""
