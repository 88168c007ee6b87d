"""What is found in a file, without a chat and without what is here already."""

from domain.contract_sheet import NoteKind
from handlers.importing.contract_list import ContractList, contract_list
from handlers.importing.interpreting import listing_of
from handlers.importing.listed import Listing
from handlers.importing.reading import tabs_of_file


def found(content: bytes) -> ContractList:
    """The list in a file that has one."""
    it = contract_list(tabs_of_file(content))
    assert isinstance(it, ContractList), it
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
