"""Which company a row is about: its organisation number says so wherever a row gives it, else its name."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.company_name import known_as
from domain.contract_sheet import Column


class Identities:
    """The companies of a sheet. A name is one and the same company's in all rows, though only one has its number."""

    def __init__(self, rows: Iterable[Mapping[Column, Any]]) -> None:
        self._numbers: dict[str, str] = {}
        for values in rows:
            name, number = values.get(Column.SUPPLIER), values.get(Column.ORGANISATION_NUMBER)
            if name and number:
                self._numbers.setdefault(known_as(name), number)

    def of(self, values: Mapping[Column, Any]) -> str:
        """Who it is."""
        return self.known_by(values.get(Column.SUPPLIER) or "", values.get(Column.ORGANISATION_NUMBER))

    def number_of(self, name: str) -> str | None:
        """The organisation number that the first row gives to that name."""
        return self._numbers.get(known_as(name))

    def known_by(self, name: str, number: str | None) -> str:
        """Who has that name, and that number where one is told."""
        return number or self.number_of(name) or known_as(name)
