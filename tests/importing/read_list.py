"""What is found in a file, without a chat and without what is here already."""

from domain.contract_sheet import Column, NoteKind
from handlers.importing.contract_sort import CONTRACTS
from handlers.importing.interpreting import listing_of
from handlers.importing.list_in_file import FoundList, list_in
from handlers.importing.listed import Listing
from handlers.importing.reading import tabs_of_file


def found(content: bytes) -> FoundList[Column]:
    """The list in a file that has one."""
    it = list_in(tabs_of_file(content), CONTRACTS)
    assert isinstance(it, FoundList), it
    return it


def listed(content: bytes) -> Listing:
    """The contracts that it lists, and what is wrong."""
    it = found(content)
    return listing_of(it.rows, it.headings.places)


def numbers(content: bytes) -> list[str]:
    """The registry numbers of the contracts; nothing else in the file may be a mistake."""
    listing = listed(content)
    assert listing.mistakes == ()
    return [contract.registry_number for contract in listing.contracts]


def notes(content: bytes) -> dict[NoteKind, str]:
    """What is said of how it was read."""
    return {note.kind: note.text for note in found(content).notes}
