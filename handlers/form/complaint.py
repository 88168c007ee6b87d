"""What can be wrong with an answer; `messages` words it and says what to do instead."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen


class Complaint(StrEnum):
    """Each is worded in the table [complaint] of `labels.toml`."""

    NOT_AN_OPTION = "not_an_option"
    COUNT_NOT_A_NUMBER = "count_not_a_number"
    COUNT_TOO_SMALL = "count_too_small"
    COUNT_TOO_LARGE = "count_too_large"
    AREA_TOO_LONG = "area_too_long"
    AREA_WITHOUT_LETTERS = "area_without_letters"
    DAY_NOT_UNDERSTOOD = "day_not_understood"
    DAY_VAGUE = "day_vague"
    WRONG_WEEKDAY = "wrong_weekday"
    EITHER_DAY = "either_day"
    NOT_ONE_DAY = "not_one_day"
    DAY_IN_PAST = "day_in_past"
    NOT_LATELY = "not_lately"
    NO_NUMBER = "no_number"
    YEAR_NOT_UNDERSTOOD = "year_not_understood"
    GOAL_YEAR_NOT_UNDERSTOOD = "goal_year_not_understood"
    GOAL_TOO_LARGE = "goal_too_large"
    DECIDED_AHEAD = "decided_ahead"
    HOLD_TOO_SHORT = "hold_too_short"
    BACK_TOO_SOON = "back_too_soon"
    DAY_TOO_FAR = "day_too_far"
    END_BEFORE_START = "end_before_start"
    END_TOO_FAR = "end_too_far"
    NO_DAY_ON_BUTTON = "no_day_on_button"
    CLAIMED_MEANWHILE = "claimed_meanwhile"
    CHANGED_MEANWHILE = "changed_meanwhile"
    UNDO_TOO_LATE = "undo_too_late"
    SOMEBODY_HAS_BEGUN = "somebody_has_begun"
    TIME_NOT_UNDERSTOOD = "time_not_understood"
    TIME_UNUSUAL = "time_unusual"
    TIME_IN_PAST = "time_in_past"
    TIME_PROPOSED = "time_proposed"
    LENGTH_NOT_UNDERSTOOD = "length_not_understood"
    LENGTH_UNUSUAL = "length_unusual"
    CONTRACT_SEARCHED = "contract_searched"
    NOTHING_FOUND = "nothing_found"
    TEXT_TOO_LONG = "text_too_long"
    NOT_A_PHONE = "not_a_phone"
    NOT_AN_EMAIL = "not_an_email"
    TEXT_WITHOUT_LETTERS = "text_without_letters"
    AMOUNT_NOT_UNDERSTOOD = "amount_not_understood"
    AMOUNT_TOO_SMALL = "amount_too_small"
    START_NOT_UNDERSTOOD = "start_not_understood"
    START_TOO_FAR = "start_too_far"
    MONTHS_NOT_UNDERSTOOD = "months_not_understood"
    HEADCOUNT_TOO_LARGE = "headcount_too_large"
    SHARE_NOT_UNDERSTOOD = "share_not_understood"
    NUMBER_TAKEN = "number_taken"
    NO_SUPPLIER_FITS = "no_supplier_fits"
    TRIED_TOO_FAR = "tried_too_far"
    TRYOUT_WEEKS = "tryout_weeks"
    NO_CONTRACT_TO_JOIN = "no_contract_to_join"
    SUPPLIER_NOT_FOUND = "supplier_not_found"
    CONTRACT_NOT_FOUND = "contract_not_found"
    TOO_MANY_FOUND = "too_many_found"
    DECIDED_MEANWHILE = "decided_meanwhile"


@frozen
class AboutDays:
    """A complaint that names days, such as the two that an answer may mean."""

    complaint: Complaint
    days: tuple[date, ...]


Wrong = Complaint | AboutDays
"""What a typed text is read as where it is no answer."""
