"""Sheets to hand out about the plan of procurements: the one to fill in, and the one that lists what is wrong."""

from domain.language import Language
from domain.plan_sheet import IN_TEMPLATE, MOST_PLANNED_ROWS, NEEDED, PlanColumn
from domain.slot import Trade
from messages.importing.template_sheet import Template, filled_in_by_hand

TEMPLATE = Template(
    tab="plan",
    columns=IN_TEMPLATE,
    words="plan_column",
    needed=NEEDED,
    days=(),
    numbers=(PlanColumn.MONTHS, PlanColumn.HEADCOUNT, PlanColumn.LABOUR_SHARE),
    chosen={PlanColumn.TRADE: ("trade", Trade)},
    rows=MOST_PLANNED_ROWS,
)
"""Value and start are texts: "4 milj" and "Q2 2027" may stand there, and a spreadsheet would make something of them."""


def template(language: Language) -> bytes:
    """An XLSX workbook: the headings to write under, and a second sheet that explains them."""
    return filled_in_by_hand(TEMPLATE, language)
