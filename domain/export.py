"""What can be taken out as a file: one table of what is kept each, and in which format."""

from enum import StrEnum


class Export(StrEnum):
    """One table of what is kept. The values are kept in messages and in the ledger, and never change."""

    CONTRACTS = "contracts"
    OBLIGATIONS = "obligations"
    MEETINGS = "meetings"
    ATTENDANCE = "attendance"
    """Who was asked to each meeting, and came."""
    SLOTS = "slots"
    PLACEMENTS = "placements"
    """By their codes alone: how each stands, and its days."""
    EVALUATIONS = "evaluations"
    CONTACTS = "contacts"
    """The suppliers' people, with phone and e-mail."""
    MESSAGES = "messages"
    """What the bot has said to whom, when, and whether Telegram has accepted it."""


class FileFormat(StrEnum):
    """How a file is written: its ending."""

    XLSX = "xlsx"
    CSV = "csv"
