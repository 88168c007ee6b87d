"""What something is to be done to, as far as the rules of `domain/access.py` have to know it."""

from domain.frozen import frozen
from domain.role import Role


@frozen
class SlotSubject:
    """The slot that is asked about."""

    supplier_id: int
    claimed_by: int | None = None


@frozen
class InquirySubject:
    """The question about a slot that is asked about.

    Attributes:
        supplier_id: Whose slot it is.
        asked_of: Who was asked.
        claimed_by: Who has the slot.
        is_of_supplier: The supplier was asked, and not the city.
    """

    supplier_id: int
    asked_of: int
    claimed_by: int | None
    is_of_supplier: bool


@frozen
class PersonSubject:
    """The person who is asked about."""

    person_id: int
    role: Role


@frozen
class InvitationSubject:
    """The invitation that is asked about, by what it would make of somebody."""

    role: Role


@frozen
class ContractSubject:
    """The contract that is asked about, or that an obligation belongs to."""

    supplier_id: int


@frozen
class MeetingSubject:
    """The meeting that is asked about, and the people who are asked to it."""

    supplier_id: int
    attendees: tuple[int, ...]


@frozen
class StartSubject:
    """The start in a slot that is asked about: who has said so, who has the slot now, and who stands in for them."""

    supplier_id: int
    started_by: int
    claimed_by: int | None
    stand_ins: tuple[int, ...] = ()


@frozen
class NamingSubject:
    """The supplier that may be named, or not."""

    supplier_id: int


@frozen
class EvaluationSubject:
    """The evaluation that is asked about, and who was asked for it."""

    asked_of: int


@frozen
class HearsaySubject:
    """What was heard of a supplier, and who wrote it down."""

    supplier_id: int
    heard_by: int


@frozen
class ReversedQuestionSubject:
    """The supplier that was asked for a place."""

    supplier_id: int


@frozen
class WishSubject:
    """The wish that is asked about.

    Attributes:
        matcher_id: Whose it is to find a place for.
        deputies: Who stands in for them now.
    """

    matcher_id: int
    deputies: tuple[int, ...] = ()


@frozen
class CityQuestionSubject:
    """What somebody asked the city: who asked, and whose turn it is to answer."""

    asked_by: int
    asked_of: int | None


Subject = (
    SlotSubject
    | InquirySubject
    | PersonSubject
    | InvitationSubject
    | ContractSubject
    | MeetingSubject
    | StartSubject
    | HearsaySubject
    | ReversedQuestionSubject
    | WishSubject
    | EvaluationSubject
    | NamingSubject
    | CityQuestionSubject
    | None
)
