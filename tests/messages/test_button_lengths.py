"""A button's words fit on a phone: at most 28 characters, in both languages, whatever its number."""

from datetime import date

import pytest

from domain.language import Language
from messages.label import Label, wordings
from tests.each import each

MOST = 28

PROSE = {
    *("ask", "hint", "complaint", "doing", "over", "help", "command", "also", "heard", "offered", "kindly", "removed"),
    *("news", "obligation_news", "meeting_news", "outcome_news", "import_note", "import_slip", "import_refusal"),
    *("plan_column", "plan_column_also", "plan_column_hint"),
    *("column", "column_also", "column_extra", "column_hint", "file", "calendar_file", "for_whom", "obligation_hint"),
    *("happened", "history", "rung", "status", "obligation_status", "filter_ask", "wish_ask", "no_value"),
    *("turn_supplier", "turn_staff", "empty_reason_told", "heard_that", "heard_by", "outlook_of", "outlook_sheet"),
    *("placement_noun", "end_reason", "outcome_after", "evaluation", "evaluation_short"),
    *("awaited", "whose_turn", "held_because", "places_listed", "result_news", "area_news", "to_ask"),
    *("placement_status", "placement_told", "placement_turn_supplier", "placement_turn_staff", "placement_news"),
    *("told_to_supplier", "waited", "months_one", "months_many", "months_listed"),
    *("export_column", "message_state", "slot_status"),
    *("fate", "said_version"),
    *("way_is", "way_time", "way_not", "way_more", "way_done", "tryout_news"),
    *("council_step", "council_empty"),
    *("agenda", "agenda_staff", "agenda_supplier", "how_far", "mark_one", "mark_many", "picture"),
    *("procurement_news", "procurement_missing", "worth", "worth_long", "worth_several", "at_work", "beside_work"),
    *("fit", "rank", "in_trade", "can_you", "can_you_again", "taken_one", "taken_many", "kind_many", "number_word"),
}
"""Tables whose words stand in messages, files and menus, and on no button; any other is taken to be of buttons."""

EXCEPTIONS = {
    "escalation.follow_up": "the house of obligations is renaming it",
    "obligation.formal": "the house of obligations is renaming it",
    "waiver.not_needed": "the house of obligations is renaming it",
    "nothing.site_unsuited": "the house of obligations is renaming it",
    "came.other": "the house of meetings is renaming it",
}
"""Longer ones, and why they are."""

SEPTEMBER = date(2026, 9, 24)
"""Its short name is the longest."""


@pytest.mark.parametrize("language", Language)
def test_a_button_fits_on_a_phone(language: Language, subtests: pytest.Subtests) -> None:
    for key in wordings(language):
        if key.partition(".")[0] in PROSE or key in EXCEPTIONS:
            continue
        with each(subtests, key):
            # In place of a number: names are as long as they are.
            words = Label(key, day=SEPTEMBER, text="123").worded(language)
            assert len(words) <= MOST, words
