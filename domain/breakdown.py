"""By what a year's numbers can be broken down."""

from enum import StrEnum


class Breakdown(StrEnum):
    """One of the ways. Buttons carry its place: what is new stands last."""

    SUPPLIER = "supplier"
    CONTRACT = "contract"
    TRADE = "trade"
