"""Who may do what: one pure question, asked at every press, and answered with no unless a line here says yes."""

from collections.abc import Callable

from domain.action import Action
from domain.actor import Actor
from domain.role import STAFF, Role
from domain.subject import (
    CityQuestionSubject,
    ContractSubject,
    EvaluationSubject,
    HearsaySubject,
    InquirySubject,
    InvitationSubject,
    MeetingSubject,
    NamingSubject,
    PersonSubject,
    ReversedQuestionSubject,
    SlotSubject,
    StartSubject,
    Subject,
    WishSubject,
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


def _is_staff_or_supplies(actor: Actor, subject: Subject) -> bool:
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


def _may_answer_it(actor: Actor, subject: Subject) -> bool:
    """Whoever of the city it was put to, and everyone who leads."""
    if not isinstance(subject, CityQuestionSubject):
        return False
    return _leads(actor, subject) or (actor.role in STAFF and subject.asked_of == actor.person_id)


def _asked_it_or_may_answer(actor: Actor, subject: Subject) -> bool:
    is_own = isinstance(subject, CityQuestionSubject) and subject.asked_by == actor.person_id
    return is_own or _may_answer_it(actor, subject)


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
    Action.TELL_DETAILS: _is_staff_or_supplies,
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
    Action.PLAN_PROCUREMENT: _leads,
    Action.BROADCAST: _leads,
    Action.GET_BROADCASTS: _supplies,
    Action.SEE_WAYS: _is_staff_or_supplies,
    Action.READ_FAQ: _sees_overview,
    Action.EDIT_FAQ: _leads,
    Action.ASK_CITY: _supplies,
    Action.SEE_CITY_QUESTION: _asked_it_or_may_answer,
    Action.ANSWER_CITY_QUESTION: _may_answer_it,
    Action.TRY_OUT: _leads,
    Action.SEE_TRYOUT: _is_staff,
}
