"""Who may do what: one pure question, asked at every press, and answered with no unless a line here says yes."""

from collections.abc import Callable
from enum import StrEnum

from domain.frozen import frozen
from domain.role import Role

STAFF = (Role.MATCHER, Role.COORDINATOR, Role.ADMINISTRATOR)


class Action(StrEnum):
    """What somebody may want to do."""

    REPORT_SLOT = "report_slot"
    SEE_SLOT = "see_slot"
    CLAIM_SLOT = "claim_slot"
    RELEASE_SLOT = "release_slot"
    ASK_ABOUT_SLOT = "ask_about_slot"
    WRITE_TO_MATCHER = "write_to_matcher"
    """Write to whoever of the city has one's slot."""
    FIND_SOMEBODY = "find_somebody"
    SET_ALERTS = "set_alerts"
    GATHER_DECISIONS = "gather_decisions"
    """Hear once a day of what waits for a decision: for those who hear of it at all."""
    ANSWER_INQUIRY = "answer_inquiry"
    CHANGE_SLOT = "change_slot"
    ADAPT_SLOT = "adapt_slot"
    """Say what the workplace can be like: the supplier, or whoever has the slot and hears it by phone."""
    PAUSE_SLOT = "pause_slot"
    WITHDRAW_SLOT = "withdraw_slot"
    ASSIGN_SLOT = "assign_slot"
    """Give it to a matcher."""
    FOLLOW_UP_SLOT = "follow_up_slot"
    """Say for the city what became of it: whether it was held, why it stayed empty."""
    KEEP_AREAS = "keep_areas"
    """Say which areas the city has, and which of them suppliers mean."""
    INVITE = "invite"
    SEE_PEOPLE = "see_people"
    END_ACCESS = "end_access"
    HAND_OVER = "hand_over"
    SET_DEPUTY = "set_deputy"
    """Say when somebody is away, and who stands in for them."""
    TELL_DETAILS = "tell_details"
    """Tell by which phone and e-mail one is reached: for all whom somebody may have to reach."""
    IMPORT = "import"
    SEE_CONTRACT = "see_contract"
    """See what is promised and how it stands: staff see all of it, suppliers their own."""
    LEAD_CONTRACT = "lead_contract"
    """Change dates, add and waive obligations, decide at the top of the ladder."""
    ANSWER_OBLIGATION = "answer_obligation"
    SCHEDULE_MEETING = "schedule_meeting"
    SEE_MEETING = "see_meeting"
    ANSWER_MEETING = "answer_meeting"
    CONFIRM_MEETING = "confirm_meeting"
    """Confirm for the supplier what was agreed."""
    REPORT_START = "report_start"
    UNDO_START = "undo_start"
    CONFIRM_START = "confirm_start"
    SAY_END = "say_end"
    """Say for one's own side that a placement has ended, or goes on: the supplier's people, and those of the city."""
    SETTLE_END = "settle_end"
    """Say how it is where the two sides don't say the same, or one of them says nothing."""
    SAY_OUTCOME = "say_outcome"
    """Say what became of somebody: the city's people alone, also for a matcher who is away or has left."""
    EVALUATE = "evaluate"
    """Answer an evaluation: whoever was asked, and nobody for them."""
    PROPOSE_RESIDENT = "propose_resident"
    """Propose somebody for a slot, known by a code: where no other matcher has it."""
    SEE_PLACEMENT = "see_placement"
    """See a code, days and how it stands."""
    LEAD_PLACEMENT = "lead_placement"
    """Say for the city how it goes, until somebody has begun: also for whoever stands in."""
    ANSWER_PROPOSAL = "answer_proposal"
    SETTLE_START = "settle_start"
    HEAR_SUPPLIER = "hear_supplier"
    """Write down what a supplier has answered by phone or mail, about what it has promised or a meeting."""
    HEAR_OFFER = "hear_offer"
    HEAR_WITHDRAWAL = "hear_withdrawal"
    HEAR_START = "hear_start"
    """Write down whether the supplier says, too, that somebody has begun: never whoever has said so for the city."""
    HEAR_PROPOSAL = "hear_proposal"
    """Write down what a supplier answers to a proposal: nothing counts by it, so the matcher may, too."""
    SETTLE_HEARSAY = "settle_hearsay"
    """Say for the supplier whether what was heard of it is so."""
    TAKE_HEARSAY_BACK = "take_hearsay_back"
    ANSWER_REVERSED_QUESTION = "answer_reversed_question"
    """Say whether the company can give a place that somebody looks for."""
    SEE_WISH = "see_wish"
    REGISTER_WISH = "register_wish"
    KEEP_WISH = "keep_wish"
    """Change a wish, say what became of it, have it disposed of."""
    TAKE_WISH_OVER = "take_wish_over"
    COUNT_WISHES = "count_wishes"
    """See how many wishes there are of which sort, where they are many enough to point at nobody."""
    TURN_ON_WISHES = "turn_on_wishes"
    SEE_RESULTS = "see_results"
    ENTER_RESULT = "enter_result"
    """Enter what was given before Steget or outside it, or say what is right instead."""
    COUNT_PROGRAMME = "count_programme"
    """Enter a programme's number for a month, and read small numbers."""
    SEE_OVERVIEW = "see_overview"
    """See how far it is to the year's goal: staff and readers the city's, suppliers their own beside its totals."""
    SET_GOAL = "set_goal"
    MAKE_COUNCIL_PAGE = "make_council_page"
    """Have a year's page for the council made, ask suppliers whether they may be named, and approve the page."""
    SEE_COUNCIL_PAGE = "see_council_page"
    """Get the page once a person has approved it."""
    ANSWER_NAMING = "answer_naming"
    MAKE_DOSSIER = "make_dossier"
    REGISTER_DOCUMENT = "register_document"
    """Say that a document is in the register of records, by which number."""
    EXPORT = "export"
    SEE_SUPPLIER = "see_supplier"
    """See a supplier's page: what it has promised and offered, and how it went."""
    READ_CONTRACT = "read_contract"
    """See how a contract stands, and nothing of single places or people."""
    GET_MONTHLY = "get_monthly"
    """Hear once a month how far it is to the goal, and say whether one wants to."""


@frozen
class Actor:
    """The person who asks, as the database knows them; never as a button claims."""

    person_id: int
    role: Role
    supplier_id: int | None
    is_active: bool


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
    | None
)

Rule = Callable[[Actor, Subject], bool]

_LEADERS = (Role.COORDINATOR, Role.ADMINISTRATOR)
_OF_SUPPLIER = (
    SlotSubject,
    ContractSubject,
    MeetingSubject,
    StartSubject,
    HearsaySubject,
    ReversedQuestionSubject,
    NamingSubject,
)


def may(actor: Actor, action: Action, subject: Subject = None) -> bool:
    """Whether the actor may do it. Not yours is answered as not found, so nobody learns what exists."""
    rule = _RULES.get(action)
    return actor.is_active and rule is not None and rule(actor, subject)


def _supplies(actor: Actor, _subject: Subject) -> bool:
    return actor.role is Role.SUPPLIER and actor.supplier_id is not None


def _supplies_it(actor: Actor, subject: Subject) -> bool:
    if not _supplies(actor, subject) or not isinstance(subject, _OF_SUPPLIER):
        return False
    return subject.supplier_id == actor.supplier_id


def _matches(actor: Actor, _subject: Subject) -> bool:
    return actor.role is Role.MATCHER


def _coordinates(actor: Actor, _subject: Subject) -> bool:
    return actor.role is Role.COORDINATOR


def _has_claimed_it(actor: Actor, subject: Subject) -> bool:
    return _matches(actor, subject) and isinstance(subject, SlotSubject) and subject.claimed_by == actor.person_id


def _leads_or_has_claimed_it(actor: Actor, subject: Subject) -> bool:
    return _leads(actor, subject) or _has_claimed_it(actor, subject)


def _supplies_or_has_claimed_it(actor: Actor, subject: Subject) -> bool:
    return _supplies_it(actor, subject) or _has_claimed_it(actor, subject)


def _has_reported_or_claimed_it(actor: Actor, subject: Subject) -> bool:
    if not _matches(actor, subject) or not isinstance(subject, StartSubject):
        return False
    return actor.person_id in {subject.started_by, subject.claimed_by}


def _may_have_it(actor: Actor, subject: Subject) -> bool:
    is_theirs = isinstance(subject, SlotSubject) and subject.claimed_by in {None, actor.person_id}
    return _matches(actor, subject) and is_theirs


def _has_its_slot(actor: Actor, subject: Subject) -> bool:
    """The matcher who has it; while they are away, whoever of the city hears in their place what is asked of them."""
    if not isinstance(subject, StartSubject) or actor.role not in STAFF:
        return False
    has_it = _matches(actor, subject) and subject.claimed_by == actor.person_id
    return has_it or actor.person_id in subject.stand_ins


def _was_asked(actor: Actor, subject: Subject) -> bool:
    """Anyone of the company that was asked; of the city who was asked, who has the slot, and its coordinators."""
    if not isinstance(subject, InquirySubject):
        return False
    if subject.is_of_supplier:
        return _supplies(actor, subject) and subject.supplier_id == actor.supplier_id
    is_theirs = actor.role in STAFF and actor.person_id in {subject.asked_of, subject.claimed_by}
    return is_theirs or _coordinates(actor, subject)


def _leads(actor: Actor, _subject: Subject) -> bool:
    return actor.role in _LEADERS


def _may_invite(actor: Actor, subject: Subject) -> bool:
    """Only an administrator makes administrators."""
    makes_administrator = isinstance(subject, InvitationSubject) and subject.role is Role.ADMINISTRATOR
    return _leads(actor, subject) and (not makes_administrator or actor.role is Role.ADMINISTRATOR)


def _may_end_access(actor: Actor, subject: Subject) -> bool:
    """Nobody locks themselves out, and only an administrator ends another's access."""
    if not _leads(actor, subject) or not isinstance(subject, PersonSubject) or subject.person_id == actor.person_id:
        return False
    return subject.role is not Role.ADMINISTRATOR or actor.role is Role.ADMINISTRATOR


def _may_set_deputy(actor: Actor, subject: Subject) -> bool:
    """One's own, and for a leader everyone's; of a reader nothing is asked, so nobody stands in for them."""
    is_own = isinstance(subject, PersonSubject) and subject.person_id == actor.person_id
    is_readers = isinstance(subject, PersonSubject) and subject.role is Role.READER
    return not is_readers and (is_own or _leads(actor, subject))


def _may_have_to_be_reached(actor: Actor, subject: Subject) -> bool:
    return _is_staff(actor, subject) or _supplies(actor, subject)


def _is_staff_or_supplies_it(actor: Actor, subject: Subject) -> bool:
    return actor.role in STAFF or _supplies_it(actor, subject)


def _leads_or_supplies_it(actor: Actor, subject: Subject) -> bool:
    return _leads(actor, subject) or _supplies_it(actor, subject)


def _is_asked_to_it(actor: Actor, subject: Subject) -> bool:
    return isinstance(subject, MeetingSubject) and actor.person_id in subject.attendees


def _may_see_meeting(actor: Actor, subject: Subject) -> bool:
    return _leads_or_supplies_it(actor, subject) or _is_asked_to_it(actor, subject)


def _is_staff(actor: Actor, _subject: Subject) -> bool:
    return actor.role in STAFF


def _reads(actor: Actor, _subject: Subject) -> bool:
    return actor.role is Role.READER


def _is_staff_or_reads(actor: Actor, subject: Subject) -> bool:
    return actor.role in STAFF or _reads(actor, subject)


def _sees_overview(actor: Actor, subject: Subject) -> bool:
    return _is_staff_or_reads(actor, subject) or _supplies(actor, subject)


def _leads_or_may_have_it(actor: Actor, subject: Subject) -> bool:
    """Those who lead, and the matcher who has the slot; of one that nobody has, every matcher."""
    return _leads(actor, subject) or _may_have_it(actor, subject)


def _is_staff_and_has_not_said_it(actor: Actor, subject: Subject) -> bool:
    """Two people say it: whoever says for the city that somebody has begun doesn't say it for the supplier too."""
    is_own_word = isinstance(subject, StartSubject) and subject.started_by == actor.person_id
    return actor.role in STAFF and isinstance(subject, StartSubject) and not is_own_word


def _was_asked_for_it(actor: Actor, subject: Subject) -> bool:
    return isinstance(subject, EvaluationSubject) and subject.asked_of == actor.person_id


def _leads_or_wrote_it_down(actor: Actor, subject: Subject) -> bool:
    is_own = isinstance(subject, HearsaySubject) and subject.heard_by == actor.person_id
    return actor.role in STAFF and (is_own or _leads(actor, subject))


def _keeps_wish(actor: Actor, subject: Subject) -> bool:
    """Whose wish it is, and whoever stands in for them."""
    if not _matches(actor, subject) or not isinstance(subject, WishSubject):
        return False
    return actor.person_id in {subject.matcher_id, *subject.deputies}


def _may_take_wish_over(actor: Actor, subject: Subject) -> bool:
    is_of_other = isinstance(subject, WishSubject) and subject.matcher_id != actor.person_id
    return _matches(actor, subject) and is_of_other


def _administers(actor: Actor, _subject: Subject) -> bool:
    return actor.role is Role.ADMINISTRATOR


_RULES: dict[Action, Rule] = {
    Action.REPORT_SLOT: _supplies,
    Action.SEE_SLOT: _is_staff_or_supplies_it,
    Action.SET_ALERTS: _matches,
    Action.GATHER_DECISIONS: _coordinates,
    Action.ANSWER_INQUIRY: _was_asked,
    Action.CHANGE_SLOT: _supplies_it,
    Action.ADAPT_SLOT: _supplies_or_has_claimed_it,
    Action.PAUSE_SLOT: _supplies_it,
    Action.WITHDRAW_SLOT: _supplies_it,
    Action.CLAIM_SLOT: _matches,
    Action.ASSIGN_SLOT: _leads,
    Action.FOLLOW_UP_SLOT: _leads_or_has_claimed_it,
    Action.RELEASE_SLOT: _has_claimed_it,
    Action.ASK_ABOUT_SLOT: _matches,
    Action.WRITE_TO_MATCHER: _supplies_it,
    Action.FIND_SOMEBODY: _has_claimed_it,
    Action.KEEP_AREAS: _leads,
    Action.INVITE: _may_invite,
    Action.SEE_PEOPLE: _leads,
    Action.END_ACCESS: _may_end_access,
    Action.HAND_OVER: _leads,
    Action.SET_DEPUTY: _may_set_deputy,
    Action.TELL_DETAILS: _may_have_to_be_reached,
    Action.IMPORT: _leads,
    Action.SEE_CONTRACT: _is_staff_or_supplies_it,
    Action.LEAD_CONTRACT: _leads,
    Action.ANSWER_OBLIGATION: _supplies_it,
    Action.SCHEDULE_MEETING: _leads,
    Action.SEE_MEETING: _may_see_meeting,
    Action.ANSWER_MEETING: _is_asked_to_it,
    Action.CONFIRM_MEETING: _supplies_it,
    Action.REPORT_START: _has_claimed_it,
    Action.UNDO_START: _has_reported_or_claimed_it,
    Action.CONFIRM_START: _supplies_it,
    Action.SAY_END: _is_staff_or_supplies_it,
    Action.SETTLE_END: _leads,
    Action.SAY_OUTCOME: _is_staff,
    Action.EVALUATE: _was_asked_for_it,
    Action.PROPOSE_RESIDENT: _may_have_it,
    Action.SEE_PLACEMENT: _is_staff_or_supplies_it,
    Action.LEAD_PLACEMENT: _has_its_slot,
    Action.ANSWER_PROPOSAL: _supplies_it,
    Action.HEAR_PROPOSAL: _is_staff,
    Action.SETTLE_START: _leads,
    Action.HEAR_SUPPLIER: _leads,
    Action.HEAR_OFFER: _is_staff,
    Action.HEAR_WITHDRAWAL: _leads_or_may_have_it,
    Action.HEAR_START: _is_staff_and_has_not_said_it,
    Action.SETTLE_HEARSAY: _supplies_it,
    Action.TAKE_HEARSAY_BACK: _leads_or_wrote_it_down,
    Action.ANSWER_REVERSED_QUESTION: _supplies_it,
    Action.SEE_WISH: _matches,
    Action.REGISTER_WISH: _matches,
    Action.KEEP_WISH: _keeps_wish,
    Action.TAKE_WISH_OVER: _may_take_wish_over,
    Action.COUNT_WISHES: _leads,
    Action.TURN_ON_WISHES: _administers,
    Action.SEE_RESULTS: _is_staff,
    Action.ENTER_RESULT: _leads,
    Action.COUNT_PROGRAMME: _matches,
    Action.SEE_OVERVIEW: _sees_overview,
    Action.SET_GOAL: _leads,
    Action.MAKE_COUNCIL_PAGE: _leads,
    Action.SEE_COUNCIL_PAGE: _is_staff_or_reads,
    Action.ANSWER_NAMING: _supplies_it,
    Action.MAKE_DOSSIER: _leads,
    Action.REGISTER_DOCUMENT: _leads,
    Action.EXPORT: _leads,
    Action.SEE_SUPPLIER: _is_staff,
    Action.READ_CONTRACT: _is_staff_or_reads,
    Action.GET_MONTHLY: _reads,
}
