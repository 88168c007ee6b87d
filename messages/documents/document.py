"""What is said of documents that are made to be filed."""

from datetime import date

from domain.document import DocumentKind
from domain.frozen import frozen
from messages.template import template


@frozen
class DocumentNamed:
    """A document, as people are told which one it is.

    Attributes:
        number: Its own, among all documents.
        about: What it is about, such as a contract's number and title.
        on: The day on which what it tells was so.
        registry_number: Its number in the register of records; empty where nobody has said one.
    """

    number: int
    kind: DocumentKind
    about: str
    on: date
    registry_number: str = ""


@template("coordinator_document")
@frozen
class DocumentShown:
    """The document itself."""

    document: DocumentNamed

    @property
    def kind(self) -> DocumentKind:
        """What the file is called by."""
        return self.document.kind

    @property
    def name(self) -> str:
        """What the file is called after."""
        return f"{self.document.on.isoformat()} {self.document.about}"


@template("coordinator_document_registered")
@frozen
class DocumentRegistered:
    """It is noted under which number the document is in the register of records.

    Attributes:
        earlier: The number that was noted before; empty where none was.
    """

    document: DocumentNamed
    earlier: str = ""


@template("coordinator_documents_listed")
@frozen
class DocumentsListed:
    """A page of the documents about a contract, newest first."""

    contract: str
    documents: tuple[DocumentNamed, ...]
    number: int
    pages: int
