"""What is asked often: the city's own wording of it, with all that it said before.

What Steget brings along stands in `messages/`; here is only what the city has changed, added or put away.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from domain.faq import LONGEST_FAQ_QUESTION
from domain.language import Language
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded
from storage.people.person import Person


class FaqEntry(Base):
    """One question with its answer, whatever its words."""

    __tablename__ = "faq_entry"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    code: Mapped[str | None] = mapped_column(String(32), unique=True)
    """Which of those that Steget brings along; None where the city has added it."""
    added_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    added_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]
    """Since when it is shown to nobody."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.FAQ, self.id)


class FaqText(Base):
    """How the city words it in a language; the newest holds."""

    __tablename__ = "faq_text"
    __table_args__ = (
        Index(
            "uq_faq_text_in_force",
            "entry_id",
            "language",
            unique=True,
            sqlite_where="replaced_at IS NULL",
            postgresql_where="replaced_at IS NULL",
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey(FaqEntry.id))
    language: Mapped[Language] = mapped_column(coded(Language))
    question: Mapped[str] = mapped_column(String(LONGEST_FAQ_QUESTION))
    answer: Mapped[str] = mapped_column(Text)
    is_to_confirm: Mapped[bool]
    """A caseworker has to confirm it in each case."""
    written_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    written_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
