"""The sheet in which a city hands over what it plans to buy: its columns."""

from enum import StrEnum

from domain.procurement import Requirement

MOST_PLANNED_ROWS = 2_000
"""A large city plans a few hundred procurements a year; so many are taken in in one go."""


class PlanColumn(StrEnum):
    """What a row tells, in the template's order. The heading is worded in [plan_column] of `labels.toml`.

    The values are kept with the mistakes that are told of, and never change.
    """

    TITLE = "title"
    TRADE = "trade"
    VALUE = "value"
    PLANNED_ON = "planned_on"
    MONTHS = "months"
    HEADCOUNT = "headcount"
    LABOUR_SHARE = "labour_share"
    REQUIREMENTS = "requirements"
    REGISTRY_NUMBER = "registry_number"
    SOCIAL = "social"
    ENVIRONMENTAL = "environmental"
    HEALTH = "health"
    ETHICAL = "ethical"


SORTS_APART = {
    PlanColumn.SOCIAL: Requirement.SOCIAL,
    PlanColumn.ENVIRONMENTAL: Requirement.ENVIRONMENTAL,
    PlanColumn.HEALTH: Requirement.HEALTH,
    PlanColumn.ETHICAL: Requirement.ETHICAL,
}
"""Some plans have a column for each sort of requirement, with yes or no; the template has one for all."""

IN_TEMPLATE = tuple(column for column in PlanColumn if column not in SORTS_APART)
NEEDED = (PlanColumn.TITLE,)
"""A file without these is no plan."""
