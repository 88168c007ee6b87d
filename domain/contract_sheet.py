"""The sheet in which a city hands over its contracts: its columns, and everything that can be wrong with it."""

from enum import Enum, StrEnum

MOST_BYTES = 5_000_000
"""A city's contracts take a hundredth of it."""

MOST_ROWS = 5_000

MOST_ROWS_ABOVE = 10
"""Within so many rows, blank ones left out, the headings stand; above them stand titles."""

LONGEST_AREA_OF_COMPANY = 60
"""Where a company works: more may be said of it than of where a slot is."""

LONGEST_ORGANISATION_NUMBER = 13
LONGEST_TITLE = 160


class Column(StrEnum):
    """What a row tells, in the template's order. The heading is worded in [column] of `labels.toml`.

    The values are kept with the mistakes that are told of, and never change.
    """

    SUPPLIER = "supplier"
    ORGANISATION_NUMBER = "organisation_number"
    TRADE = "trade"
    AREA = "area"
    REGISTRY_NUMBER = "registry_number"
    TITLE = "title"
    VALUE = "value"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    CLAUSE = "clause"
    PLACES = "places"
    SLOT_KIND = "slot_kind"
    DUE_ON = "due_on"
    CONTACT = "contact"
    EMAIL = "email"
    PHONE = "phone"
    SECOND_CONTACT = "deputy"
    SECOND_CONTACT_EMAIL = "deputy_email"
    SECOND_CONTACT_PHONE = "deputy_phone"
    CADENCE = "cadence"
    COUNTING = "counting"
    COUNTS_FROM = "counts_from"


REQUIRED = (Column.SUPPLIER, Column.REGISTRY_NUMBER, Column.TITLE, Column.STARTS_ON)
"""A file without these is no list of contracts."""


class End(Enum):
    """What may stand instead of a last day."""

    OPEN = "open"
    """It is said that there is none: "tills vidare". A blank cell says nothing, and is None."""


class Refusal(StrEnum):
    """Why a whole file can't be read; each is worded in [import_refusal] with what to do."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    WRONG_TYPE = "wrong_type"
    PDF = "pdf"
    LINK = "link"
    """A link, or the page that it leads to, instead of the file."""
    NUMBERS = "numbers"
    OLD_EXCEL = "old_excel"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"


class NoteKind(StrEnum):
    """What is said of how a file was read, whatever is listed in it; each is worded in [import_note]."""

    TAB_READ = "tab_read"
    TAB_HIDDEN = "tab_hidden"
    """The tab that was read is not seen by whoever opens the file."""
    TABS_WITH_LISTS = "tabs_with_lists"
    """Other tabs that hold such a list too."""
    TABS_NOT_READ = "tabs_not_read"
    HEADINGS_AGAIN = "headings_again"
    SUMS = "sums"
    LONE_TEXTS = "lone_texts"
    """Rows in which one text stands and nothing else: a title between, a note below."""
    NOTHING_USED = "nothing_used"
    """Rows that say something only in columns that are not used."""
    ROWS_HIDDEN = "rows_hidden"
    COLUMNS_HIDDEN = "columns_hidden"
    SLIPS_UNSEEN = "slips_unseen"
    """In this sort of file a formula and a broken cell can't be told from a value and a blank."""


class Slip(StrEnum):
    """What can be wrong in a cell; each is worded in [import_slip]."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    FORMULA = "formula"
    BROKEN = "broken"
    """The spreadsheet program shows an error in the cell: #REF!, #N/A."""
    NOT_A_DAY = "not_a_day"
    NOT_AN_END = "not_an_end"
    END_WITH_OPTION = "end_with_option"
    """A last day, and in the same cell that it may be prolonged."""
    NOT_AN_AMOUNT = "not_an_amount"
    NOT_A_COUNT = "not_a_count"
    NOT_A_NUMBER_OF_A_COMPANY = "not_a_number_of_a_company"
    NOT_A_TRADE = "not_a_trade"
    NOT_A_CLAUSE = "not_a_clause"
    NOT_A_KIND = "not_a_kind"
    NOT_A_CADENCE = "not_a_cadence"
    NOT_COUNTED = "not_counted"
    NOT_COUNTED_FROM = "not_counted_from"
    NOT_AN_EMAIL = "not_an_email"
    TWO_EMAILS = "two_emails"
    TWO_PEOPLE = "two_people"
    REWRITTEN = "rewritten"
    """A spreadsheet program has made a day or a rounded number of it."""
    NOT_A_PHONE = "not_a_phone"
    PRIVATE = "private"
    """Somebody's personal number, or a private person's e-mail or phone where none belongs."""
    END_BEFORE_START = "end_before_start"
    DUE_OUTSIDE = "due_outside"
    """The requirement's day lies outside the contract."""
    NUMBERS_WITHOUT_REQUIREMENT = "numbers_without_requirement"
    TWICE = "twice"
    """The same kind by the same day, for a second time."""
    SAME_NAME_TWICE = "same_name_twice"
    """The contact stands in for themselves."""
    NOT_AS_ABOVE = "not_as_above"
    """An earlier row of the same contract, or of the same supplier, says something else."""
    OTHER_NAME = "other_name"
    """The organisation number is another company's, in an earlier row or in what the city has already."""
    NEARLY_THE_SAME = "nearly_the_same"
    """Nearly the name of another supplier under the same registry number: one company, or two?"""
    REQUIREMENT_STANDS = "requirement_stands"
    """It says that there is no requirement, where the city has one: a blank number takes nothing away."""
    OTHER_SUPPLIER = "other_supplier"
    """No longer found, since several suppliers may have a contract under one number; kept mistakes may say so."""
    OTHER_NUMBER = "other_number"
    """The city has the supplier already, with another organisation number."""
    AMOUNT_TOO_SMALL = "amount_too_small"
    """No procurement is worth so little: the amount was meant in thousands or millions."""
    NOT_A_START = "not_a_start"
    NOT_MONTHS = "not_months"
    MONTHS_OR_YEARS = "months_or_years"
    """A bare number that may count either."""
    NOT_A_HEADCOUNT = "not_a_headcount"
    NOT_A_SHARE = "not_a_share"
    NOT_A_REQUIREMENT = "not_a_requirement"
    NOT_YES_OR_NO = "not_yes_or_no"
    SAME_AS_ABOVE = "same_as_above"
    """An earlier row is about the same procurement."""
    SEVERAL_CALLED_SO = "several_called_so"
    """Several procurements in the plan are called so, and the row doesn't say which."""
