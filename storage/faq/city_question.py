"""What somebody asked the city, because the list of what is asked often has no answer to it."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from domain.language import Language
from domain.reference import Noun, Reference
from domain.subject import CityQuestionSubject
from storage.base import Base, Id, coded
from storage.faq.entry import FaqEntry
from storage.people.person import Person


class CityQuestion(Base):
    """One question, and the answer of whoever answered it."""

    __tablename__ = "city_question"
    __table_args__ = (
        Index("ix_city_question_asked_by", "asked_by", "id"),
        Index(
            "ix_city_question_next_at",
            "next_at",
            sqlite_where="next_at IS NOT NULL",
            postgresql_where="next_at IS NOT NULL",
        ),
        Index(
            "ix_city_question_open",
            "asked_at",
            sqlite_where="answered_at IS NULL",
            postgresql_where="answered_at IS NULL",
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    asked_at: Mapped[datetime]
    language: Mapped[Language] = mapped_column(coded(Language))
    words: Mapped[str] = mapped_column(Text)
    asked_of: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """Whose turn it is; None where nobody of the city is in."""
    next_at: Mapped[datetime | None]
    """When somebody is reminded of it, or asked instead."""
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answered_at: Mapped[datetime | None]
    entry_id: Mapped[int | None] = mapped_column(ForeignKey(FaqEntry.id))
    """What was added to the list because of it."""

    @property
    def subject(self) -> CityQuestionSubject:
        """The question as the rules of access see it."""
        return CityQuestionSubject(asked_by=self.asked_by, asked_of=self.asked_of)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.CITY_QUESTION, self.id)
