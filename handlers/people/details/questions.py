"""What is asked of somebody whom others should be able to reach: a phone number, an e-mail address, or neither."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.contract_sheet import Slip
from domain.secrecy import FieldPolicy
from domain.written_contact import email_written, phone_written
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question

NONE, AS_BEFORE = "", "as_before"
"""In place of a number or an address: there is none to tell, or it stays as it is. Neither can be typed as one."""


@dataclass(frozen=True)
class Details:
    """What is answered."""

    phone: str
    email: str


@dataclass(frozen=True)
class KnownDetails(Known):
    """What is known before: never the number itself, which no question shows and no message keeps.

    Attributes:
        has_phone: Whether a number is kept.
        has_email: Whether an address is.
    """

    has_phone: bool = False
    has_email: bool = False


def questions(_answers: Answers, _known: KnownDetails) -> Sequence[Question[KnownDetails]]:
    """Both, each with a way around it."""
    return (PHONE, EMAIL)


def _ways(field: str, is_known: Callable[[KnownDetails], bool]) -> Callable[[Answers, KnownDetails], list[Option]]:
    def options(_answers: Answers, known: KnownDetails) -> list[Option]:
        as_before = [Option(AS_BEFORE, f"details.same_{field}")] if is_known(known) else []
        return [*as_before, Option(NONE, f"details.no_{field}")]

    return options


def _typed_phone(_answers: Answers, _known: KnownDetails, text: str) -> str | Complaint:
    phone = phone_written(text.strip())
    return Complaint.NOT_A_PHONE if isinstance(phone, Slip) else phone


def _typed_email(_answers: Answers, _known: KnownDetails, text: str) -> str | Complaint:
    email = email_written(text.strip())
    return Complaint.NOT_AN_EMAIL if isinstance(email, Slip) else email


PHONE = Question[KnownDetails](
    "own_phone",
    "phone",
    _ways("phone", lambda known: known.has_phone),
    _typed_phone,
    takes_number=True,
    policy=FieldPolicy.WORKPLACE_CONTACT,
)
EMAIL = Question[KnownDetails](
    "own_email",
    "email",
    _ways("email", lambda known: known.has_email),
    _typed_email,
    policy=FieldPolicy.WORKPLACE_CONTACT,
)
