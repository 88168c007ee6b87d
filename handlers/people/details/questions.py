"""What is asked of somebody whom others should be able to reach: a phone number, an e-mail address, or neither."""

from collections.abc import Sequence

from domain.contract_sheet import Slip
from domain.frozen import frozen
from domain.secrecy import FieldPolicy
from domain.written_contact import email_written, phone_written
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question

NONE, AS_BEFORE = "", "as_before"
"""In place of a number or an address: there is none to tell, or it stays as it is. Neither can be typed as one."""


@frozen
class Details:
    """What is answered."""

    phone: str
    email: str


@frozen
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


def _ways_around_phone(_answers: Answers, known: KnownDetails) -> list[Option]:
    return [*_as_before(known.has_phone), Option(NONE, "details.no_phone")]


def _ways_around_email(_answers: Answers, known: KnownDetails) -> list[Option]:
    return [*_as_before(known.has_email), Option(NONE, "details.no_email")]


def _as_before(is_known: bool) -> list[Option]:  # noqa: FBT001  private, and its name says it all
    return [Option(AS_BEFORE, "details.as_before")] if is_known else []


def _typed_phone(_answers: Answers, _known: KnownDetails, text: str) -> str | Complaint:
    phone = phone_written(text.strip())
    return Complaint.NOT_A_PHONE if isinstance(phone, Slip) else phone


def _typed_email(_answers: Answers, _known: KnownDetails, text: str) -> str | Complaint:
    email = email_written(text.strip())
    return Complaint.NOT_AN_EMAIL if isinstance(email, Slip) else email


PHONE = Question[KnownDetails](
    "own_phone",
    "phone",
    _ways_around_phone,
    _typed_phone,
    takes_number=True,
    policy=FieldPolicy.WORKPLACE_CONTACT,
)
EMAIL = Question[KnownDetails](
    "own_email",
    "email",
    _ways_around_email,
    _typed_email,
    policy=FieldPolicy.WORKPLACE_CONTACT,
)
