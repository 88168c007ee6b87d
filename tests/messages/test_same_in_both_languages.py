import gc
import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from domain.agenda import Matter
from domain.audience import Given
from domain.breakdown import Breakdown
from domain.broadcast import BroadcastSort, BroadcastState
from domain.command import COMMANDS_OF, Command
from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import Column, NoteKind, Refusal, Slip
from domain.contribution import WorkSort
from domain.council_page import Step
from domain.document import DocumentFormat, DocumentKind
from domain.empty_places import WhyEmpty
from domain.evaluation import EvaluationQuestion, Verdict
from domain.export import Export, FileFormat
from domain.faq import FaqCode
from domain.fit import Rank
from domain.fit_reason import FitReason
from domain.goal_state import GoalState
from domain.hearsay import HeardBy, ObjectionReason, Said
from domain.hold import HoldReason
from domain.how_far import HowFar
from domain.language import Language
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer, MeetingKind, MeetingStatus
from domain.meeting_outcome import MissReason
from domain.naming import Naming
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.outcome import Outcome, OutcomeAfter
from domain.outlook import Group, Sort
from domain.placement import EndReason
from domain.placement import PlacementStatus as Stands
from domain.placement_end import LONGER_BY_MONTHS, LONGER_BY_WEEKS
from domain.plan_sheet import IN_TEMPLATE, PlanColumn
from domain.procurement import Level, Requirement
from domain.programme import Programme
from domain.proposal_answer import DeclineReason, ToldAnswer, WantsToKnow
from domain.reversed_question import ReversedAnswer
from domain.role import Role
from domain.secrecy import STOPPED, Finding
from domain.slot import EmptyReason, SlotKind, SlotStatus, Trade
from domain.slot_field import CHOICES, SlotField
from domain.slot_filter import SlotFacet
from domain.told_apart import Mark
from domain.tryout import TryoutSort
from domain.turn.obligation import LADDER_WAITS
from domain.turn.turn import Side
from domain.wish import Adaptation, Licence, SwedishLevel, WishHours
from domain.withdrawal import WithdrawalReason
from domain.worth_asking import Holds, Missing, Worth
from handlers.broadcasts import questions as broadcast_questions
from handlers.broadcasts.choosing import BY
from handlers.contracts.adding_questions import COUNTED_OTHERWISE
from handlers.entry import CANT_READ
from handlers.form.asking import BACK, RESUMED, UNFINISHED, WHERE_YOU_ARE
from handlers.form.complaint import Complaint
from handlers.form.form import FORMS, FormAbout
from handlers.form.question import Question
from handlers.hearsay import questions as hearing_questions
from handlers.meetings import agreeing_questions
from handlers.meetings.scheduling_questions import HOURS_OFFERED
from handlers.meetings.scheduling_questions import WEEKS_OFFERED as WEEKS_OFFERED_TO_MEET
from handlers.obligations import due_date
from handlers.people.absence.absent import WEEKS_OFFERED
from handlers.placements.proposing.questions import EXTENTS
from handlers.procurements import noting_questions
from handlers.slots.report import questions as report
from handlers.wishes import questions as wish_questions
from messages import heard
from messages.dossiers.facts import Fate
from messages.files.columns import COLUMNS
from messages.importing import contract_sheet
from messages.label import FOLDER, Label, wordings
from messages.meetings import agenda_words
from messages.meetings.meeting import MeetingNews
from messages.meetings.outcome import OutcomeNews
from messages.menu import START
from messages.message import Attachment
from messages.obligations.facts import LadderStep, ObligationNews
from messages.obligations.words import TABLES
from messages.outlook import sheet as outlook_sheet
from messages.outlook.outlook import OutlookOf
from messages.people import invitation_sheet
from messages.people.invitation_sheet import WIDTHS
from messages.people.listing import Listing
from messages.pictures.goal_drawing import LEFT, STATES
from messages.placements import morning
from messages.placements.facts import PlacementNews, PlacementTurn
from messages.placements.proposal import Waited
from messages.procurements.procurement import ProcurementNews
from messages.results.result import ResultNews
from messages.slots.area import AreaNews
from messages.slots.facts import OfferTurn, SlotNews
from messages.tryouts.tryout import TryoutNews
from tests.messages.samples import NAMES

QUESTIONS_OF_A_SLOT = [each for each in vars(report).values() if isinstance(each, Question)]
PLACE_TABLES = ("can_you", "can_you_again", "taken_one", "taken_many", "kind_many")
COUNTED_IN = tuple(f"{what}_{how}" for what in ("places", "months") for how in ("one", "many", "listed"))
HANDLERS = Path(__file__).parents[2] / "handlers"


def files(language: Language) -> set[str]:
    return {file.name for file in (FOLDER / language).iterdir() if file.is_file()}


QUESTIONS: list[Question[Any]] = [each for each in gc.get_objects() if isinstance(each, Question)]
"""Every question of every form: the handlers make them all when they are imported. They are looked for here, once: what
is imported is frozen before the first test, and is not found any more."""


def spelt_out() -> set[str]:
    """The keys that the code of handlers and messages spells out, but for those of what the command line says."""
    folders = (HANDLERS, HANDLERS.parent / "messages")
    files = [file for folder in folders for file in folder.rglob("*.py") if file.name != "terminal.py"]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    return set(re.findall(r'"([a-z_]+\.[a-z_0-9]+)"', code))


def built(start: str, numbers: tuple[int, ...]) -> set[str]:
    return {f"{start}_{number}" for number in numbers}


OF_NO_CONTRACT = {
    *(
        each
        for each in LedgerEvent
        if each.value.startswith(("person_", "wish", "area_", "away_", "broadcast", "faq_"))
    ),
    LedgerEvent.INVITATION_UNDONE,
    LedgerEvent.CONTACT_RECOGNISED,
    LedgerEvent.ACCESS_ENDED,
    LedgerEvent.DETAILS_CHANGED,
    LedgerEvent.DEPUTY_SET,
    LedgerEvent.OUTCOME_SAID,
    LedgerEvent.REVERSED_QUESTION_ASKED,
    LedgerEvent.REVERSED_QUESTION_ANSWERED,
    LedgerEvent.EARLIER_RESULT_ENTERED,
    LedgerEvent.EARLIER_RESULT_CORRECTED,
    LedgerEvent.PROGRAMME_COUNTED,
    LedgerEvent.GOAL_SET,
    LedgerEvent.NAMING_ASKED,
    LedgerEvent.NAMING_ANSWERED,
    LedgerEvent.EXPORTED,
    *(each for each in LedgerEvent if each.value.startswith("tryout_")),
    LedgerEvent.MESSAGE_REMOVED,
}
"""Of people, of what residents look for and came to, and of the city; all else a dossier tells, so it has words."""

IN_WORDS = {LedgerEvent.MESSAGE_ACCEPTED}
"""What was said stands in a dossier as messages."""

OF_BOTH_SIDES = ("citys", "suppliers", "never_taken", "nobody_has_said")
"""What else an agenda says otherwise to each side."""

NEEDED = {
    *(f"kind.{kind}" for kind in SlotKind),
    *(f"one.{kind}" for kind in SlotKind),
    *(f"many.{kind}" for kind in SlotKind),
    *(f"trade.{trade}" for trade in Trade),
    *(f"role.{role}" for role in Role),
    *(f"{table}.{far}" for table in ("how_far", "how_far_many") for far in HowFar),
    *(f"field.{field}" for field in SlotField),
    *(f"choice.{field}_{code}" for field, codes in CHOICES.items() for code in codes),
    *(f"language.{language}" for language in Language),
    *(f"command.{command}" for command in Command),
    *(f"spelling.{command}" for command in Command),
    *(f"help.{command}" for command in Command if command is not Command.HELP),
    *(f"complaint.{name}" for name in (*Complaint, WHERE_YOU_ARE, RESUMED, UNFINISHED, BACK, *CANT_READ, "other")),
    *(f"wish_ask.{facet}" for facet in SlotFacet),
    *(f"adaptation.{adaptation}" for adaptation in Adaptation),
    *(f"wish_hours.{hours}" for hours in WishHours),
    *(f"wish_swedish.{level}" for level in SwedishLevel),
    *(f"wish_licence.{licence}" for licence in Licence),
    *(f"field.{extra.field}" for extra in wish_questions.extras({})),
    *(f"field.{extra.field}" for extra in noting_questions.extras({"headcount": 1})),
    *(f"change.{question.name}" for question in (wish_questions.KIND, wish_questions.TRADE, wish_questions.AREA)),
    *(f"fit.{reason}" for reason in FitReason),
    *(f"area_news.{news}" for news in AreaNews),
    *(f"complaint.secrecy_{finding}" for finding in STOPPED),
    *(f"removed.{finding}" for finding in Finding),
    *(f"sent.{name}" for name in (*CANT_READ, "other")),
    *(f"file.{attachment}" for attachment in Attachment),
    *(f"document.{kind}" for kind in DocumentKind),
    *(f"faq_title.{code}" for code in FaqCode),
    *(f"faq_language.{language}" for language in Language),
    "documents.draft",
    *(f"council.{prefix}{each}" for prefix in ("", "draft_") for each in DocumentFormat),
    *(f"council_step.{step}" for step in Step),
    *(f"council_empty.{why}" for why in WhyEmpty),
    *(f"naming.{said}" for said in Naming),
    *(f"invite.{role}" for role in Role),
    *(f"{table}.{listing}" for table in ("listing", "people") for listing in Listing),
    *built("away.weeks", WEEKS_OFFERED),
    *(f"weekday.{number}" for number in range(7)),
    *(f"start.{name}" for name in ("next_working_day", "monday", "first_of_month", "on_day")),
    *built("end.weeks", (4, 8, 12)),
    *(f"status.{status}" for status in SlotStatus),
    *(f"{table}.{turn}" for table in ("turn_supplier", "turn_staff") for turn in OfferTurn),
    *(f"{table}.{reason}" for table in ("empty_reason", "empty_reason_told") for reason in EmptyReason),
    *(f"obligation.{kind}" for kind in (*ObligationKind, *MeetingKind)),
    *(f"obligation_status.{status}" for status in ObligationStatus),
    *(f"obligation_news.{news}" for news in ObligationNews),
    *(f"{table}.{kind}" for kind in SlotKind for table in COUNTED_IN),
    *(f"to_add.{what}" for what in COUNTED_OTHERWISE),
    *(f"awaited.{each}" for each in LADDER_WAITS),
    *(f"whose_turn.{side}" for side in Side),
    *(f"clause.{clause}" for clause in Clause),
    *(f"rung.{rung.name.lower()}" for rung in Rung),
    *(f"{table}.{code}" for table, codes in TABLES.items() for code in codes),
    *(f"history.{event}" for event in LedgerEvent if event not in OF_NO_CONTRACT | IN_WORDS),
    *(f"fate.{fate}" for fate in Fate),
    *built("obligation.weeks", due_date.WEEKS_OFFERED),
    *(f"news.{news}" for news in SlotNews),
    *(f"{table}.{status}" for table in ("placement_short", "placement_status", "placement_told") for status in Stands),
    *(f"placement_turn_{reader}.{turn}" for reader in ("supplier", "staff") for turn in PlacementTurn),
    *(f"placement_news.{news}" for news in PlacementNews),
    *(f"decline_reason.{reason}" for reason in DeclineReason),
    *(f"wants_to_know.{topic}" for topic in WantsToKnow),
    *(f"{table}.{answer}" for table in ("told_answer", "told_to_supplier") for answer in ToldAnswer),
    *(f"extent.{extent}" for extent in EXTENTS),
    *(f"waited.{waited}" for waited in Waited),
    *(f"{table}.{facet}" for facet in SlotFacet for table in ("filter", "filter_ask")),
    *(f"meeting_kind.{kind}" for kind in MeetingKind),
    *(f"the_meeting.{kind}" for kind in MeetingKind),
    *(f"meeting_status.{status}" for status in MeetingStatus),
    *(f"meeting_answer.{answer}" for answer in (*MeetingAnswer, "none")),
    *(f"meeting_news.{news}" for news in MeetingNews),
    *(f"clock.{hour}" for hour in HOURS_OFFERED),
    *built("booking.in", WEEKS_OFFERED_TO_MEET),
    *(f"calendar_file.{name}" for name in ("about", "cancelled", "clock")),
    *(f"withdrawal.{reason}" for reason in WithdrawalReason),
    *(f"{table}.{column}" for column in Column for table in ("column", "column_hint")),
    *(f"import_refusal.{refusal}" for refusal in Refusal),
    *(f"import_slip.{slip}" for slip in Slip),
    *(f"import_note.{kind}" for kind in NoteKind),
    *(f"plan_column.{column}" for column in PlanColumn),
    *(f"plan_column_hint.{column}" for column in IN_TEMPLATE),
    *(f"template_sheet.{name}" for name in ("contracts", "plan", "how_to", "mistakes", "changes", "new_contract")),
    *(f"email_sheet.{name}" for name in ("sheet", *WIDTHS)),
    *(f"template_sheet.heading_{name}" for name in ("column", "hint", "row", "mistake")),
    *(f"template_sheet.{heading}" for heading in contract_sheet.OF_CHANGES),
    *(f"outlook_of.{what}" for what in OutlookOf),
    *(f"outlook_sort.{sort}" for sort in Sort),
    *(f"outlook_group.{group}" for group in Group),
    *(f"outlook_sheet.{name}" for name in ("name", *outlook_sheet.HEADINGS)),
    *(f"export.{name}" for name in (*FileFormat, "yes", "no")),
    *(f"export_file.{name}" for name in (*Export, "all")),
    *(f"export_column.{column.name}" for columns in COLUMNS.values() for column in columns),
    *(f"{column.words}.{each}" for columns in COLUMNS.values() for column in columns for each in column.choices),
    *(f"cadence.{cadence}" for cadence in Cadence),
    *(f"counting.{counting}" for counting in Counting),
    *(f"counts_from.{begins}" for begins in CountsFrom),
    *(f"import_change.{name}" for name in ("was", "by", "nothing", "filled")),
    *(f"no_value.{column}" for column in (Column.ENDS_ON, Column.PLACES)),
    *(f"outcome_status.{status}" for status in MeetingStatus),
    *(f"email_sheet.{name}" for name in ("sheet", *invitation_sheet.WIDTHS)),
    *(f"outcome_news.{news}" for news in OutcomeNews),
    *(f"miss_reason.{reason}" for reason in MissReason),
    *(f"{table}.{matter}" for matter in (*Matter, *OF_BOTH_SIDES) for table in agenda_words.TABLES),
    *(f"result_news.{news}" for news in ResultNews),
    *(f"overview.{by}" for by in Breakdown),
    *(f"goal_state.{state}" for state in GoalState),
    *(f"to_ask.{awaited}" for awaited in morning.Awaited),
    *(f"programme.{programme}" for programme in Programme),
    *(f"{table}.{reason}" for table in ("hold_reason", "held_because") for reason in HoldReason),
    *(f"tryout_sort.{sort}" for sort in TryoutSort),
    *(f"tryout_news.{news}" for news in TryoutNews),
    "doing.tryout_change",
    *(f"way_{what}.{kind}" for what in ("is", "time", "not", "more", "done") for kind in SlotKind),
    *built("due.weeks", agreeing_questions.WEEKS_OFFERED),
    *(
        f"change.{question.name}"
        for question in (agreeing_questions.CAME, agreeing_questions.AGREED, agreeing_questions.ACTIONS)
    ),
    *(f"{table}.{kind}" for kind in (*SlotKind, heard.ANYTHING) for table in ("begin", "offered")),
    *(f"heard_kind.{kind}" for kind in SlotKind),
    *(f"also.{command}" for command in (*Command, START)),
    *(f"{table}.{kind}" for kind in heard.KindWord for table in ("heard", "kindly")),
    *(f"complaint.kind_{kind}" for kind in heard.KindWord),
    *(f"{table}.{kind}" for kind in ObligationKind for table in ("obligation", "obligation_hint")),
    *(f"happened.{step}" for step in LadderStep),
    *(f"ask.{question.name}" for question in QUESTIONS),
    *(f"change.{question.name}" for question in QUESTIONS_OF_A_SLOT),
    *(f"{table}.{said}" for said in Said for table in ("said", "heard_that")),
    *(f"{table}.{how}" for how in HeardBy for table in ("heard_how", "heard_by")),
    *(f"objection.{reason}" for reason in ObjectionReason),
    *(f"change.{question.name}" for said in Said for question in hearing_questions.questions(said)),
    *(f"apart.{mark}" for mark in Mark),
    *(f"placement_noun.{kind}" for kind in SlotKind),
    *built("placement_end.weeks", LONGER_BY_WEEKS),
    *built("placement_end.months", LONGER_BY_MONTHS),
    *(f"{table}.{reason}" for reason in EndReason for table in ("end_reason", "end_because")),
    *(f"became.{outcome}" for outcome in Outcome),
    *(f"outcome_after.{after}" for after in OutcomeAfter),
    *(f"verdict.{verdict}" for verdict in (*Verdict, "maybe")),
    *(f"{table}.{each}" for each in EvaluationQuestion for table in ("evaluation", "evaluation_short")),
    *(f"doing.{form}" for form in (*FORMS, *(f"report_{kind}" for kind in SlotKind))),
    *(f"{table}.{sort}" for sort in BroadcastSort for table in ("broadcast_sort", "broadcast_heading")),
    *(
        f"{table}.{asked}"
        for asked in (broadcast_questions.MORE_NAMES, broadcast_questions.UNSUGGESTED)
        for table in ("ask", "hint")
    ),
    *(f"broadcast_state.{state}" for state in BroadcastState),
    *(f"broadcast_to.{each}" for each in (*(question.field for question in BY), *Given)),
    *(f"broadcast_change.{part}" for part in broadcast_questions.PARTS),
    *(f"rank.{rank.name.lower()}" for rank in Rank),
    *(f"{table}.{state}" for state in (*STATES, LEFT) for table in ("mark_one", "mark_many")),
    *(f"in_trade.{trade}" for trade in Trade),
    *(f"{table}.{kind}" for kind in SlotKind for table in PLACE_TABLES),
    *(f"number_word.{number}" for number in range(2, 13)),
    *(f"reversed_answer.{answer}" for answer in ReversedAnswer),
    *(f"procurement_news.{news}" for news in ProcurementNews),
    *(f"procurement_missing.{missing}" for missing in Missing),
    *(f"worth.{worth.name.lower()}" for worth in Worth),
    *(f"{table}.{holds.name.lower()}" for holds in Holds for table in ("worth_long", "worth_several")),
    *(f"level.{level}" for level in Level),
    *(f"requirement.{requirement}" for requirement in Requirement),
    *(f"{table}.{sort}" for sort in WorkSort for table in ("at_work", "beside_work")),
    *(f"change.procurement_{answer}" for answer in ("level", "kinds", "reason")),
    *(f"over.{form.noun}" for form in FORMS.values() if isinstance(form, FormAbout)),
}
ALLOWED = {
    *NEEDED,
    *spelt_out(),
    "column_extra.words",
    *(f"column_also.{column}" for column in Column),
    *(f"plan_column_also.{column}" for column in PlanColumn),
    *(f"help.{command}_{role}" for role in Role for command in COMMANDS_OF[role]),
    *(f"{table}.{question.name}" for table in ("hint", "change") for question in QUESTIONS),
}


def placeholders(wording: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(wording) if name is not None]


def test_every_language_has_the_same_files() -> None:
    assert files(Language.SWEDISH) == files(Language.ENGLISH)


@pytest.mark.parametrize("language", Language)
def test_every_template_is_registered_and_every_registered_one_is_there(language: Language) -> None:
    templates = {name for name in files(language) if name.endswith(".j2") and not name.startswith("_")}
    assert templates == {f"{name}.html.j2" for name in NAMES}


@pytest.mark.parametrize("language", Language)
def test_every_piece_of_a_template_is_used(language: Language) -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in (FOLDER / language).glob("*.j2"))
    pieces = {name for name in files(language) if name.startswith("_")}
    assert set(re.findall(r'(?:include|from) "([^"]+)"', texts)) == pieces


def test_every_language_has_the_same_labels() -> None:
    assert wordings(Language.SWEDISH).keys() == wordings(Language.ENGLISH).keys()


@pytest.mark.parametrize("language", Language)
def test_every_label_that_the_program_may_ask_for_is_there(language: Language) -> None:
    assert NEEDED - wordings(language).keys() == set()


def test_the_labels_that_the_code_spells_out_are_found() -> None:
    assert {"slot.claim", "slot.show_all", "answer.back", "end.months_6", "report.same"} <= spelt_out()


@pytest.mark.parametrize("language", Language)
def test_every_label_that_the_code_spells_out_is_there(language: Language) -> None:
    tables = {key.partition(".")[0] for key in wordings(language)}
    assert {key for key in spelt_out() if key.partition(".")[0] in tables} - wordings(language).keys() == set()


@pytest.mark.parametrize("language", Language)
def test_no_label_is_left_over(language: Language) -> None:
    assert wordings(language).keys() - ALLOWED == set()


@pytest.mark.parametrize("language", Language)
def test_no_label_is_empty_or_broken_into_lines(language: Language) -> None:
    assert [key for key, wording in wordings(language).items() if not wording.strip() or "\n" in wording] == []


def test_a_label_names_a_day_in_both_languages_or_in_neither() -> None:
    swedish, english = (
        {key: placeholders(wording) for key, wording in wordings(language).items()}
        for language in (Language.SWEDISH, Language.ENGLISH)
    )
    assert swedish == english


def test_a_text_of_its_own_is_the_same_in_every_language() -> None:
    assert {Label(text="{day} Centrum & <b>").worded(language) for language in Language} == {"{day} Centrum & <b>"}


def test_a_label_that_is_missing_is_an_error_and_not_an_empty_button() -> None:
    with pytest.raises(KeyError):
        Label("slot.nowhere").worded(Language.SWEDISH)
